import assert from "node:assert/strict";
import { publicName } from "@hilo/schema";

describe("what customers see a member called", () => {
  const rows: [name: string, shown: string][] = [
    ["Paula Rojas", "Paula"],
    ["  Ñusta  ", "Ñusta"],
    ["paula@example.org", ""],
    ["Paula (paula@example.org)", ""],
    ["", ""],
  ];
  for (const [name, shown] of rows)
    it(`is "${shown}" of "${name}"`, () => assert.equal(publicName(name), shown));
});
