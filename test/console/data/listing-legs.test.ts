import assert from "node:assert/strict";
import { everything, type Filter, priorities } from "../../../console/src/data/filter.ts";
import { pageSize } from "../../../console/src/data/listing.ts";
import { fresh, ListReader, lookAtPage, many, nth } from "../../support/list-reader.ts";
import { listed } from "../../support/listed-conversation.ts";

const all: Filter = { ...everything, view: "all" };
const byPriority: Filter = { ...all, sort: "priority" };
const byWait: Filter = { ...all, sort: "waiting" };

/** Of every fourth another priority, every third waiting. */
function mixed(length: number) {
  return many(length, (i) => ({
    priority: priorities[i % 4] ?? "normal",
    waitingSince: i % 3 === 0 ? 1000 + i : null,
  }));
}

describe("a list in several legs", () => {
  let reader: ListReader;
  let lookAway: () => void;

  before(() => {
    lookAway = lookAtPage();
  });

  after(() => lookAway());
  afterEach(() => reader.leave());

  const events: [name: string, filter: Filter, (page: number) => void][] = [
    [
      "some become urgent",
      byPriority,
      (page) => reader.server.change(nth((page * 29 + 3) % 300), { priority: "urgent" }),
    ],
    [
      "urgent ones become low",
      byPriority,
      (page) => reader.server.change(nth((page * 4) % 300), { priority: "low" }),
    ],
    [
      "new ones arrive in a leg that has ended",
      byPriority,
      (page) => reader.server.put(urgent(page)),
    ],
    [
      "more come into a leg that has ended than a page holds",
      byPriority,
      (page) =>
        reader.server.put(...Array.from({ length: pageSize + 3 }, (_, i) => urgent(page, i, -1))),
    ],
    [
      "some are answered",
      byWait,
      (page) => reader.server.change(nth((page * 3) % 300), { waitingSince: null }),
    ],
    [
      "others begin to wait",
      byWait,
      (page) => reader.server.change(nth(299 - page), { waitingSince: Date.now() + page }),
    ],
    ["some are resolved", byWait, (page) => reader.server.remove(nth((page * 17) % 300))],
  ];
  for (const [name, filter, happens] of events) {
    it(`shows all of 300 once when ${name}`, () => {
      reader = new ListReader(filter, mixed(300));
      reader.toTheEnd((page) => {
        if (page < 15) happens(page);
      });
      reader.isWhole();
      happens(20);
      reader.server.speak();
      reader.toTheEnd();
      reader.isWhole();
    });
  }

  const lengths: [name: string, of: (index: number) => (typeof priorities)[number]][] = [
    ["only urgent", () => "urgent"],
    ["only low", () => "low"],
    ["none that is high or normal", (i) => (i % 2 ? "urgent" : "low")],
    ["a full page of each", (i) => priorities[Math.floor(i / pageSize)] ?? "low"],
  ];
  for (const [name, of] of lengths) {
    it(`ends at its end with ${name}, and reads each once`, () => {
      const rows = many(4 * pageSize, (i) => ({ priority: of(i) }));
      reader = new ListReader(byPriority, rows);
      reader.toTheEnd();
      reader.isWhole();
      assert.equal(reader.server.sent, rows.length);
    });
  }

  it("is empty only when every leg is", () => {
    reader = new ListReader(byPriority, []);
    reader.server.speak();
    assert.deepEqual([reader.list.value.state, reader.list.value.more], ["ready", false]);
  });

  it("begins with the first leg only, and with the next one when that has ended", () => {
    reader = new ListReader(byPriority, mixed(200));
    assert.equal(reader.server.listeners, 1);
    reader.server.speak();
    assert.ok(reader.list.value.items.every(({ priority }) => priority === "urgent"));
    assert.equal(reader.server.listeners, 1);
    reader.list.more();
    reader.server.speak();
    assert.equal(
      reader.list.value.items.filter(({ priority }) => priority === "urgent").length,
      50,
    );
    assert.equal(reader.list.value.items.filter(({ priority }) => priority === "high").length, 30);
  });

  it("fails when one of its legs does, and is whole after another try", () => {
    reader = new ListReader(byPriority, mixed(20));
    reader.server.remember();
    reader.server.refuse();
    assert.equal(reader.list.value.state, "failed");
    assert.equal(reader.server.listeners, 0);
    reader.list.retry();
    reader.toTheEnd();
    reader.isWhole();
  });

  it("goes on where it was after nobody looked", () => {
    reader = new ListReader(byWait, mixed(120));
    reader.server.speak();
    reader.list.more();
    reader.server.speak();
    reader.leave();
    reader.server.change(nth(0), { waitingSince: null });
    reader.comeBack();
    reader.toTheEnd();
    reader.isWhole();
  });
});

function urgent(page: number, index = 0, way = 1) {
  const { id, lastMessageAt } = fresh(page, index);
  return listed(id, {
    priority: "urgent",
    lastMessageAt: way < 0 ? page * 100 + index : lastMessageAt,
  });
}
