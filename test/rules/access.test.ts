import assert from "node:assert/strict";
import type { RulesTestEnvironment } from "@firebase/rules-unit-testing";
import { collections } from "@hilo/schema";
import { actorNames } from "./support/actors.ts";
import { environment, whoMay } from "./support/clients.ts";
import { nameOf, type Question } from "./support/question.ts";
import { samples } from "./support/samples.ts";
import { scopeQuestions } from "./support/scopes.ts";
import {
  collectionQuestions,
  operationQuestions,
  otherWorkspaceQuestions,
  presenceQuestions,
  unnamedQuestions,
  visitorQuestions,
} from "./support/table.ts";

describe("firestore.rules: who may do what", () => {
  let made: RulesTestEnvironment;
  before(async () => {
    made = await environment();
  });
  after(() => made.cleanup());

  for (const [name, { shape }] of Object.entries(collections)) {
    it(`is asked about a document of ${name} that the schema accepts`, () => {
      const sample = Object.entries(samples).find(([known]) => known === name);
      shape.parse(sample?.[1]);
    });
  }

  const table: Record<string, Question[]> = {
    "every collection": collectionQuestions,
    "what a member sees": scopeQuestions,
    "own presence": presenceQuestions,
    "own operations": operationQuestions,
    "a visitor's own thread": visitorQuestions,
    "what no rule names": unnamedQuestions,
    "other workspaces": otherWorkspaceQuestions,
  };
  for (const [subject, questions] of Object.entries(table)) {
    describe(subject, () => {
      for (const question of questions) {
        it(nameOf(question), async () => {
          const may = actorNames.filter((who) => question.may.includes(who));
          assert.deepEqual(await whoMay(made, question), may);
        });
      }
    });
  }
});
