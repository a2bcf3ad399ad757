import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { builtAdapters } from "../functions/src/providers/index.ts";
import { developmentKey } from "./development-key.ts";
import { firestoreJar } from "./firestore-jar.ts";
import { fillFolder } from "./house-folder.ts";
import { launch, type Running } from "./launch.ts";
import { inCache, inRoot } from "./paths.ts";
import { type Ports, requirePorts } from "./ports.ts";
import { requireJava } from "./requirements.ts";
import { clearStaleSockets } from "./stale-sockets.ts";

/** The project every emulator works for; the prefix makes Firebase's tools refuse to leave this machine. */
export const projectId = "demo-hilo";

export type Emulators = Running & {
  /** What programs need to work with them. */
  environment: Record<string, string>;
  /** Does a piece of work whose writes no function reacts to, such as the seed's. */
  withoutTriggers<T>(work: () => Promise<T>): Promise<T>;
};

/**
 * Starts the emulators in a folder of their own under .cache and resolves when they answer. Throws a Refusal
 * when Java or a port is missing, or when they do not come up.
 */
export async function startEmulators(options: {
  folder: string;
  /** Where files and logs are kept; the folder itself when not said. */
  keep?: string;
  ports: Ports;
  /** All of them when not said. */
  only?: readonly ("auth" | "functions" | "firestore" | "hosting")[];
}): Promise<Emulators> {
  const { folder, ports, only = ["auth", "functions", "firestore", "hosting"] } = options;
  const settings = functionsEnvironment(ports, options.keep ?? folder);
  requireJava();
  await requirePorts(ports);
  await clearStaleSockets();
  const environment = { ...settings, ...clientEnvironment(ports), HILO_RUN_FOLDER: folder };
  fillFolder(folder, ports, settings);
  const running = await launch({
    title: "The emulators",
    args: [inRoot("node_modules/firebase-tools/lib/bin/firebase.js"), ...command(folder, only)],
    folder,
    log: join(folder, "emulators.log"),
    environment: toolsEnvironment(),
    ready: (output) => output.includes("All emulators ready"),
    within: 300_000,
  });
  const hub = `http://127.0.0.1:${ports.hub}/functions`;
  return {
    ...running,
    environment,
    withoutTriggers: (work) => (only.includes("functions") ? quietly(hub, work) : work()),
  };
}

function command(folder: string, only: readonly string[]): string[] {
  const config = join(folder, "firebase.json");
  return [
    "emulators:start",
    ...["--project", projectId],
    ...["--config", config],
    ...["--only", only.join(",")],
    "--non-interactive",
  ];
}

/** What programs outside the emulators need to work with them: the SDKs' own variables and ours. */
function clientEnvironment(ports: Ports): Record<string, string> {
  return {
    GCLOUD_PROJECT: projectId,
    FIRESTORE_EMULATOR_HOST: `127.0.0.1:${ports.firestore}`,
    FIREBASE_AUTH_EMULATOR_HOST: `127.0.0.1:${ports.auth}`,
    CLOUD_TASKS_EMULATOR_HOST: `127.0.0.1:${ports.tasks}`,
    HILO_BASE_URL: `http://127.0.0.1:${ports.hosting}`,
    HILO_SIMULATOR_URL: `http://127.0.0.1:${ports.simulator}`,
    HILO_SMTP_PORT: String(ports.smtp),
    HILO_KEY: developmentKey(),
  };
}

function functionsEnvironment(ports: Ports, keep: string): Record<string, string> {
  return {
    PUBLIC_BASE_URL: `http://127.0.0.1:${ports.hosting}`,
    ...simulatedApis(`http://127.0.0.1:${ports.simulator}`),
    BLOBS_FOLDER: join(keep, "blobs"),
    LOG_FOLDER: join(keep, "logs"),
    SERVICE_ACCOUNT: "hilo-functions@",
    MIN_INSTANCES: "0",
  };
}

/** The simulator in the place of every provider's API. */
export function simulatedApis(simulator: string): Record<string, string> {
  const apis = builtAdapters().flatMap((channel) => channel.apis ?? []);
  return Object.fromEntries(apis.map((api) => [api.variable, simulator + api.simulated]));
}

// The functions run on the Node that runs this, found through PATH; the person's own account stays out of it.
function toolsEnvironment(): NodeJS.ProcessEnv {
  const jar = firestoreJar(inCache("firestore-emulator.jar"));
  const {
    GOOGLE_APPLICATION_CREDENTIALS: _,
    FIREBASE_TOKEN: __,
    DEBUG: ___,
    ...inherited
  } = process.env;
  return {
    ...inherited,
    PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
    XDG_CONFIG_HOME: toolsSettings(),
    NO_UPDATE_NOTIFIER: "1",
    FIREBASE_FUNCTIONS_DISCOVERY_OUTPUT_PATH: "true",
    // Seconds. A busy machine takes longer than its usual ten to read the functions, and then has none of them.
    FUNCTIONS_DISCOVERY_TIMEOUT: "60",
    // Each request or event that runs has a process of its own here (160 MB): fifty at once would stand still. One that
    // is killed while it starts keeps its place for a minute.
    FUNCTIONS_EMULATOR_PARALLEL: "16",
    ...(jar ? { FIRESTORE_EMULATOR_BINARY_PATH: jar } : {}),
  };
}

// With its message of the day already fetched, firebase-tools asks the network for nothing.
function toolsSettings(): string {
  const folder = inCache("firebase-settings");
  mkdirSync(join(folder, "configstore"), { recursive: true });
  const settings = JSON.stringify({ motd: { fetched: Date.now() } });
  writeFileSync(join(folder, "configstore/firebase-tools.json"), settings);
  return folder;
}

async function quietly<T>(hub: string, work: () => Promise<T>): Promise<T> {
  await fetch(`${hub}/disableBackgroundTriggers`, { method: "PUT" });
  try {
    return await work();
  } finally {
    await fetch(`${hub}/enableBackgroundTriggers`, { method: "PUT" });
  }
}
