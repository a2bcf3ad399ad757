import assert from "node:assert/strict";
import type { ListedConversation } from "@hilo/schema";
import { everything, type Filter } from "../../../console/src/data/filter.ts";
import { pageSize } from "../../../console/src/data/listing.ts";
import { different, manyFilters } from "../../support/list-filters.ts";
import { fresh, ListReader, lookAtPage, many, nth, various } from "../../support/list-reader.ts";
import { listed } from "../../support/listed-conversation.ts";
import { type Sees, signInAs } from "../../support/signed-in.ts";

const all: Filter = { ...everything, view: "all" };
const twelve = Array.from({ length: 12 }, (_, i) => `t${i}`);
const team: Sees = { see: "team", teams: ["north", "south"] };

const readers: [who: string, sees: Sees][] = [
  ["some teams", team],
  ["as many teams as one can be in", { see: "team", teams: ["north", ...twelve.slice(1)] }],
  ["no team", { see: "team", teams: [] }],
  ["only what is their own", { see: "own", teams: [] }],
];

const filters = manyFilters();

/** Whose a conversation is, in a rhythm that puts some in each part, some in several, and some in none. */
function spread(index: number): Partial<ListedConversation> {
  const whose = [
    { assigneeId: "ana" },
    { assigneeId: "ana", teamId: "north", guests: ["ana"] },
    { assigneeId: "beto", teamId: "north" },
    { assigneeId: "none", teamId: "south" },
    {},
    { assigneeId: "beto", guests: ["beto", "ana"] },
    { assigneeId: "beto", teamId: "east" },
    { assigneeId: "none", teamId: "east" },
  ];
  return whose[(index * 5 + (index >> 3)) % whose.length] ?? {};
}

describe("a list of conversations of who does not see all", () => {
  let reader: ListReader;
  let lookAway: () => void;

  before(() => {
    lookAway = lookAtPage();
  });

  after(() => lookAway());
  afterEach(() => reader.leave());

  for (const [who, sees] of readers) {
    describe(`but ${who}`, () => {
      for (const filter of sees === team ? filters : filters.filter((_, i) => i % 9 === 0)) {
        it(`shows what they see of 500, and nothing else: ${JSON.stringify(different(filter))}`, () => {
          reader = new ListReader(filter, various(500), sees);
          reader.server.remembered = Array.from({ length: 40 }, (_, i) => nth(i * 3));
          reader.server.remember();
          reader.toTheEnd((page) => {
            if (page < 20) reader.server.put(...various(4, `n${page}-`));
          });
          reader.isWhole();
        });
      }

      const events: [string, (page: number) => void][] = [
        ["new ones arrive", (page) => reader.server.put(fresh(page, 0))],
        [
          "more of a team arrive at once than a page holds",
          (page) =>
            reader.server.put(
              ...Array.from({ length: pageSize + 7 }, (_, i) => ofTeam(fresh(page, i))),
            ),
        ],
        ["old ones come to the top", (page) => reader.rise(nth((page * 25 + 3) % 500), page)],
        [
          "some are resolved",
          (page) => reader.server.change(nth((page * 29) % 500), { status: "resolved" }),
        ],
        [
          "some are given to others",
          (page) =>
            reader.server.change(reader.ids[page * 3] ?? "c001", {
              assigneeId: "beto",
              teamId: "east",
              guests: [],
            }),
        ],
        [
          "some are given to them",
          (page) => reader.server.change(nth((page * 31) % 500), { assigneeId: "ana" }),
        ],
        [
          "some go over to another team of theirs",
          (page) => reader.server.change(nth((page * 31) % 500), { teamId: "south" }),
        ],
        ["the last of each page goes", () => reader.server.remove(reader.ids.at(-1) ?? "")],
      ];
      for (const [name, happens] of events) {
        it(`shows what they see of 500 once when ${name}`, () => {
          reader = new ListReader(all, many(500, spread), sees);
          reader.toTheEnd(happens);
          reader.isWhole();
          happens(40);
          reader.server.speak();
          reader.toTheEnd();
          reader.isWhole();
        });
      }

      it("begins with a page, goes on by a page at least, and has no row come before one that is there", () => {
        reader = new ListReader(all, many(500, spread), sees);
        reader.server.speak();
        assert.ok(reader.ids.length >= pageSize);
        while (reader.list.value.more) {
          const before = reader.ids;
          reader.list.more();
          reader.server.speak();
          assert.deepEqual(reader.ids.slice(0, before.length), before);
          const { more } = reader.list.value;
          assert.ok(!more || reader.ids.length >= before.length + pageSize);
        }
        reader.isWhole();
      });
    });
  }

  it("reads each conversation once for each part that it stands in, and of all others none", () => {
    const rows = many(500, spread);
    reader = new ListReader(all, rows, team);
    reader.toTheEnd();
    const parts: ((one: ListedConversation) => boolean | undefined)[] = [
      ({ assigneeId }) => assigneeId === "ana",
      ({ guests }) => guests?.includes("ana"),
      ({ teamId }) => team.teams.includes(teamId),
      ({ assigneeId, teamId }) => assigneeId === "none" && teamId === "none",
    ];
    const stands = rows.flatMap((row) => parts.filter((part) => part(row)));
    assert.equal(reader.server.sent, stands.length);
  });

  it("of one's own asks one question", () => {
    reader = new ListReader({ ...all, view: "mine" }, many(500, spread), team);
    assert.equal(reader.server.listeners, 1);
  });

  it("asks again for what was refused of one part only when asked to", () => {
    reader = new ListReader(all, many(500, spread), team);
    reader.server.speak();
    const { length } = reader.ids;
    reader.list.more();
    reader.server.refuse();
    const { state, more, loadingMore, items } = reader.list.value;
    assert.deepEqual([state, more, loadingMore, items.length], ["ready", true, false, length]);
    reader.toTheEnd();
    reader.isWhole();
  });

  it("has failed when one of its parts is refused, and is whole after another try", () => {
    reader = new ListReader(all, many(100, spread), team);
    reader.server.remember();
    reader.server.refuse();
    assert.equal(reader.list.value.state, "failed");
    reader.list.retry();
    reader.toTheEnd();
    reader.isWhole();
  });

  it("is asked for anew when they come to see more, and when they see less", () => {
    reader = new ListReader(all, many(500, spread), team);
    reader.toTheEnd();
    for (const sees of [readers[3]?.[1], { see: "all", teams: [] } as const, team]) {
      signInAs("ana", sees);
      reader.toTheEnd();
      reader.isWhole();
    }
  });

  it("goes on as it is when they come to see what it is not about", () => {
    reader = new ListReader({ ...all, view: "mine" }, many(100, spread), team);
    reader.toTheEnd();
    const { sent } = reader.server;
    signInAs("ana", { see: "own", teams: [] });
    reader.server.speak();
    assert.equal(reader.server.sent, sent);
    reader.isWhole();
  });
});

function ofTeam(one: ListedConversation): ListedConversation {
  return listed(one.id, { ...one, teamId: "north", assigneeId: "beto" });
}
