import { buildAll } from "./build.ts";
import { type Emulators, startEmulators } from "./emulators.ts";
import { freePorts } from "./ports.ts";
import { raise } from "./raise.ts";

/** What something needs to run: nothing, what is built, the emulators of database and sign-in, or the whole house. */
export type Needs = "nothing" | "build" | "database" | "house";

/** Starts the most that is needed, on free ports and in a folder of its own; the house is not filled yet. */
export async function provide(
  needs: readonly Needs[],
  folder: string,
): Promise<Emulators | undefined> {
  if (needs.includes("house") || needs.includes("build")) await buildAll();
  const ports = await freePorts();
  if (needs.includes("house")) return (await raise({ folder, ports })).emulators;
  if (!needs.includes("database")) return undefined;
  return startEmulators({ folder, ports, only: ["auth", "firestore"] });
}
