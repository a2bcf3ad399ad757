import assert from "node:assert/strict";
import { hueOf, initials } from "@hilo/bricks/initials";

const names: [string, string][] = [
  ["Rocío Núñez", "RN"],
  ["María de los Ángeles Soto", "MS"],
  ["Élan", "É"],
  ["E\u0301lan", "É"],
  ["ana", "A"],
  ["Bernardo O'Higgins", "BO"],
  ["ana.rojas@ejemplo.cl", "AR"],
  ["@rocio.nunez", "RN"],
  ["J.C. Bodoque", "JB"],
  ["Rosa 🌸", "R"],
  ["Casa 94", "C"],
  ["3 Marías", "M"],
  ["Ольга Петрова", "ОП"],
  ["محمد", "م"],
  ["+56 9 8100 0194", ""],
  ["94", ""],
  ["12345@ejemplo.cl", ""],
  ["👋", ""],
  ["", ""],
];

describe("initials", () => {
  for (const [name, expected] of names) {
    it(`of “${name}” are ${expected || "none"}`, () => assert.equal(initials(name), expected));
  }

  it("stand on a colour that is always the same for the same person", () => {
    assert.equal(hueOf("abc"), hueOf("abc"));
    assert.ok(hueOf("abc") >= 0 && hueOf("abc") < 360);
  });
});
