import { buildAll } from "./build.ts";
import { type Emulators, startEmulators } from "./emulators.ts";
import type { Needs } from "./needs.ts";
import { freePorts } from "./ports.ts";
import { fill, raise } from "./raise.ts";
import { timed } from "./stopwatch.ts";

let built: Promise<string[]> | undefined;

/** Starts what is needed, on free ports and in a folder of its own; a house is built and filled, too. */
export async function provide(needs: Needs, folder: string): Promise<Emulators | undefined> {
  if (needs === "nothing") return undefined;
  if (needs === "database") return startDatabase(folder);
  built ??= timed("build", buildAll);
  await built;
  return needs === "house" ? startHouse(folder) : undefined;
}

async function startDatabase(folder: string): Promise<Emulators> {
  const ports = await freePorts();
  return timed("start", () => startEmulators({ folder, ports, only: ["auth", "firestore"] }));
}

async function startHouse(folder: string): Promise<Emulators> {
  const ports = await freePorts();
  const { emulators } = await timed("start", () => raise({ folder, ports }));
  await timed("seed", () => fill(emulators));
  return emulators;
}
