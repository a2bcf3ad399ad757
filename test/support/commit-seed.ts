import { execFileSync } from "node:child_process";

/** The first seven digits of the commit's id; without git it is always the same. */
export function commitSeed(): number {
  try {
    const stdio = ["ignore", "pipe", "ignore"] as const;
    const id = execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8", stdio: [...stdio] });
    return Number.parseInt(id.slice(0, 7), 16);
  } catch {
    return 20261120; // The seed of a copy without its history.
  }
}
