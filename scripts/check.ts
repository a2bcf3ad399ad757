import { buildJob, inspections, jobsOf } from "./jobs.ts";
import { runAndExit } from "./test.ts";

/** `npm run check`: format, lint, types, unit tests with the architecture's, and build, side by side. */
export function main(): Promise<void> {
  return runAndExit([...inspections, buildJob, ...jobsOf("unit")]);
}
