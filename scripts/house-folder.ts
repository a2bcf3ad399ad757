import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { vouch } from "../simulator/src/providers/webchat/account.ts";
import { secretsFile } from "./development-key.ts";
import { inRoot } from "./paths.ts";
import type { Ports } from "./ports.ts";

type Header = { key: string; value: string };
type FirebaseConfig = {
  functions: Record<string, unknown>[];
  hosting: { headers: { source: string; headers: Header[] }[] } & Record<string, unknown>;
} & Record<string, unknown>;

/**
 * Fills a folder with all that one run of the emulators reads: firebase.json with its own ports, the rules,
 * copies of the built functions and console, and the functions' environment. So runs never disturb each other.
 */
export function fillFolder(
  folder: string,
  ports: Ports,
  environment: Readonly<Record<string, string>>,
): void {
  for (const part of ["functions", "public", "config"]) {
    rmSync(join(folder, part), { recursive: true, force: true });
    mkdirSync(join(folder, part), { recursive: true });
  }
  writeFileSync(join(folder, "firebase.json"), JSON.stringify(localConfig(ports), null, 2));
  copy("firestore.rules", join(folder, "firestore.rules"));
  copy("firestore.indexes.json", join(folder, "firestore.indexes.json"));
  copy("functions/dist", join(folder, "functions"));
  copy("console/dist", join(folder, "public"));
  copy("widget/demo", join(folder, "public/widget"));
  writeDemoCustomer(folder);
  cpSync(secretsFile, join(folder, "functions/.secret.local"));
  writeFileSync(join(folder, "config/.env"), lines(environment));
  writeFileSync(join(folder, "public/config.json"), JSON.stringify(consoleConfig(ports), null, 2));
}

function copy(from: string, to: string): void {
  if (existsSync(inRoot(from))) cpSync(inRoot(from), to, { recursive: true });
}

function lines(environment: Readonly<Record<string, string>>): string {
  return Object.entries(environment)
    .map(([name, value]) => `${name}="${value}"\n`)
    .join("");
}

/** firebase.json with paths inside the run's folder, its own ports, and a policy that lets the console reach them. */
export function localConfig(ports: Ports): FirebaseConfig {
  const config: FirebaseConfig = JSON.parse(readFileSync(inRoot("firebase.json"), "utf8"));
  const at = (port: number) => ({ host: "127.0.0.1", port });
  return {
    ...config,
    functions: config.functions.map((one) => ({
      ...one,
      source: "functions",
      configDir: "config",
    })),
    hosting: {
      ...config.hosting,
      public: "public",
      headers: config.hosting.headers.map((rule) => ({
        ...rule,
        headers: rule.headers.map((header) => withEmulators(header, ports)),
      })),
    },
    emulators: {
      singleProjectMode: false,
      hosting: at(ports.hosting),
      functions: at(ports.functions),
      firestore: { ...at(ports.firestore), websocketPort: ports.firestoreSocket },
      auth: at(ports.auth),
      tasks: at(ports.tasks),
      eventarc: at(ports.eventarc),
      hub: at(ports.hub),
      logging: at(ports.logging),
      ui: { enabled: false },
    },
  };
}

function withEmulators(header: Header, ports: Ports): Header {
  if (header.key !== "Content-Security-Policy") return header;
  const places = [ports.auth, ports.firestore].map((port) => `http://127.0.0.1:${port}`);
  return {
    ...header,
    value: header.value.replace("connect-src", `connect-src ${places.join(" ")}`),
  };
}

/** Writes the customer of the demonstration shop, vouched for as the shop's own server would for a day. */
export function writeDemoCustomer(folder: string): void {
  const customer = { name: "Camila Rojas", email: "camila.rojas@ejemplo.cl" };
  const identity = vouch({ sub: "cliente-204", ...customer });
  const file = join(folder, "public/widget/demo.json");
  writeFileSync(file, JSON.stringify({ name: customer.name, identity }, null, 2));
}

/** What the console reads from /config.json to find this run's emulators. */
export function consoleConfig(ports: Ports) {
  return {
    firebase: {
      apiKey: "demo-hilo",
      projectId: "demo-hilo",
      authDomain: "demo-hilo.firebaseapp.com",
    },
    emulators: {
      auth: `http://127.0.0.1:${ports.auth}`,
      firestore: `127.0.0.1:${ports.firestore}`,
    },
    workspaceHint: "demo",
    simulator: `http://127.0.0.1:${ports.simulator}`,
  };
}
