import { equal } from "node:assert/strict";
import { contradict } from "../../../functions/src/contacts/first-names.ts";

describe("two names on one phone", () => {
  const same: [string, string][] = [
    ["Ana Pérez", "ana"],
    ["Ana", "Pérez, Ana"],
    ["María José Soto", "María"],
    ["J. Soto", "Javier Soto"],
    ["Fran", "Francisca Díaz"],
    ["Dr. Juan Rojas", "juan"],
    ["Ana", ""],
    ["+56 9 4000 0001", "Ana"],
    ["ana@example.org", "Pedro"],
    ["👋", "Ana"],
  ];
  for (const [one, other] of same)
    it(`may be one person's: "${one}" and "${other}"`, () => {
      equal(contradict(one, other), false);
      equal(contradict(other, one), false);
    });

  const different: [string, string][] = [
    ["Ana Pérez", "Pedro Pérez"],
    ["González Ana", "Pedro González"],
    ["Ferretería Sur", "Juan"],
    ["María José", "José"],
  ];
  for (const [one, other] of different)
    it(`are two people's: "${one}" and "${other}"`, () => {
      equal(contradict(one, other), true);
      equal(contradict(other, one), true);
    });
});
