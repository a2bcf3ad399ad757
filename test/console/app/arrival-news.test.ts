import assert from "node:assert/strict";
import { arrived } from "../../../console/src/app/news.ts";
import { listed } from "../../support/listed-conversation.ts";

describe("what is told of the list of mine", () => {
  const known = new Map([
    ["a", 900],
    ["b", 800],
    ["silent", 0],
  ]);
  const cases: [string, Parameters<typeof listed>[1] & { id?: string }, string | undefined][] = [
    ["a new message in a known one", { id: "b", lastInboundAt: 950 }, "b"],
    [
      "the first message of one that was begun by us",
      { id: "silent", lastInboundAt: 100 },
      "silent",
    ],
    ["one that has just come", { id: "c", lastInboundAt: 950 }, "c"],
    ["nothing when a page of older ones is loaded", { id: "c", lastInboundAt: 700 }, undefined],
    ["nothing when it is as it was", { id: "a", lastInboundAt: 900 }, undefined],
    [
      "nothing of one in which the customer never wrote",
      { id: "c", lastInboundAt: null },
      undefined,
    ],
  ];
  for (const [name, { id = "", ...changes } = {}, expected] of cases) {
    it(`is ${name}`, () => {
      assert.equal(arrived([listed(id, changes)], known, 900)[0]?.id, expected);
    });
  }
});
