import { deepEqual, equal } from "node:assert/strict";
import type { ListedLead } from "@hilo/schema";
import * as fc from "fast-check";
import { figuresOf, together } from "../../../console/src/data/board-figures.ts";
import {
  arranged,
  hasArrived,
  type Move,
  neighbourOf,
} from "../../../console/src/data/board-moves.ts";
import { byPlace, inOrder, waitsSince } from "../../../console/src/data/board-order.ts";
import { listedLead } from "../../support/listed-lead.ts";

const columns = ["sales/initial", "sales/debate", "sales/closing"] as const;

function board(...ids: readonly string[][]): Map<string, ListedLead[]> {
  return new Map(
    columns.map((column, i) => [column, (ids[i] ?? []).map((id) => listedLead(id, column))]),
  );
}

function idsIn(cards: ReadonlyMap<string, readonly ListedLead[]>): string[][] {
  return columns.map((column) => (cards.get(column) ?? []).map(({ id }) => id));
}

describe("moves that the database does not tell of yet", () => {
  const now = board(["a", "b"], ["c", "d"], []);
  const move = (id: string, to: string | null, before: string | null = null): Move => ({
    lead: listedLead(id),
    to,
    before,
  });

  it("put a card above another one, or at the end", () => {
    deepEqual(idsIn(arranged(now, [move("a", "sales/debate", "d")])), [["b"], ["c", "a", "d"], []]);
    deepEqual(idsIn(arranged(now, [move("a", "sales/debate")])), [["b"], ["c", "d", "a"], []]);
  });

  it("put it at the end where the other one has gone", () => {
    deepEqual(idsIn(arranged(now, [move("a", "sales/debate", "z")])), [["b"], ["c", "d", "a"], []]);
  });

  it("take a card off the board", () => {
    deepEqual(idsIn(arranged(now, [move("a", null)])), [["b"], ["c", "d"], []]);
  });

  it("show a card once that two columns tell of", () => {
    const moved = listedLead("a", "sales/debate");
    const both = new Map(now).set("sales/debate", [moved]);
    both.set("sales/initial", [moved, ...(board(["b"]).get("sales/initial") ?? [])]);
    deepEqual(idsIn(arranged(both, [])), [["b"], ["a"], []]);
  });

  it("never lose a card or show it twice", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const some = fc.array(
      fc.record({
        id: fc.constantFrom(...ids),
        to: fc.constantFrom(...columns),
        before: fc.option(fc.constantFrom(...ids)),
      }),
    );
    const whole = board(["a", "b"], ["c", "d"], ["e"]);
    fc.assert(
      fc.property(some, (all) => {
        // As the board keeps them: one a card, the latest.
        const latest = new Map(all.map((one) => [one.id, move(one.id, one.to, one.before)]));
        deepEqual(
          idsIn(arranged(whole, [...latest.values()]))
            .flat()
            .sort(),
          ids,
        );
      }),
    );
  });

  it("have arrived once the column shows the card with the rank that the server gave", () => {
    const done = { ...move("a", "sales/debate"), rank: "ax" };
    const placed = listedLead("a", "sales/debate");
    const at = (rank: string) => ({
      ...placed,
      funnel: placed.funnel && { ...placed.funnel, rank },
    });
    equal(hasArrived(done, now), false);
    equal(
      hasArrived(done, new Map(now).set("sales/initial", []).set("sales/debate", [at("ay")])),
      false,
    );
    equal(
      hasArrived(done, new Map(now).set("sales/initial", []).set("sales/debate", [at("ax")])),
      true,
    );
    equal(hasArrived(move("a", "sales/debate"), new Map().set("sales/debate", [at("ax")])), false);
    equal(hasArrived(move("a", null), new Map(now).set("sales/initial", [])), true);
  });

  it("tell the server a neighbour: the card below, or the last one", () => {
    const cards = ["c", "d"].map((id) => listedLead(id));
    deepEqual(neighbourOf(cards, "a", "d"), { before: "d" });
    deepEqual(neighbourOf(cards, "a", null), { after: "d" });
    deepEqual(neighbourOf(cards, "d", null), { after: "c" });
    deepEqual(neighbourOf([], "a", null), {});
  });
});

describe("the order of cards", () => {
  it("is by rank, and of one rank by id", () => {
    const ranked = (id: string, rank: string) => {
      const lead = listedLead(id);
      return { ...lead, funnel: lead.funnel && { ...lead.funnel, rank } };
    };
    const cards = [ranked("b", "a1"), ranked("a", "a1"), ranked("c", "Zz")];
    deepEqual(
      cards.sort(byPlace).map(({ id }) => id),
      ["c", "a", "b"],
    );
  });

  it("is the newest first in the tray", () => {
    const at = (id: string, ms: number) => listedLead(id, "tray", { openedAt: ms });
    deepEqual(
      [at("a", 1), at("b", 3), at("c", 2)].sort(byPlace).map(({ id }) => id),
      ["b", "c", "a"],
    );
  });

  it("by waiting has those who were answered last", () => {
    const cards = [
      listedLead("answered", undefined, { waitingSince: 1, answeredAt: 2 }),
      listedLead("late", undefined, { waitingSince: 50, answeredAt: 2 }),
      listedLead("early", undefined, { waitingSince: 10 }),
    ];
    deepEqual(cards.map(waitsSince), [null, 50, 10]);
    deepEqual(
      inOrder(cards, "waiting").map(({ id }) => id),
      ["early", "late", "answered"],
    );
  });

  it("by value has those without one last", () => {
    const worth = (id: string, amount: number) =>
      listedLead(id, undefined, { value: { amount, currency: "CLP" } });
    const cards = [listedLead("none"), worth("less", 10), worth("more", 20)];
    deepEqual(
      inOrder(cards, "value").map(({ id }) => id),
      ["more", "less", "none"],
    );
    deepEqual(
      inOrder(cards, "rank").map(({ id }) => id),
      ["none", "less", "more"],
    );
  });
});

describe("the figures of a column", () => {
  it("never add currencies up", () => {
    const of = (amount: number, currency: string) => ({ value: { amount, currency } });
    const one = figuresOf([of(10, "CLP"), of(5, "USD"), { value: null }, of(1, "CLP")]);
    deepEqual(one, { count: 4, atLeast: false, sums: { CLP: 11, USD: 5 } });
    deepEqual(together([one, figuresOf([of(2, "USD")], true)]), {
      count: 5,
      atLeast: true,
      sums: { CLP: 11, USD: 7 },
    });
  });
});
