import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Emulators, startEmulators } from "./emulators.ts";
import { launch, type Running } from "./launch.ts";
import { inRoot, root } from "./paths.ts";
import type { Ports } from "./ports.ts";

type Place = { folder: string; ports: Ports; keep?: string };

export type House = { emulators: Emulators; simulator: Running };

/** Starts the emulators and the simulator side by side; both answer when this resolves. */
export async function raise(place: Place): Promise<House> {
  mkdirSync(place.folder, { recursive: true });
  const [emulators, simulator] = await Promise.all([startEmulators(place), startSimulator(place)]);
  return { emulators, simulator };
}

function startSimulator({ folder, ports }: Place): Promise<Running> {
  return launch({
    title: "The simulator",
    args: [inRoot("simulator/src/main.ts")],
    folder: root,
    log: join(folder, "simulator.log"),
    environment: {
      ...process.env,
      PORT: String(ports.simulator),
      SMTP_PORT: String(ports.smtp),
      TARGET: `http://127.0.0.1:${ports.hosting}`,
    },
    ready: () => answers(`http://127.0.0.1:${ports.simulator}/`),
    within: 120_000,
  });
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).status < 500;
  } catch {
    return false; // Not listening yet.
  }
}

/**
 * Fills the workspace `demo`, which no function reacts to, and has the functions load what they need for a first
 * request.
 */
export async function fill(emulators: Emulators): Promise<void> {
  const base = emulators.environment.HILO_BASE_URL;
  await Promise.all([
    emulators.withoutTriggers(() => seedIn(emulators.environment)),
    ...["/api/health", "/webhooks/none"].map((path) => answers(`${base}${path}`)),
  ]);
}

const run = promisify(execFile);

/** In a process of its own: the cloud's libraries know one project a process. */
async function seedIn(environment: Readonly<Record<string, string>>): Promise<void> {
  const env = { ...process.env, ...environment };
  await run(process.execPath, [inRoot("scripts/seed/index.ts")], { cwd: root, env });
}
