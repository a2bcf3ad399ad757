import { deepEqual, match, throws } from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { effortFrom } from "./history-effort.ts";
import { voices as all } from "./voices/index.ts";

const voices = ["a", "b", "c"];
const seedOf = () => 7;

describe("how many histories are tried", () => {
  it("is many of the voice whose turn it is by the commit, and some of each other", () => {
    const { seed, runs, told } = effortFrom({}, voices, seedOf);
    deepEqual([seed, runs], [7, [40, 150, 40]]);
    match(told, /^HISTORY_SEED=7 \(150 histories of b, 40 of each other voice\)$/);
  });

  it("is the same again for a seed that is given", () => {
    deepEqual(effortFrom({ HISTORY_SEED: "5" }, voices, seedOf).runs, [40, 40, 150]);
  });

  it("is one number for all where it is given", () => {
    const { seed, runs } = effortFrom({ HISTORIES: "9" }, voices, seedOf);
    deepEqual([seed, runs], [7, [9, 9, 9]]);
  });

  it("takes no number that is none, rather than try nothing", () => {
    for (const HISTORIES of ["all", "-1", "1.5", "12345678901"])
      throws(() => effortFrom({ HISTORIES }, voices, seedOf), /HISTORIES is a whole number/);
  });

  it("draws from the commit where nothing is said", () => {
    const { seed, runs } = effortFrom({}, voices);
    deepEqual(
      runs.toSorted((x, y) => x - y),
      [40, 40, 150],
    );
    match(String(seed), /^\d{1,9}$/);
  });

  it("is told of every voice in a file of its own", () => {
    const folder = new URL("histories/", import.meta.url);
    const files = globSync("*.test.ts", { cwd: folder });
    const told = files.flatMap((file) => [
      ...readFileSync(new URL(file, folder), "utf8").matchAll(/^tellHistories\(/gm),
    ]);
    deepEqual([files.length, told.length], [all.length, all.length]);
  });
});
