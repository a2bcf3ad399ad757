import assert from "node:assert/strict";
import { everything, type Filter } from "../../../console/src/data/filter.ts";
import { pageSize } from "../../../console/src/data/listing.ts";
import { fresh, idsOf, ListReader, lookAtPage, many, nth } from "../../support/list-reader.ts";
import { listed } from "../../support/listed-conversation.ts";

const all: Filter = { ...everything, view: "all" };

describe("a list of conversations that is paged", () => {
  let reader: ListReader;
  let lookAway: () => void;

  before(() => {
    lookAway = lookAtPage();
  });

  after(() => lookAway());
  afterEach(() => reader.leave());

  describe("while things happen", () => {
    const events: [string, (page: number) => void][] = [
      ["new ones arrive", (page) => reader.server.put(fresh(page, 0))],
      [
        "more arrive at once than a page holds",
        (page) =>
          reader.server.put(...Array.from({ length: pageSize + 7 }, (_, i) => fresh(page, i))),
      ],
      ["old ones come to the top", (page) => reader.rise(nth((page * 25 + 3) % 500), page)],
      ["those far below come to the top", (page) => reader.rise(nth(499 - page), page)],
      [
        "some are resolved",
        (page) => reader.server.change(nth((page * 29) % 500), { status: "resolved" }),
      ],
      ["the last of each page goes", () => reader.server.remove(reader.ids.at(-1) ?? "")],
      [
        "a whole page goes",
        (page) => {
          for (const id of reader.ids.slice(page * 10, page * 10 + pageSize))
            reader.server.remove(id);
        },
      ],
      [
        "one goes and comes back",
        (page) => {
          const id = reader.ids[5] ?? "";
          reader.server.change(id, { status: page % 2 === 0 ? "resolved" : "open" });
        },
      ],
      [
        "everything at once",
        (page) => {
          reader.server.put(fresh(page, 0), fresh(page, 1));
          reader.rise(reader.ids[20 + page] ?? "c010", page);
          reader.server.remove(reader.ids[3] ?? "");
          reader.server.remove(reader.ids.at(-2) ?? "");
        },
      ],
    ];
    for (const [name, happens] of events) {
      it(`shows all of 500 once when ${name}`, () => {
        reader = new ListReader(all, many(500));
        reader.toTheEnd(happens);
        reader.isWhole();
        happens(40);
        reader.server.speak();
        reader.toTheEnd();
        reader.isWhole();
      });
    }

    it("reads the stretch again that new ones push over its end, and no other", () => {
      reader = new ListReader(all, many(500));
      reader.toTheEnd();
      const before = reader.server.sent;
      reader.server.put(fresh(0, 0));
      reader.server.speak();
      assert.ok(
        reader.server.sent - before <= pageSize + 2,
        `${reader.server.sent - before} were read again`,
      );
      const again = reader.server.sent;
      reader.server.put(fresh(0, 1));
      reader.server.speak();
      assert.equal(reader.server.sent - again, 1);
      reader.isWhole();
    });

    it("loses no row for a moment when new ones push it over the end", () => {
      reader = new ListReader(all, many(100));
      reader.server.speak();
      reader.list.more();
      reader.server.speak();
      const shown = new Set(reader.ids);
      const short: number[] = [];
      const stop = reader.list.subscribe(() => {
        const now = new Set(reader.ids);
        short.push([...shown].filter((id) => !now.has(id)).length);
      });
      reader.server.put(fresh(0, 0), fresh(0, 1));
      reader.server.speak();
      stop();
      assert.deepEqual([...new Set(short)], [0]);
    });

    it("shows what arrives after its end", () => {
      const filter: Filter = { ...all, unanswered: true };
      reader = new ListReader(
        filter,
        many(40, (i) => ({ waitingSince: 1000 + i })),
      );
      reader.toTheEnd();
      for (let i = 0; i < 45; i += 1) {
        reader.server.put(listed(`late${i}`, { waitingSince: Date.now() + i }));
        reader.server.speak();
      }
      reader.toTheEnd();
      reader.isWhole();
    });

    it("takes out of its older rows what is done with, and shows them as they are", () => {
      reader = new ListReader(all, many(100));
      reader.toTheEnd();
      reader.server.change("c080", { status: "resolved" });
      reader.server.change("c090", { unread: 7 });
      reader.server.speak();
      assert.ok(!reader.ids.includes("c080"));
      assert.equal(reader.list.value.items.find(({ id }) => id === "c090")?.unread, 7);
      reader.isWhole();
    });
  });

  describe("without the server", () => {
    it("says neither that it ends nor that it failed while the next page is not answered", () => {
      reader = new ListReader(all, many(100));
      reader.server.speak();
      reader.list.more();
      reader.server.remembered = ["c031", "c032"];
      reader.server.remember();
      assert.deepEqual(
        [
          reader.list.value.state,
          reader.list.value.more,
          reader.list.value.loadingMore,
          reader.list.value.items.length,
        ],
        ["ready", true, true, 32],
      );
      reader.list.more();
      assert.equal(reader.server.listeners, 2);
      reader.server.speak();
      reader.toTheEnd();
      reader.isWhole();
    });

    it("asks again for a page that was refused", () => {
      reader = new ListReader(all, many(100));
      reader.server.speak();
      reader.list.more();
      reader.server.refuse();
      assert.deepEqual(
        [
          reader.list.value.state,
          reader.list.value.more,
          reader.list.value.loadingMore,
          reader.list.value.items.length,
        ],
        ["ready", true, false, pageSize],
      );
      reader.toTheEnd();
      reader.isWhole();
    });

    it("has failed when its beginning is refused, and begins anew when asked", () => {
      reader = new ListReader(all, many(100));
      reader.server.refuse();
      assert.equal(reader.list.value.state, "failed");
      reader.list.retry();
      assert.equal(reader.list.value.state, "loading");
      reader.toTheEnd();
      reader.isWhole();
    });

    it("goes on where it was when somebody listens again, whatever happened meanwhile", () => {
      reader = new ListReader(all, many(300));
      reader.server.speak();
      reader.list.more();
      reader.server.speak();
      reader.list.more();
      reader.server.speak();
      reader.leave();
      for (let i = 0; i < 70; i += 1) reader.server.put(fresh(9, i));
      reader.server.remove("c010");
      reader.rise("c250", 1);
      reader.comeBack();
      reader.server.remembered = ["c001"];
      reader.server.remember();
      assert.equal(reader.list.value.items.length, 3 * pageSize);
      reader.server.speak();
      assert.deepEqual(
        reader.ids,
        idsOf(reader.server.whole()).slice(0, reader.list.value.items.length),
      );
      reader.toTheEnd();
      reader.isWhole();
    });
  });
});
