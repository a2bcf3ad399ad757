import assert from "node:assert/strict";
import { mock } from "node:test";
import type { ListedConversation } from "@hilo/schema";
import { everything, type Filter } from "../../../console/src/data/filter.ts";
import { pageSize } from "../../../console/src/data/listing.ts";
import { different, manyFilters } from "../../support/list-filters.ts";
import { idsOf, ListReader, lookAtPage, many, nth, various } from "../../support/list-reader.ts";
import { listed } from "../../support/listed-conversation.ts";

const all: Filter = { ...everything, view: "all" };

describe("a list of conversations", () => {
  let reader: ListReader;
  let lookAway: () => void;

  before(() => {
    lookAway = lookAtPage();
  });

  after(() => lookAway());
  afterEach(() => reader.leave());

  describe("whose beginning the cache remembers", () => {
    const remembered: [string, (rows: readonly ListedConversation[]) => ListedConversation[]][] = [
      ["nothing of", () => []],
      ["one of", (rows) => rows.slice(0, 1)],
      ["those at the top of", (rows) => rows.slice(0, 12)],
      ["some from everywhere in", (rows) => rows.filter((_, i) => i % 4 === 0)],
      ["only old ones of", (rows) => rows.slice(60, 75)],
      ["a full page from further down of", (rows) => rows.slice(20, 20 + pageSize)],
      ["all of", (rows) => [...rows]],
    ];
    for (const [name, of] of remembered) {
      it(`goes on after ${name} it`, () => {
        const rows = many(89);
        reader = new ListReader(all, rows);
        reader.server.remembered = idsOf(of(rows));
        reader.server.remember();
        assert.equal(reader.list.value.more, true);
        assert.equal(reader.list.value.loadingMore, true);
        reader.list.more();
        reader.server.speak();
        assert.equal(reader.list.value.items.length, pageSize);
        reader.server.remember();
        assert.equal(reader.list.value.items.length, pageSize, "the cache took rows away");
        reader.toTheEnd(() => reader.server.remember());
        reader.isWhole();
      });
    }

    it("is shown from the cache at once, and empty only when the server says so", () => {
      reader = new ListReader(all, []);
      reader.server.remember();
      assert.equal(reader.list.value.state, "loading");
      reader.server.speak();
      assert.equal(reader.list.value.state, "ready");
      reader.isWhole();
      reader.leave();
      reader = new ListReader(all, many(3));
      reader.server.remembered = ["c001"];
      reader.server.remember();
      assert.deepEqual([reader.list.value.state, reader.ids], ["ready", ["c001"]]);
    });
  });

  it("tells how many it has looked through when few of them belong there", () => {
    const rows = many(89, (i) => ({ unread: i === 70 ? 1 : 0 }));
    reader = new ListReader({ ...all, unread: true }, rows);
    reader.server.speak();
    assert.deepEqual([reader.list.value.loaded, reader.ids], [pageSize, []]);
    assert.equal(reader.list.value.more, true);
    reader.toTheEnd();
    assert.deepEqual([reader.list.value.loaded, reader.ids], [89, [nth(70)]]);
    reader.isWhole();
  });

  for (const length of [0, 1, pageSize - 1, pageSize, pageSize + 1, 2 * pageSize, 500]) {
    it(`ends at its end when it is ${length} long`, () => {
      reader = new ListReader(all, many(length));
      reader.toTheEnd();
      reader.isWhole();
      assert.ok(reader.server.sent <= length, `${reader.server.sent} documents were read`);
    });
  }

  it("finds the others of one moment, too, when a page ends among them", () => {
    reader = new ListReader(
      all,
      many(200, () => ({ lastMessageAt: 5 })),
    );
    reader.toTheEnd();
    reader.isWhole();
  });

  it("of closing windows takes in and leaves out whom time brings there, without a word of the server", () => {
    mock.timers.enable({ apis: ["setInterval", "Date"], now: Date.now() });
    try {
      const until = (minutes: number) => ({ replyUntil: Date.now() + minutes * 60_000 });
      const rows = [10, 119, 125, 145, 200].map((m) => listed(`m${m}`, until(m)));
      reader = new ListReader({ ...all, view: "closing" }, rows);
      reader.server.speak();
      const seen: [minutes: number, ids: string[]][] = [
        [0, ["m10", "m119"]],
        [6, ["m10", "m119", "m125"]],
        [11, ["m119", "m125"]],
        [30, ["m119", "m125", "m145"]],
        [90, ["m119", "m125", "m145", "m200"]],
      ];
      let passed = 0;
      for (const [minutes, ids] of seen) {
        for (; passed < minutes; passed += 1) {
          mock.timers.tick(60_000);
          reader.server.timePasses();
        }
        assert.deepEqual(reader.ids, ids, `after ${minutes} minutes`);
      }
    } finally {
      mock.timers.reset();
    }
  });

  describe("under every filter", () => {
    for (const filter of manyFilters()) {
      it(`shows all of 500: ${JSON.stringify(different(filter))}`, () => {
        reader = new ListReader(filter, various(500));
        reader.server.remembered = Array.from({ length: 40 }, (_, i) => nth(i * 3));
        reader.server.remember();
        reader.toTheEnd((page) => {
          if (page < 20) reader.server.put(...various(4, `n${page}-`));
        });
        reader.isWhole();
      });
    }
  });
});
