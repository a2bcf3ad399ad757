import { deepEqual, equal } from "node:assert/strict";
import { keepUp } from "../../../console/src/data/claims.ts";
import { session, workspaceOf } from "../../../console/src/data/session.ts";

const minute = 60_000;
const noon = 12 * 60 * minute;

describe("the claims of who is signed in", () => {
  let renewals: number;
  let fails: boolean;

  beforeEach(() => {
    renewals = 0;
    fails = false;
    (session as unknown as { set(value: unknown): void }).set({ why: "left" });
  });

  async function renew(): Promise<string> {
    if (fails) throw new Error("offline");
    renewals += 1;
    return "token";
  }

  const keep = (claimsAt: number, madeAt: number | null) =>
    keepUp(claimsAt, async () => madeAt, renew);

  const cases: [what: string, madeAt: number, renewals: number][] = [
    ["a token of before is renewed", noon - minute, 1],
    ["a token of the same moment is, since one clock may be ahead", noon + 2_000, 1],
    ["a token of afterwards is not", noon + minute, 0],
  ];
  for (const [what, madeAt, times] of cases) {
    it(what, async () => {
      await keep(noon, madeAt);
      equal(renewals, times);
    });
  }

  it("are asked for once for each time that they changed", async () => {
    for (const at of [noon, noon, noon - minute, noon + minute, noon + minute])
      await keep(at, noon - minute);
    equal(renewals, 2);
  });

  it("are asked for again when that failed", async () => {
    fails = true;
    await keep(noon, noon - minute);
    fails = false;
    await keep(noon, noon - minute);
    equal(renewals, 1);
  });

  it("are nobody's once nobody is signed in", async () => {
    await keep(noon, null);
    equal(renewals, 0);
  });

  it("say how much is seen in the workspace that is worked in: all, where they say nothing", () => {
    const claims = {
      workspaces: { demo: "agent", other: "agent", third: "agent" },
      see: { demo: "team", third: "own" },
      teams: { demo: ["north"] },
    } as const;
    const seen = (hint: string) => {
      const { see, teams } = workspaceOf({ ...claims, teams: { demo: ["north"] } }, hint) ?? {};
      return [see, teams];
    };
    deepEqual(seen("demo"), ["team", ["north"]]);
    deepEqual(seen("other"), ["all", []]);
    deepEqual(seen("third"), ["own", []]);
  });

  it("let whoever leads see all, whatever they say", () => {
    const claims = { workspaces: { demo: "supervisor" as const }, see: { demo: "own" as const } };
    equal(workspaceOf(claims, "demo")?.see, "all");
  });
});
