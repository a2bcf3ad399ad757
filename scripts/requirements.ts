import { spawnSync } from "node:child_process";
import { Refusal } from "./refusal.ts";

const how =
  "install it (Debian and Ubuntu: apt-get install default-jre-headless; macOS: brew install openjdk)";

/** Throws a Refusal when there is no Java 11 or newer, which the Firestore emulator runs on. */
export function requireJava(): void {
  const { error, status, stderr, stdout } = spawnSync("java", ["-version"], { encoding: "utf8" });
  if (error || status !== 0) {
    throw new Refusal(
      `Java is missing, and the Firestore emulator needs version 11 or newer: ${how}.`,
    );
  }
  const version = javaMajor(`${stderr}${stdout}`);
  if (version !== undefined && version < 11) {
    throw new Refusal(
      `Java ${version} is too old, the Firestore emulator needs 11 or newer: ${how}.`,
    );
  }
}

/** The main version in the text of `java -version`: 8 of "1.8.0_292", 17 of "17.0.15". */
export function javaMajor(text: string): number | undefined {
  const match = /version "(?:1\.)?(\d+)/.exec(text);
  return match ? Number(match[1]) : undefined;
}
