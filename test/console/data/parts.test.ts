import { deepEqual, equal, ok } from "node:assert/strict";
import { conditions, partsIn } from "../../../console/src/data/asking.ts";
import { canCount } from "../../../console/src/data/counting.ts";
import { wantedBy } from "../../../console/src/data/counting-by-api.ts";
import { everything, type Filter } from "../../../console/src/data/filter.ts";
import { isCountable } from "../../../console/src/data/filtered-counts.ts";
import { closingMs } from "../../../console/src/data/passing.ts";
import { legsOf } from "../../../console/src/data/sorting.ts";
import { manyFilters } from "../../support/list-filters.ts";
import { type Sees, signInAs } from "../../support/signed-in.ts";

const all: Filter = { ...everything, view: "all" };
const twelve = Array.from({ length: 12 }, (_, i) => `t${i}`);
const team: Sees = { see: "team", teams: ["north", "south"] };

/** What is asked in each part, shortly. */
function asked(filter: Filter): string[] {
  return partsIn(filter).map((part) =>
    part.map(({ field, value }) => `${field}=${value}`).join(" "),
  );
}

describe("the parts in which a list is asked for", () => {
  const own = "assigneeId=ana";
  const shared = "guests=ana";
  const teams = "teamId=north,south";
  const free = "teamId=none assigneeId=none";
  const cases: [what: string, filter: Partial<Filter>, parts: string[]][] = [
    ["all that one sees", { view: "all" }, [own, shared, teams, free]],
    ["one's own", { view: "mine" }, [own]],
    ["nobody's", { view: "unassigned" }, [shared, teams, free]],
    ["a colleague's", { view: "all", assigneeId: "beto" }, [shared, teams]],
    ["one's own by a filter", { view: "failed", assigneeId: "ana" }, [own]],
    ["what mentions one", { view: "mentions" }, [""]],
  ];
  for (const [what, filter, parts] of cases) {
    it(`are, of ${what}, those that can hold something`, () => {
      signInAs("ana", team);
      deepEqual(asked({ ...everything, ...filter }), parts);
    });
  }

  it("are one that adds nothing for who sees all", () => {
    signInAs("ana");
    for (const filter of manyFilters()) deepEqual(partsIn(filter), [[]]);
  });

  it("name no more teams at a time than Firestore takes with the other conditions, and each team once", () => {
    signInAs("ana", { see: "team", teams: twelve });
    const filters = manyFilters().flatMap((filter) => [
      filter,
      { ...filter, status: "any" as const, tag: "vip" },
      { ...filter, status: "any" as const },
    ]);
    for (const filter of filters) {
      for (const leg of legsOf(filter, 1)) {
        const parts = partsIn(filter, leg);
        for (const part of parts) ok(combinations(conditions(filter, leg, part)) <= 30);
        const named = parts.flatMap((part) => part.find(({ op }) => op === "in")?.value ?? []);
        ok(named.length === 0 || JSON.stringify(named) === JSON.stringify(twelve));
      }
    }
  });
});

describe("what the API counts", () => {
  beforeEach(() => signInAs("ana", team));

  it("is asked for as the list is", () => {
    const now = Date.UTC(2026, 11, 1, 15);
    const cases: [Partial<Filter>, object][] = [
      [{ view: "all" }, { status: ["open", "waiting"] }],
      [{ view: "unassigned" }, { assigneeId: "none", status: ["open", "waiting"] }],
      [{ view: "closing" }, { status: ["open", "waiting"], replyBefore: now + closingMs }],
      [{ view: "failed" }, { failed: true }],
      [{ view: "resolved" }, { status: ["resolved"] }],
      [{ view: "all", status: "any" }, {}],
      [
        { view: "all", unanswered: true },
        { status: ["open", "waiting"], waiting: true },
      ],
      [
        { view: "all", channelId: "sms", platform: "sms", priority: "high", status: "open" },
        { status: ["open"], channelId: "sms", platform: "sms", priority: "high" },
      ],
    ];
    for (const [filter, wanted] of cases)
      deepEqual(wantedBy({ ...everything, ...filter }, now), wanted);
    const today = wantedBy({ ...all, today: true }, now);
    const resolved = wantedBy({ ...all, status: "any", resolvedToday: true }, now);
    equal(typeof today.since, "number");
    deepEqual(resolved, { resolvedSince: today.since });
  });

  it("leaves out no condition of a filter that can be counted", () => {
    for (const filter of manyFilters().filter((one) => isCountable(one) && canCount(one))) {
      if (partsIn(filter).length === 1) continue;
      const wanted = wantedBy(filter);
      const fields = conditions(filter).map((one) => String(Reflect.get(one, "_field")));
      const said = Object.keys(wanted).map((name) => names[name] ?? name);
      const every = filter.status === "any" ? ["status"] : [];
      deepEqual([...new Set(fields)].sort(), [...new Set([...said, ...every])].sort());
    }
  });

  it("is nothing by tag, but of one's own", () => {
    deepEqual([{ ...all, tag: "vip" }, all, { ...everything, tag: "vip" }].map(canCount), [
      false,
      true,
      true,
    ]);
    signInAs("ana");
    ok(canCount({ ...all, tag: "vip" }));
  });
});

const names: Record<string, string> = {
  since: "lastMessageAt",
  waiting: "waitingSince",
  replyBefore: "replyUntil",
  failed: "failedAt",
  resolvedSince: "resolvedAt",
};

/** How many combinations Firestore makes of conditions. */
function combinations(all: readonly object[]): number {
  return all
    .map((one): unknown => Reflect.get(one, "_value"))
    .reduce<number>((product, value) => product * (Array.isArray(value) ? value.length : 1), 1);
}
