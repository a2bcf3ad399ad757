import assert from "node:assert/strict";
import type { Picked } from "../../../../../console/src/data/draft-store.ts";
import {
  afterChange,
  toldBy,
} from "../../../../../console/src/pages/inbox/composer/writing/picked.ts";

const ana: Picked = { id: "a1", name: "Ana", at: 0 };
const otherAna: Picked = { id: "a2", name: "Ana", at: 5 };

describe("who was picked in a note", () => {
  const changes: [
    what: string,
    picked: Picked[],
    before: string,
    after: string,
    caret: number,
    left: [id: string, at: number][],
  ][] = [
    ["stays where it stands before the change", [ana], "@Ana ", "@Ana ve", 7, [["a1", 0]]],
    ["moves with what is written before it", [ana], "@Ana ", "ojo @Ana ", 4, [["a1", 4]]],
    ["is none when a letter of it is gone", [ana], "@Ana ve", "@An ve", 3, []],
    ["is none when a letter stands in it", [ana], "@Ana ve", "@Axna ve", 3, []],
    ["may end in what is written on", [ana], "@Ana ", "@Ana, ", 5, [["a1", 0]]],
    [
      "is the second when the first of two namesakes is taken out",
      [ana, otherAna],
      "@Ana @Ana ",
      "@Ana ",
      0,
      [["a2", 0]],
    ],
    [
      "is the first when the second of two namesakes is taken out",
      [ana, otherAna],
      "@Ana @Ana ",
      "@Ana ",
      5,
      [["a1", 0]],
    ],
    ["is none when all is written anew", [ana], "@Ana ve", "otra cosa", 9, []],
  ];
  for (const [what, picked, before, after, caret, left] of changes) {
    it(what, () => {
      const still = afterChange(picked, before, after, caret).map(({ id, at }) => [id, at]);
      assert.deepEqual(still, left);
    });
  }
});

describe("whom a note tells", () => {
  const beto = { id: "b", name: "Beto Díaz" };
  const maria = { id: "m", name: "Ana María" };
  const all = [{ id: "a1", name: "Ana" }, { id: "a2", name: "Ana" }, beto, maria];
  const rows: [what: string, text: string, picked: Picked[], told: string[]][] = [
    ["whoever was picked, of two of one name", "@Ana ve", [{ ...ana, id: "a2" }], ["a2"]],
    ["both of one name", "@Ana @Ana ve", [ana, otherAna], ["a1", "a2"]],
    ["nobody, where the name is two people's and none was picked", "@Ana ve", [], []],
    ["nobody by a name that was edited since", "@Anabel ve", [ana], []],
    ["the one of the longer name that it became", "@Ana María ve", [ana], ["m"]],
    ["whoever alone has the name that was typed", "ojo @Beto Díaz, ve", [], ["b"]],
    ["nobody by half a name", "@Beto ve", [], []],
    ["nobody by an address", "beto@Beto Díaz", [], []],
    ["each once", "@Beto Díaz y @Beto Díaz", [], ["b"]],
    [
      "whoever was picked before the members are known",
      "@Eva",
      [{ id: "e", name: "Eva", at: 0 }],
      ["e"],
    ],
  ];
  for (const [what, text, picked, told] of rows)
    it(what, () => assert.deepEqual(toldBy(text, picked, all), told));
});
