import { deepEqual, equal } from "node:assert/strict";
import type { ClassificationRules, CueRule } from "@hilo/schema";
import { hitsIn, lexiconOf, readTokens } from "../../../functions/src/funnels/lexicon.ts";

function found(rule: Partial<CueRule> & { phrases: string[] }, text: string): string[] {
  const rules: ClassificationRules = {
    certainFrom: 0.5,
    scores: {},
    languages: {
      es: {
        negators: ["no", "sin"],
        spellings: { q: "que", xfa: "por favor" },
        words: { day: ["lunes", "martes"] },
        rules: [{ id: "one", cue: "price", ...rule }],
      },
    },
  } as unknown as ClassificationRules;
  const lexicon = lexiconOf(rules);
  const tokens = readTokens(lexicon, text);
  return hitsIn(lexicon, tokens).map(({ cue, from, to }) => {
    return `${cue}: ${text.slice(tokens[from]?.start, tokens[to - 1]?.end)}`;
  });
}

describe("a phrase of a rule", () => {
  const rows: [what: string, phrase: string, text: string, found: string | undefined][] = [
    ["is found whatever case and accents", "cuanto sale", "CUÁNTO Sale?", "CUÁNTO Sale"],
    ["is found as it sounds", "vale", "a como bale", "bale"],
    ["is found in drawn-out letters", "hola", "holaaaa", "holaaaa"],
    ["is found in short spellings", "por favor", "xfa", "xfa"],
    ["takes any ending after a stem", "cotiz*", "me cotizarías", "cotizarías"],
    ["takes one of several", "lo|la quiero", "la quiero", "la quiero"],
    ["may leave a word out", "me lo? llevo", "me llevo", "me llevo"],
    ["passes over up to three words", "pedi _ y", "pedí una talla S y", "pedí una talla S y"],
    ["does not pass over more", "pedi _ y", "pedí una talla muy grande y", undefined],
    ["does not pass over the end of a sentence", "pedi _ y", "pedí. Ya y", undefined],
    ["takes a list", "el <day>", "el martes", "el martes"],
    ["takes an amount", "por <amount>", "por $1.380.000", "por $1.380.000"],
    ["takes an amount in words", "por <amount>", "por 340 lucas", "por 340 lucas"],
    ["passes over a comma", "no gracias", "no, gracias", "no, gracias"],
    ["may have to be the whole message", "^ baja $", "BAJA!", "BAJA"],
    ["is then not found in a longer one", "^ baja $", "baja el precio", undefined],
  ];
  for (const [what, phrase, text, expected] of rows)
    it(what, () =>
      deepEqual(found({ phrases: [phrase] }, text), expected ? [`price: ${expected}`] : []),
    );
});

describe("a negation", () => {
  const rule = { phrases: ["quiero comprar"], negated: "negatedWish" } as const;
  it("turns what follows it in its clause", () => {
    deepEqual(found({ ...rule, phrases: [...rule.phrases] }, "no quiero comprar"), [
      "negatedWish: quiero comprar",
    ]);
  });
  it("does not reach over a comma", () => {
    deepEqual(found({ ...rule, phrases: [...rule.phrases] }, "no, quiero comprar"), [
      "price: quiero comprar",
    ]);
  });
  it("makes a phrase say nothing where the rule tells so", () => {
    equal(found({ phrases: ["es un reclamo"], negated: "" }, "no es un reclamo").length, 0);
  });
  it("is part of a phrase that begins with it", () => {
    equal(found({ phrases: ["no funciona"], negated: "" }, "ya no no funciona").length, 1);
  });
});
