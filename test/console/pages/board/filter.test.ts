import { deepEqual, equal } from "node:assert/strict";
import {
  addressOf,
  allOfIt,
  type BoardFilter,
  filterIn,
  isAmong,
  leavesOut,
} from "../../../../console/src/pages/board/filter.ts";
import { wayOf } from "../../../../console/src/pages/board/swipe.ts";
import { listedLead } from "../../../support/listed-lead.ts";

describe("the filter of a board", () => {
  it("stands in the address and is read from there", () => {
    const filter: BoardFilter = {
      owner: "ana",
      tag: "pyme y más",
      channel: "whatsapp",
      kind: "sale",
      words: "rocío",
      order: "value",
    };
    const address = addressOf("sales", filter, "l1");
    deepEqual(filterIn(new URL(address, "http://x.invalid").search), filter);
    equal(new URL(address, "http://x.invalid").searchParams.get("lead"), "l1");
    equal(addressOf("sales", allOfIt), "/board/sales");
  });

  it("takes nothing from an address that it does not know", () => {
    deepEqual(filterIn("?kind=nonsense&order=up"), allOfIt);
  });

  it("leaves nothing out by an order alone", () => {
    equal(leavesOut({ ...allOfIt, order: "value" }), false);
    equal(leavesOut({ ...allOfIt, tag: "vip" }), true);
  });

  const lead = listedLead("a", undefined, { tags: ["Pyme"], ownerId: "ana" });
  const cases: [change: Partial<BoardFilter>, isAmong: boolean][] = [
    [{}, true],
    [{ owner: "ana" }, true],
    [{ owner: "none" }, false],
    [{ tag: "pyme" }, true],
    [{ tag: "vip" }, false],
    [{ channel: "whatsapp" }, true],
    [{ channel: "email" }, false],
    [{ kind: "support" }, false],
    [{ words: "nunez" }, true],
    [{ words: "pym" }, true],
    [{ words: "beto" }, false],
  ];
  for (const [change, expected] of cases)
    it(`${expected ? "keeps" : "leaves out"} a card by ${JSON.stringify(change)}`, () => {
      equal(isAmong(lead, { ...allOfIt, ...change }), expected);
    });
});

describe("a finger on the board", () => {
  it("asks for another stage only when it goes far enough, and straight", () => {
    equal(wayOf({ x: 200, y: 100 }, { x: 100, y: 110 }), 1);
    equal(wayOf({ x: 100, y: 100 }, { x: 200, y: 110 }), -1);
    equal(wayOf({ x: 200, y: 100 }, { x: 170, y: 100 }), 0);
    equal(wayOf({ x: 200, y: 100 }, { x: 100, y: 200 }), 0);
  });
});
