import { deepEqual, equal } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Conversation, Episode, type Message } from "@hilo/schema";
import { rebuiltEpisodes } from "../../../functions/src/conversations/rebuilt-episodes.ts";
import { turnMoved } from "../../../functions/src/conversations/turn.ts";
import { inRoot } from "../../../scripts/paths.ts";
import { listed } from "../../support/listed-conversation.ts";

const ids = { conversationId: "c", language: "es" };

type Said = "in" | "machine" | "past" | "out" | "bot" | "echo" | "resolved" | "closed" | "open";

/** An entry of a thread, by its minute. */
function entry(said: Said, at: number): Message {
  const isLine = said === "resolved" || said === "closed" || said === "open";
  const isInbound = said === "in" || said === "machine" || said === "past";
  return {
    direction: isLine ? "system" : isInbound ? "inbound" : "outbound",
    kind: isLine ? "event" : "text",
    text: "",
    attachments: [],
    status: "sent",
    statusRank: 3,
    statusAt: {},
    externalId: null,
    author: {
      type: said === "bot" ? "responder" : isInbound ? "contact" : "member",
      id: "ana",
      name: "",
    },
    providerAt: at,
    createdAt: new Date(at),
    ...(isLine ? { event: { type: "status", to: said } } : {}),
    ...(said === "machine" ? { quiet: true } : {}),
    ...(said === "past" ? { past: true } : {}),
    ...(said === "echo" ? { echo: true } : {}),
    ...(said === "out" ? { waitedSince: at - 1 } : {}),
  };
}

/** A conversation of before, as its last entry leaves it. */
function unmeasured(changes: Partial<Conversation> = {}): Conversation {
  const { id: _, ...conversation } = listed("c", { assigneeId: "ana", ...changes });
  return conversation;
}

describe("the episodes of a thread that was not measured", () => {
  const rows: [
    what: string,
    said: Said[],
    status: Conversation["status"],
    spans: [from: number, to: number, reopenedAt?: number][],
    changes: [episode: number, episodeAt: number | null, firstResponseAt: number | null],
  ][] = [
    ["one under way", ["in", "out"], "open", [], [1, 0, 1]],
    ["one that ended", ["in", "out", "resolved"], "resolved", [[0, 2]], [2, null, null]],
    ["one that ended twice", ["in", "resolved", "closed"], "closed", [[0, 1]], [2, null, null]],
    [
      "two, and the customer came back",
      ["in", "resolved", "in", "out"],
      "open",
      [[0, 1, 2]],
      [2, 2, 3],
    ],
    ["one whose end was taken back", ["in", "resolved", "open"], "open", [], [1, 0, null]],
    ["one that we began", ["out", "in", "resolved"], "resolved", [[0, 2]], [2, null, null]],
    [
      "none by machines, by what is past, by answers of their own or elsewhere",
      ["machine", "past", "bot", "echo"],
      "open",
      [],
      [1, null, null],
    ],
    ["one whose line is missing", ["in", "out"], "closed", [[0, 1]], [2, null, null]],
  ];
  for (const [what, said, status, spans, [episode, episodeAt, firstResponseAt]] of rows)
    it(`are ${what}`, () => {
      const thread = said.map(entry);
      const conversation = unmeasured({ status, lastMessageAt: 1 });
      const rebuilt = rebuiltEpisodes(conversation, thread, ids);
      deepEqual(
        rebuilt?.episodes.map(({ from, to, reopenedAt }) =>
          reopenedAt === undefined ? [from, to] : [from, to, reopenedAt],
        ),
        spans,
      );
      deepEqual(rebuilt?.changes, { episode, episodeAt, firstResponseAt });
      for (const one of rebuilt?.episodes ?? []) deepEqual(Episode.parse(one), one);
    });

  it("tell who answered, how soon and how often", () => {
    const said: Said[] = [
      "in",
      "out",
      "in",
      "out",
      "resolved",
      "out",
      "resolved",
      "in",
      "bot",
      "resolved",
    ];
    const rebuilt = rebuiltEpisodes(unmeasured({ status: "resolved" }), said.map(entry), ids);
    const told = rebuilt?.episodes.map((one) => [
      one.firstResponseBy,
      one.firstResponseMs,
      one.responses,
    ]);
    deepEqual(told, [
      ["ana", 1, 2],
      [null, null, 1],
      [null, null, 0],
    ]);
  });

  it("are rebuilt once, of conversations as they were written before", () => {
    const path = inRoot("test/fixtures/frozen/2026-11.json");
    const thaw = (_: string, value: unknown) =>
      new Date((value as { $time?: number } | null)?.$time ?? Number.NaN).getTime()
        ? new Date((value as { $time: number }).$time)
        : value;
    const { conversations } = JSON.parse(readFileSync(path, "utf8"), thaw);
    for (const stored of conversations) {
      const conversation = Conversation.parse({ ...stored, ...turnMoved(stored) });
      const rebuilt = rebuiltEpisodes(conversation, [entry("in", 0)], ids);
      const isOver = ["resolved", "closed"].includes(conversation.status);
      equal(rebuilt?.episodes.length, isOver ? 1 : 0);
      equal(rebuiltEpisodes({ ...conversation, ...rebuilt?.changes }, [], ids), undefined);
    }
  });
});
