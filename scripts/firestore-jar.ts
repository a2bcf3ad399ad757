import { existsSync, globSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Refusal } from "./refusal.ts";
import { storedZip } from "./stored-zip.ts";

const sdkJar = "platform/cloud-firestore-emulator/cloud-firestore-emulator.jar";

/**
 * The Firestore emulator to use, for FIRESTORE_EMULATOR_BINARY_PATH; undefined lets firebase-tools take the one
 * in its own cache or download it. The order: an explicit path, the Firebase cache, the Google Cloud SDK.
 */
export function firestoreJar(launcherPath: string): string | undefined {
  const explicit = process.env.FIRESTORE_EMULATOR_BINARY_PATH;
  if (explicit) return existing(explicit);
  if (cachedJar()) return undefined;
  const sdk = cloudSdkJar();
  return sdk && writeLauncher(sdk, launcherPath);
}

function existing(path: string): string {
  if (existsSync(path)) return path;
  throw new Refusal(`FIRESTORE_EMULATOR_BINARY_PATH names ${path}, which does not exist.`);
}

function cachedJar(): string | undefined {
  const folder =
    process.env.FIREBASE_EMULATORS_PATH ?? join(homedir(), ".cache", "firebase", "emulators");
  return globSync("cloud-firestore-emulator-v*.jar", { cwd: folder })[0];
}

function cloudSdkJar(): string | undefined {
  const programs = (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "gcloud"));
  const folders = [
    process.env.CLOUDSDK_ROOT_DIR ?? "",
    ...programs.filter(existsSync).map((program) => resolve(realpathSync(program), "../..")),
    join(homedir(), "google-cloud-sdk"),
    "/usr/lib/google-cloud-sdk",
    "/usr/share/google-cloud-sdk",
    "/usr/local/google-cloud-sdk",
    "/opt/google-cloud-sdk",
    "/snap/google-cloud-sdk/current",
    "/opt/homebrew/share/google-cloud-sdk",
  ];
  return folders
    .filter(Boolean)
    .map((folder) => join(folder, sdkJar))
    .find(existsSync);
}

// The SDK's jar names no main class in its manifest, so `java -jar` needs one beside it that does.
function writeLauncher(jar: string, path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, storedZip("META-INF/MANIFEST.MF", manifest(jar)));
  return path;
}

/** A manifest that starts the Firestore emulator out of this jar; no line is over 72 bytes, as its format says. */
export function manifest(jar: string): string {
  const lines = [
    "Manifest-Version: 1.0",
    "Main-Class: com.google.cloud.datastore.emulator.firestore.CloudFirestore",
    `Class-Path: ${pathToFileURL(jar)}`,
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function folded(line: string): string {
  const [first = "", rest = ""] = [line.slice(0, 72), line.slice(72)];
  return [first, ...(rest.match(/.{1,71}/g) ?? []).map((part) => ` ${part}`)].join("\r\n");
}
