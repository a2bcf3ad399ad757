import { equal, match } from "node:assert/strict";
import { pseudo, pseudoOf } from "./support/pseudo.ts";

const rows: [said: string, shown: RegExp][] = [
  ["Sí", /^⟦Ṣị⟧$/u],
  ["Guardar cambios", /^⟦Ġụạṛḍạṛ ċạṃḅịọṣ ẹẹẹ⟧$/u],
  ["Hola, {name}", /^⟦Ḥọḷạ, \{name\}.*⟧$/u],
  ["Ve a https://a.test/b?c", /^⟦Ṿẹ ạ https:\/\/a\.test\/b\?c.*⟧$/u],
  ["", /^$/u],
];

describe("the made-up language", () => {
  for (const [said, shown] of rows)
    it(`writes “${said}” longer, and keeps what is put into it`, () => match(pseudo(said), shown));

  it("keeps the values of a phrase, also those that are translated themselves", () => {
    const phrase = (who: string, what: string) => `De ${who}: ${what}`;
    const made = pseudoOf(phrase) as typeof phrase;
    equal(made.length, 2);
    match(made("Ana", pseudo("hola")), /^⟦Ḍẹ Ana: ⟦ḥọḷạ⟧.*⟧$/u);
  });
});
