import assert from "node:assert/strict";
import {
  conditionsOf,
  everything,
  type Filter,
  filterFrom,
  queryOf,
} from "../../../console/src/data/filter.ts";
import { isCountable } from "../../../console/src/data/filtered-counts.ts";
import { closingMs, passes, speaksOf } from "../../../console/src/data/passing.ts";
import { compare, ownLeg } from "../../../console/src/data/sorting.ts";
import { listed } from "../../support/listed-conversation.ts";

const now = Date.UTC(2026, 10, 20, 12);
const dayBegan = Date.UTC(2026, 10, 20);

describe("the inbox's filter", () => {
  const addresses: [query: string, filter: Partial<Filter>][] = [
    ["", {}],
    ["?view=unassigned", { view: "unassigned" }],
    ["?view=all&unanswered=1", { view: "all", unanswered: true }],
    [
      "?view=all&status=resolved&channel=twilio-sms&platform=sms&priority=high&unread=1&today=1&resolvedToday=1",
      {
        view: "all",
        status: "resolved",
        channelId: "twilio-sms",
        platform: "sms",
        priority: "high",
        unread: true,
        today: true,
        resolvedToday: true,
      },
    ],
    [
      "?view=all&status=any&platform=sms&today=1",
      { view: "all", status: "any", platform: "sms", today: true },
    ],
  ];
  addresses.push(
    [
      "?view=resolved&assignee=beto&tag=Al+por+mayor",
      { view: "resolved", assigneeId: "beto", tag: "Al por mayor" },
    ],
    [
      "?view=all&assignee=none&sort=priority",
      { view: "all", assigneeId: "none", sort: "priority" },
    ],
    ["?sort=waiting", { sort: "waiting" }],
    ["?unanswered=1&sort=newest", { unanswered: true, sort: "newest" }],
    ["?view=mentions&unread=1", { view: "mentions", unread: true }],
    ["?view=failed&tag=1", { view: "failed", tag: "1" }],
  );
  for (const [query, changes] of addresses) {
    it(`is written and read as ${query || "nothing"}`, () => {
      const filter = { ...everything, ...changes };
      assert.equal(queryOf(filter), query);
      assert.deepEqual(filterFrom(new URLSearchParams(query)), filter);
    });
  }

  it("leaves out what it does not know", () => {
    const query = new URLSearchParams("view=theirs&status=lost&platform=fax&priority=9");
    assert.deepEqual(filterFrom(query), everything);
  });

  const countable: [string, Partial<Filter>, boolean][] = [
    ["nothing but a view", { view: "unassigned" }, true],
    ["a channel and a state", { channelId: "twilio-sms", status: "resolved" }, true],
    ["those written in today", { today: true, platform: "sms" }, true],
    ["those resolved today", { status: "any", resolvedToday: true }, true],
    ["those resolved today and still so", { status: "resolved", resolvedToday: true }, false],
    ["unread ones", { unread: true }, false],
    ["who waits on one channel", { unanswered: true, channelId: "twilio-sms" }, false],
    ["closing windows", { view: "closing" }, true],
    ["closing windows of one platform", { view: "closing", platform: "sms" }, false],
    ["closing windows among those resolved today", { view: "closing", resolvedToday: true }, false],
    ["failed sends", { view: "failed" }, true],
    ["failed sends of what is closed", { view: "failed", status: "closed" }, false],
    ["conversations with a tag", { tag: "vip", assigneeId: "beto" }, true],
    ["whatever its order", { sort: "closing", channelId: "mail" }, true],
    ["who waits, with a tag", { unanswered: true, tag: "vip" }, false],
    ["who waits for one member", { unanswered: true, assigneeId: "beto" }, true],
    ["what is snoozed with one member", { view: "snoozed", assigneeId: "beto" }, true],
    ["those in a place that were resolved today", { view: "closed", resolvedToday: true }, false],
    ["closing windows of those who wait", { view: "closing", unanswered: true }, false],
    ["failed sends of one member", { view: "failed", assigneeId: "beto" }, false],
    ["failed sends of one platform", { view: "failed", platform: "sms" }, false],
    ["mentions", { view: "mentions" }, true],
    ["mentions in what is open", { view: "mentions", status: "open" }, false],
  ];
  for (const [name, changes, expected] of countable) {
    it(`${expected ? "lets the server count" : "leaves uncounted"} ${name}`, () =>
      assert.equal(isCountable({ ...everything, ...changes }), expected));
  }

  it("counts its conditions, the view aside", () => {
    assert.equal(conditionsOf({ ...everything, view: "all" }), 0);
    assert.equal(conditionsOf({ ...everything, unread: true, status: "closed" }), 2);
  });

  const orders: [string, Partial<Filter>, string[]][] = [
    ["the latest first", {}, ["new", "old"]],
    ["the longest wait first", { unanswered: true }, ["old", "new"]],
    ["the window that closes first, first", { view: "closing" }, ["new", "old"]],
    ["the latest failure first", { view: "failed" }, ["new", "old"]],
    ["the latest mention first", { view: "mentions" }, ["old", "new"]],
    ["what was resolved last, first", { resolvedToday: true }, ["old", "new"]],
  ];
  for (const [name, changes, expected] of orders) {
    it(`puts ${name}`, () => {
      const both = [
        listed("old", {
          lastMessageAt: 1,
          waitingSince: 1,
          replyUntil: 9,
          failedAt: 1,
          resolvedAt: 4,
          mentionedAt: 6,
        }),
        listed("new", {
          lastMessageAt: 2,
          waitingSince: 2,
          replyUntil: 8,
          failedAt: 2,
          resolvedAt: 3,
          mentionedAt: 5,
        }),
      ];
      const sorted = both.sort(compare({ ...everything, ...changes }));
      assert.deepEqual(
        sorted.map(({ id }) => id),
        expected,
      );
    });
  }

  it("orders equals always alike, as Firestore does", () => {
    const latest = compare(everything);
    assert.ok(latest(listed("a"), listed("b")) > 0);
    assert.ok(latest(listed("b"), listed("a")) < 0);
    const longest = compare({ ...everything, unanswered: true });
    assert.ok(longest(listed("a"), listed("b")) < 0);
  });

  const resolved = { view: "all", status: "any", resolvedToday: true } as const;
  const passing: [string, Partial<Filter>, Parameters<typeof listed>[1], boolean][] = [
    ["a read one when only unread are asked for", { unread: true }, { unread: 0 }, false],
    ["an unread one", { unread: true }, { unread: 2 }, true],
    ["one nobody waits in", { unanswered: true }, { waitingSince: null }, false],
    ["one written in yesterday", { today: true }, { lastMessageAt: now - 86_400_000 }, false],
    ["one written in today", { today: true }, { lastMessageAt: now - 60_000 }, true],
    ["one never resolved", resolved, {}, false],
    ["one whose resolving was taken back", resolved, { resolvedAt: null }, false],
    ["one resolved yesterday", resolved, { resolvedAt: now - 86_400_000 }, false],
    ["one resolved today", resolved, { resolvedAt: now - 60_000, status: "resolved" }, true],
    ["one opened again since", resolved, { resolvedAt: now - 60_000, status: "open" }, true],
    [
      "one opened again since where only resolved ones are asked for",
      { ...resolved, status: "resolved" },
      { resolvedAt: now - 60_000, status: "open" },
      false,
    ],
    [
      "one of another platform among those resolved today",
      { ...resolved, platform: "sms" },
      { resolvedAt: now - 60_000 },
      false,
    ],
    [
      "another platform where the query does not ask",
      { unanswered: true, platform: "sms" },
      {},
      false,
    ],
    [
      "another priority among closing windows",
      { view: "closing", priority: "high" },
      { replyUntil: now + 60_000 },
      false,
    ],
    [
      "the same channel",
      { view: "closing", channelId: "twilio-whatsapp" },
      { replyUntil: now + 60_000 },
      true,
    ],
    [
      "a window that closes at the end of the time",
      { view: "closing" },
      { replyUntil: now + closingMs },
      true,
    ],
    ["a window that closes later", { view: "closing" }, { replyUntil: now + closingMs + 1 }, false],
    ["a window that has just closed", { view: "closing" }, { replyUntil: now }, false],
    ["one without a window", { view: "closing" }, { replyUntil: null }, false],
    ["nothing failed", { view: "failed" }, { failedAt: null }, false],
    ["nothing ever failed", { view: "failed" }, {}, false],
    ["a failed send", { view: "failed" }, { failedAt: 5 }, true],
    [
      "a failed send of what is resolved",
      { view: "failed" },
      { failedAt: 5, status: "resolved" },
      true,
    ],
    ["a failed send in whatever state", { view: "failed", status: "any" }, { failedAt: 5 }, true],
    [
      "a failed send in another state",
      { view: "failed", status: "open" },
      { failedAt: 5, status: "resolved" },
      false,
    ],
    ["a mention in whatever state", { view: "mentions" }, { status: "closed" }, true],
    [
      "a mention in another state",
      { view: "mentions", status: "open" },
      { status: "closed" },
      false,
    ],
    ["a mention on another channel", { view: "mentions", channelId: "webchat" }, {}, false],
    ["a tag with other capitals and accents", { tag: "Envío" }, { tags: ["vip", "envio"] }, true],
    ["another tag", { tag: "vip" }, { tags: ["vipera"] }, false],
    ["no tag", { tag: "vip", sort: "priority" }, { tags: [] }, false],
    [
      "a failed send of another member",
      { view: "failed", assigneeId: "beto" },
      { failedAt: 5 },
      false,
    ],
    ["nobody's failed send", { view: "failed", assigneeId: "none" }, { failedAt: 5 }, true],
    [
      "a failed send on another channel",
      { view: "failed", channelId: "webchat" },
      { failedAt: 5 },
      false,
    ],
  ];
  for (const [name, filter, conversation, expected] of passing) {
    it(`${expected ? "lets in" : "keeps out"} ${name}`, () => {
      const one = listed("c", conversation);
      assert.equal(passes(one, { ...everything, ...filter }, now, dayBegan), expected);
    });
  }

  it("asks Firestore for one order", () => {
    assert.equal(ownLeg(everything).by, "lastMessageAt");
    assert.equal(ownLeg({ ...everything, view: "closing", unanswered: true }).by, "replyUntil");
  });

  const searches: [string, boolean][] = [
    ["", true],
    ["rocio", true],
    ["NÚÑEZ", true],
    ["descuento", true],
    ["9 8123 45", true],
    ["+56 9", true],
    ["77", false],
    ["factura", false],
  ];
  for (const [words, expected] of searches) {
    it(`${expected ? "finds" : "does not find"} “${words}”`, () => {
      assert.equal(speaksOf(listed("c"), words), expected);
    });
  }
});
