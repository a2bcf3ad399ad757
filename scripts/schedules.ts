import { join } from "node:path";
import { launch, type Running } from "./launch.ts";
import { inRoot } from "./paths.ts";

/** Starts the program that does each minute what schedules do in the cloud; the emulator has none. */
export function startSchedules(
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<Running> {
  return launch({
    title: "The schedules",
    args: [inRoot("scripts/schedules-main.ts")],
    folder,
    log: join(folder, "schedules.log"),
    environment: { ...process.env, ...environment, FUNCTIONS_EMULATOR: "true" },
    ready: (output) => output.includes("schedules ready"),
    within: 120_000,
  });
}
