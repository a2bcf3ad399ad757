import assert from "node:assert/strict";
import {
  changed,
  chosenSort,
  cleared,
  everything,
  type Filter,
  filterFrom,
  inView,
  queryOf,
} from "../../../console/src/data/filter.ts";
import { compare, isIn, legsOf } from "../../../console/src/data/sorting.ts";
import { spellings } from "../../../console/src/data/spellings.ts";
import { listed } from "../../support/listed-conversation.ts";

const now = 1_000_000;

/** Conversations of which every order makes another list. */
const rows = [
  listed("a", { lastMessageAt: 5, waitingSince: null, replyUntil: now + 9, priority: "low" }),
  listed("b", { lastMessageAt: 4, waitingSince: 30, replyUntil: null, priority: "high" }),
  listed("c", { lastMessageAt: 3, waitingSince: 10, replyUntil: now, priority: "normal" }),
  listed("d", { lastMessageAt: 2, waitingSince: null, replyUntil: now + 5, priority: "urgent" }),
  listed("e", { lastMessageAt: 1, waitingSince: 20, replyUntil: now - 5, priority: "high" }),
  listed("f", { lastMessageAt: 0, waitingSince: 20, replyUntil: null, priority: "urgent" }),
];

describe("a list that is put in order", () => {
  const orders: [name: string, filter: Partial<Filter>, ids: string][] = [
    ["newest first by itself", {}, "abcdef"],
    ["newest first also of those who wait", { unanswered: true, sort: "newest" }, "abcdef"],
    ["the longest wait first, then those who do not wait", { sort: "waiting" }, "cefbad"],
    ["the window that closes first, the closed ones, the others", { sort: "closing" }, "dacebf"],
    ["from urgent to low", { sort: "priority" }, "dfbeca"],
    ["by nothing but its own order in closing", { view: "closing", sort: "priority" }, "bfecda"],
  ];
  for (const [name, filter, ids] of orders) {
    it(`has ${name}`, () => {
      const sorted = [...rows].sort(compare({ ...everything, ...filter }, now));
      assert.equal(sorted.map(({ id }) => id).join(""), ids);
    });
  }

  it("holds each conversation in one of its legs", () => {
    for (const sort of ["newest", "waiting", "closing", "priority"] as const) {
      const legs = legsOf({ ...everything, sort }, now);
      for (const row of rows)
        assert.equal(legs.filter((leg) => isIn(row, leg)).length, 1, `${row.id} by ${sort}`);
    }
  });

  it("asks for no priority that is filtered out", () => {
    assert.equal(legsOf({ ...everything, sort: "priority", priority: "high" }, now).length, 1);
  });

  const chosen: [Partial<Filter>, Filter["sort"]][] = [
    [{}, null],
    [{ sort: "newest" }, null],
    [{ sort: "waiting" }, "waiting"],
    [{ sort: "waiting", unanswered: true }, null],
    [{ sort: "newest", unanswered: true }, "newest"],
    [{ sort: "priority", view: "failed" }, null],
    [{ sort: "priority", resolvedToday: true }, null],
    [{ sort: "priority", view: "resolved" }, "priority"],
  ];
  for (const [filter, sort] of chosen) {
    it(`is chosen by ${JSON.stringify(filter)}: ${sort}`, () =>
      assert.equal(chosenSort({ ...everything, ...filter }), sort));
  }
});

describe("a filter from view to view", () => {
  const moves: [name: string, address: string, to: Filter["view"], after: string][] = [
    [
      "keeps its conditions",
      "?view=all&tag=vip&unread=1",
      "closing",
      "?view=closing&tag=vip&unread=1",
    ],
    ["says not twice whose they are", "?view=all&assignee=beto&tag=vip", "mine", "?tag=vip"],
    ["says not twice in which state", "?view=all&status=closed", "resolved", "?view=resolved"],
    [
      "keeps whose they are in a place",
      "?view=all&assignee=beto",
      "snoozed",
      "?view=snoozed&assignee=beto",
    ],
    ["keeps its order", "?view=all&sort=waiting", "unassigned", "?view=unassigned&sort=waiting"],
  ];
  for (const [name, address, to, after] of moves) {
    it(name, () => assert.equal(queryOf(inView(from(address), to)), after));
  }

  const changes: [name: string, address: string, change: Partial<Filter>, after: string][] = [
    ["asks of all whose they are", "", { assigneeId: "beto" }, "?view=all&assignee=beto"],
    [
      "asks of all when it does not matter whose",
      "?view=unassigned",
      { assigneeId: null },
      "?view=all",
    ],
    [
      "stays in a place when asked for a member",
      "?view=closed",
      { assigneeId: "x" },
      "?view=closed&assignee=x",
    ],
    [
      "leaves a place for another state",
      "?view=closed&tag=vip",
      { status: "waiting" },
      "?view=all&status=waiting&tag=vip",
    ],
    ["takes its own order for none", "?sort=priority", { sort: "newest" }, ""],
  ];
  for (const [name, address, change, after] of changes) {
    it(name, () => assert.equal(queryOf(changed(from(address), change)), after));
  }

  it("that says more than its view can hold is read without that", () => {
    assert.equal(queryOf(from("?view=mine&assignee=beto&sort=size")), "");
    assert.equal(queryOf(from("?view=snoozed&status=closed")), "?view=snoozed");
  });

  it("is cleared of its conditions, not of its order", () => {
    assert.equal(
      queryOf(cleared(from("?view=all&tag=vip&sort=priority"))),
      "?view=all&sort=priority",
    );
  });
});

describe("the spellings of a tag", () => {
  const tags: [string, string[]][] = [
    ["vip", ["vip", "Vip", "VIP"]],
    ["Al por Mayor", ["Al por Mayor", "al por mayor", "Al por mayor", "AL POR MAYOR"]],
    ["ñandú", ["ñandú", "Ñandú", "ÑANDÚ"]],
    ["2026", ["2026"]],
    ["🎁 regalo", ["🎁 regalo", "🎁 REGALO"]],
  ];
  for (const [tag, expected] of tags) {
    it(`of ${tag}`, () => assert.deepEqual(spellings(tag), expected));
  }
});

function from(address: string): Filter {
  return filterFrom(new URLSearchParams(address));
}
