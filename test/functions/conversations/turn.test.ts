import { deepEqual, equal } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Turn } from "@hilo/schema";
import { turnMoved, turnOfBoth } from "../../../functions/src/conversations/turn.ts";
import { inRoot } from "../../../scripts/paths.ts";

type Stored = { turn: unknown; status: string; firstResponseAt?: number | null };

/** Conversations as the house wrote them when the turn was a word. */
const frozen: Stored[] = JSON.parse(
  readFileSync(inRoot("test/fixtures/frozen/2026-11.json"), "utf8"),
).conversations;

const turn = (owner: Turn["owner"], version: number): Turn => ({
  owner,
  version,
  since: version,
  why: "begun",
});

describe("the turn that was a word", () => {
  it("is read as what it says, without having moved yet", () => {
    deepEqual(Turn.parse("human"), { owner: "human", version: 0, since: 0, why: "earlier" });
    deepEqual(Turn.parse(turn("bot", 3)), turn("bot", 3));
  });

  const rows: [what: string, of: (one: Stored) => boolean, owner: Turn["owner"]][] = [
    ["a person's where one answered", (one) => !isOver(one) && isAnswered(one), "human"],
    ["nobody's where nobody did", (one) => !isOver(one) && !isAnswered(one), "none"],
    ["nobody's where the matter is over", isOver, "none"],
  ];
  for (const [what, of, owner] of rows)
    it(`becomes ${what}`, () => {
      const found = frozen.filter(of);
      equal(found.length > 0, true);
      for (const one of found) {
        const moved = turnMoved(one)?.turn;
        deepEqual(Turn.parse(moved), moved);
        deepEqual([moved?.owner, moved?.version], [owner, 0]);
        equal(moved?.since, owner === "human" ? one.firstResponseAt : 0);
      }
    });

  it("moves once", () => {
    for (const one of frozen) equal(turnMoved({ ...one, ...turnMoved(one) }), undefined);
  });
});

function isOver({ status }: Stored): boolean {
  return status === "resolved" || status === "closed";
}

function isAnswered({ firstResponseAt }: Stored): boolean {
  return typeof firstResponseAt === "number";
}

describe("the turn of two conversations that become one", () => {
  const rows: [one: Turn, other: Turn, owner: Turn["owner"]][] = [
    [turn("none", 4), turn("human", 2), "human"],
    [turn("human", 4), turn("bot", 2), "human"],
    [turn("none", 4), turn("bot", 5), "bot"],
    [turn("none", 4), turn("none", 5), "none"],
  ];
  for (const [one, other, owner] of rows)
    it(`${one.owner} and ${other.owner}: ${owner}, in a version that neither knew`, () => {
      for (const both of [turnOfBoth(one, other), turnOfBoth(other, one)]) {
        equal(both.owner, owner);
        equal(both.version > Math.max(one.version, other.version), true);
      }
    });
});
