import { writeFileSync } from "node:fs";
import { shippedRules } from "../functions/src/funnels/shipped.ts";
import { bestTemperature, crossValidate } from "./classifier/cross-validate.ts";
import { exampleOf, labelledIn } from "./classifier/examples.ts";
import { learn } from "./classifier/learn.ts";
import { inRoot } from "./paths.ts";

const target = "functions/src/funnels/rules/learned.json";

/** `npm run classifier:train`: learns anew from the labelled conversations and writes the weights that are shipped. */
export function main(): void {
  const rules = shippedRules();
  const labelled = labelledIn("classification.json");
  const practice = labelledIn("classification/practice.json");
  const temperature = bestTemperature(crossValidate(labelled, practice, rules, 1));
  const learned = learn([...labelled, ...practice].map((one) => exampleOf(one, rules)));
  const words = Buffer.from(learned.words.buffer).toString("base64");
  writeFileSync(
    inRoot(target),
    `${JSON.stringify({ temperature, step: learned.step, words, cues: learned.cues })}\n`,
  );
  console.log(`${target}: ${labelled.length + practice.length} conversations`);
}
