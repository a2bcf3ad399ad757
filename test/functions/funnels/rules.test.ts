import { deepEqual, equal } from "node:assert/strict";
import { businessCues, ClassificationRules, customerCues } from "@hilo/schema";
import { classify } from "../../../functions/src/funnels/classify.ts";
import { slottedCues } from "../../../functions/src/funnels/score.ts";
import { shippedLearned, shippedRules } from "../../../functions/src/funnels/shipped.ts";
import { rules } from "./own-rules.ts";
import { thread } from "./thread.ts";

const classes = ["amount", "number", "code", "time", "percent", "link", "media"];

describe("the rules that are shipped", () => {
  const all = Object.entries(shippedRules().languages).flatMap(([language, of]) =>
    of.rules.map((rule) => ({ language, words: of.words, rule })),
  );

  it("have the shape that a workspace may edit", () => {
    deepEqual(ClassificationRules.parse(rules()), shippedRules());
  });
  it("have an id of their own each, which begins with their language", () => {
    const ids = all.map(({ rule }) => rule.id);
    deepEqual(ids, [...new Set(ids)]);
    deepEqual(
      all.filter(({ language, rule }) => !rule.id.startsWith(`${language}.`)),
      [],
    );
  });
  it("name only lists that there are", () => {
    const unknown = all.flatMap(({ words, rule }) =>
      rule.phrases.flatMap((phrase) =>
        [...phrase.matchAll(/<(\w+)>/g)].flatMap(([, name = ""]) =>
          classes.includes(name) || words[name] ? [] : [`${rule.id}: ${phrase}`],
        ),
      ),
    );
    deepEqual(unknown, []);
  });
  it("say no phrase twice in one rule", () => {
    const twice = all.flatMap(({ rule }) =>
      rule.phrases
        .filter((phrase, at) => rule.phrases.indexOf(phrase) !== at)
        .map((phrase) => `${rule.id}: ${phrase}`),
    );
    deepEqual(twice, []);
  });
  it("have words for every cue in Spanish, English and Portuguese", () => {
    for (const [language, of] of Object.entries(shippedRules().languages)) {
      const cues = new Set(of.rules.map(({ cue }) => cue));
      deepEqual(
        [language, [...customerCues, ...businessCues].filter((cue) => !cues.has(cue))],
        [language, []],
      );
    }
  });
  it("are what the trained part knows", () => {
    const slots = ["said", "before", "business", "after", "earlier", "place"];
    const strange = Object.keys(shippedLearned().cues).filter((key) => {
      const [slot = "", cue = ""] = key.split(":");
      return (
        !slots.includes(slot) || !ClassificationRules.shape.scores.safeParse({ [cue]: {} }).success
      );
    });
    deepEqual(strange, []);
  });
});

describe("rules that a workspace has edited", () => {
  it("find its own words", () => {
    const own = rules();
    own.languages.es?.rules.push({
      id: "es.own",
      cue: "book",
      phrases: ["quiero el turno dorado"],
    });
    const text = "quiero el turno dorado";
    const { why, state } = classify(thread([text]), undefined, own);
    equal(
      slottedCues(state).some(([slot, cue]) => slot === "said" && cue === "book"),
      true,
    );
    equal(
      why.some(({ rule }) => rule === "es.own"),
      true,
    );
  });
});
