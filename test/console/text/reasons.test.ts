import { deepEqual, equal, match, notEqual, ok } from "node:assert/strict";
import { placeCues } from "@hilo/schema";
import { setLanguage } from "../../../console/src/text/language.ts";
import { hasWords, reasonWith, reasonWords } from "../../../console/src/text/reasons.ts";
import { shippedRules } from "../../../functions/src/funnels/shipped.ts";

describe("why a lead stands where it stands", () => {
  beforeEach(() => setLanguage("es"));
  afterEach(() => setLanguage("es"));

  it("is told by the rule, whatever language it read", () => {
    equal(reasonWords("es.price"), "pregunta por precio");
    equal(reasonWords("en.price"), "pregunta por precio");
    equal(reasonWords("place.newAsk"), "es su primera pregunta");
  });

  it("has words for every rule that ships", () => {
    const { languages } = shippedRules();
    const rules = Object.values(languages).flatMap((one) => one.rules.map(({ id }) => id));
    const places = placeCues.map((cue) => `place.${cue}`);
    deepEqual(
      [...rules, ...places].filter((id) => !hasWords(id)),
      [],
    );
    ok(rules.length > 50);
  });

  it("is told in the reader's language, with the words that were found", () => {
    equal(reasonWith("es.price", ["cuánto sale"]), "pregunta por precio («cuánto sale»)");
    equal(reasonWith("es.price", ["", ""]), "pregunta por precio");
    setLanguage("en");
    equal(reasonWith("es.price", ["cuánto sale"]), "asks for the price (“cuánto sale”)");
  });

  it("tells what they say from what we say", () => {
    notEqual(reasonWords("es.solved"), reasonWords("es.b.solved"));
  });

  it("is told of a rule of the workspace's own without its id", () => {
    equal(hasWords("mine.abc123"), false);
    match(reasonWords("mine.abc123"), /regla del equipo/);
    match(reasonWords("es.because"), /regla del equipo/);
  });
});
