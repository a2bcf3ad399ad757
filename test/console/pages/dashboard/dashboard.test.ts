import assert from "node:assert/strict";
import { fill } from "@hilo/schema/routes";
import { dayStart } from "@hilo/schema/time";
import { filterFrom } from "../../../../console/src/data/filter.ts";
import { isCountable } from "../../../../console/src/data/filtered-counts.ts";
import { countsOn } from "../../../../console/src/data/stats.ts";
import { figuresOf } from "../../../../console/src/pages/dashboard/figures.ts";
import { hoursOf } from "../../../../console/src/pages/dashboard/hours.ts";
import { sharesOf } from "../../../../console/src/pages/dashboard/platforms.ts";
import { t } from "../../../../console/src/text/dashboard.ts";
import { language, setLanguage } from "../../../../console/src/text/language.ts";

describe("the dashboard's shapes", () => {
  const days: [what: string, byHour: Record<string, number>, now: number, hours: number[]][] = [
    ["a quiet morning", {}, 10, [8, 9, 10]],
    ["the first hour", {}, 8, [8]],
    ["a night before work", { "0": 2 }, 3, [0, 1, 2, 3]],
    ["before work, with nothing yet", {}, 6, [6]],
    ["what came before work", { "6": 1, "5": 0 }, 9, [6, 7, 8, 9]],
    ["the last hour", { "22": 1 }, 23, Array.from({ length: 16 }, (_, i) => i + 8)],
    ["a clock that is behind", { "12": 4 }, 11, [8, 9, 10, 11, 12]],
  ];
  for (const [what, byHour, now, hours] of days) {
    it(`end with this hour: ${what}`, () => {
      const shown = hoursOf(byHour, now);
      assert.deepEqual(
        shown.map(({ hour }) => hour),
        hours,
      );
      for (const { hour, count } of shown) assert.equal(count, byHour[hour] ?? 0);
    });
  }

  it("share platforms out to a whole, the busiest first", () => {
    const shares = sharesOf({ sms: 1, whatsapp: 3, email: 0 });
    assert.deepEqual(shares, [
      { platform: "whatsapp", count: 3, share: 0.75 },
      { platform: "sms", count: 1, share: 0.25 },
    ]);
    assert.deepEqual(sharesOf({}), []);
  });
});

describe("the dashboard's figures", () => {
  const known = {
    counts: { all: 41, unassigned: 3, closing: 2 },
    stats: null,
    unanswered: 7,
    resolved: 6,
    oldest: null,
    now: 0,
  };
  const opened = figuresOf(known).map(({ value, address }) => {
    const filter = filterFrom(new URLSearchParams(address.split("?")[1]));
    return { value, filter };
  });

  it("open a list that holds what they count, no more and no less", () => {
    const counted = opened.filter(({ value }) => value !== null);
    assert.deepEqual(
      counted.map(({ value, filter }) => [value, filter.view, filter.status]),
      [
        ["41", "all", "active"],
        ["7", "all", "active"],
        ["6", "all", "any"],
        ["2", "closing", "active"],
      ],
    );
    assert.ok(counted.every(({ filter }) => isCountable(filter)));
    assert.equal(counted[2]?.filter.resolvedToday, true);
  });
});

describe("a day of the workspace", () => {
  const begins: [zone: string, at: string, began: string][] = [
    ["America/Santiago", "2026-11-20T15:00:00Z", "2026-11-20T03:00:00Z"],
    ["America/Santiago", "2026-11-21T02:59:59Z", "2026-11-20T03:00:00Z"],
    ["America/Santiago", "2026-11-20T03:00:00Z", "2026-11-20T03:00:00Z"],
    // The clocks went forward at midnight: the day began at one.
    ["America/Santiago", "2026-09-06T15:00:00Z", "2026-09-06T04:00:00Z"],
    ["Asia/Kathmandu", "2026-11-20T20:00:00Z", "2026-11-20T18:15:00Z"],
    ["UTC", "2026-11-20T00:00:00.001Z", "2026-11-20T00:00:00Z"],
  ];
  for (const [zone, at, began] of begins) {
    it(`of ${at} in ${zone} began at ${began}`, () =>
      assert.equal(dayStart(Date.parse(at), zone), Date.parse(began)));
  }
});

describe("an endpoint's path", () => {
  it("is filled with what stands in braces, made safe", () => {
    assert.equal(
      fill("/conversations/{conversationId}/messages/{messageId}", {
        conversationId: "a/b",
        messageId: "ñ",
      }),
      "/conversations/a%2Fb/messages/%C3%B1",
    );
  });
});

describe("the day's counters", () => {
  const now = { today: "20261130", received: 3, receivedByHour: { "9": 3 } };
  it("are what was folded last, when that was today", () => {
    const { received, receivedByHour, leads } = countsOn("20261130", now);
    assert.deepEqual([received, receivedByHour, leads], [3, { "9": 3 }, 0]);
  });
  it("are nothing on a day of which nothing was folded yet", () => {
    assert.deepEqual(countsOn("20261201", now), countsOn("20261130", {}));
    assert.equal(countsOn("20261201", now).received, 0);
  });
});

describe("the dashboard's figure of who waits", () => {
  const before = language();
  beforeEach(() => setLanguage("es"));
  after(() => setLanguage(before));
  const rows: readonly [
    says: string,
    unanswered: number | null,
    oldest: number | null,
    detail: string,
  ][] = [
    ["nobody, when that was counted", 0, null, "nadie espera"],
    ["nothing of how long, before the list has come", 5, null, ""],
    ["nothing before it was counted", null, null, ""],
  ];
  for (const [says, count, oldest, detail] of rows)
    it(`says ${says}`, () => {
      const known = {
        ...{ counts: {}, stats: null, unanswered: count, resolved: null },
        ...{ oldest, now: 0 },
      };
      const figure = figuresOf(known).find(({ label }) => label === t.unanswered);
      assert.equal(figure?.detail, detail);
    });
});
