import { deepEqual, equal } from "node:assert/strict";
import { type Job, runInLanes } from "../../scripts/lanes.ts";
import type { Needs } from "../../scripts/needs.ts";
import { Refusal } from "../../scripts/refusal.ts";

/** Jobs that note their beginning, and end when all that began with them have. */
function jobs(begun: string[], ...rows: [title: string, needs: Needs, weight: number][]): Job[] {
  return rows.map(([title, needs, weight]) => ({
    title,
    needs,
    weight,
    run: async ({ place = "" }) => {
      begun.push(`${title}${place}`);
      return { passed: 1, failures: [] };
    },
  }));
}

const settings = (asked: string[] = []) => ({
  folder: "run",
  provide: async (needs: Needs, folder: string) => {
    asked.push(folder);
    return { environment: needs === "nothing" ? {} : { place: ` in ${folder}` } };
  },
});

describe("lanes", () => {
  it("do the longest first", async () => {
    const begun: string[] = [];
    const all = jobs(
      begun,
      ["short", "nothing", 1],
      ["long", "nothing", 9],
      ["middle", "nothing", 5],
    );
    await runInLanes(all, { lanes: 1, ...settings() });
    deepEqual(begun, ["long", "middle", "short"]);
  });

  it("do what is to come last after all others, however long it is", async () => {
    const begun: string[] = [];
    const all = jobs(begun, ["pages", "house", 9], ["b", "house", 1], ["c", "house", 5]);
    const ordered = all.map((job) => ({ ...job, last: job.title === "pages" }));
    await runInLanes(ordered, { lanes: 1, ...settings() });
    deepEqual(
      begun.map((one) => one.split(" ")[0]),
      ["c", "b", "pages"],
    );
  });

  it("start what a job needs when it is first needed, each its own, and once", async () => {
    const [begun, asked]: [string[], string[]] = [[], []];
    const rows: [string, Needs, number][] = [
      ["a", "house", 4],
      ["b", "nothing", 3],
      ["c", "house", 2],
      ["d", "house", 1],
    ];
    await runInLanes(jobs(begun, ...rows), { lanes: 2, ...settings(asked) });
    deepEqual(begun.map((one) => one[0]).sort(), ["a", "b", "c", "d"]);
    deepEqual(asked.sort(), ["run/0-house", "run/1-house", "run/1-nothing"]);
    equal(
      begun.find((one) => one.startsWith("a")),
      "a in run/0-house",
    );
  });

  it("count what could not be started as failed, and go on", async () => {
    const begun: string[] = [];
    const all = jobs(begun, ["a", "house", 1], ["b", "nothing", 1]);
    const provide = async (needs: Needs) => {
      if (needs === "house") throw new Refusal("Java is missing");
      return undefined;
    };
    const outcomes = await runInLanes(all, { lanes: 1, folder: "run", provide });
    deepEqual(outcomes, [
      { passed: 0, failures: ["a: Java is missing"] },
      { passed: 1, failures: [] },
    ]);
  });

  it("begin nothing more once the run was stopped", async () => {
    const begun: string[] = [];
    const all = jobs(begun, ["a", "nothing", 2], ["b", "nothing", 1]);
    await runInLanes(all, { lanes: 1, ...settings(), ended: () => begun.length > 0 });
    deepEqual(begun, ["a"]);
  });
});
