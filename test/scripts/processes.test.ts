import { equal, ok } from "node:assert/strict";
import { spawn } from "node:child_process";
import { descendantsOf, endTree, identify, isRunning } from "../../scripts/processes.ts";
import { javaMajor } from "../../scripts/requirements.ts";
import { eventually } from "../support/wait.ts";

// A parent that ignores polite requests, with a child in a group of its own.
const stubborn = `
  process.on("SIGINT", () => {});
  const { spawn } = require("node:child_process");
  spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { detached: true, stdio: "ignore" });
  setInterval(() => {}, 1000);
`;

describe("processes", () => {
  it("ends a whole family, also one that does not want to", async () => {
    const { pid = 0 } = spawn(process.execPath, ["-e", stubborn], { stdio: "ignore" });
    const known = await eventually(() => identify(pid) ?? false);
    const family = await eventually(() => {
      const found = descendantsOf(pid);
      return found.length === 1 && found;
    });
    await endTree(known, 300);
    equal(isRunning(known), false);
    ok(family.every((one) => !isRunning(one)));
  });
  it("is not fooled by a number that was given away again", () => {
    const own = identify(process.pid);
    ok(own && isRunning(own));
    equal(isRunning({ pid: process.pid, started: "another time" }), false);
  });
});

describe("Java's version", () => {
  const rows: [text: string, major: number | undefined][] = [
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_292"', 8],
    ['openjdk version "21" 2023-09-19', 21],
    ["no Java here", undefined],
  ];
  for (const [text, major] of rows) it(text, () => equal(javaMajor(text), major));
});
