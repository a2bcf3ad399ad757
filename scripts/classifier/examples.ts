import { readFileSync } from "node:fs";
import {
  type ClassificationRules,
  type LeadKind,
  SalesKind,
  SalesStage,
  Standing,
  SupportStage,
} from "@hilo/schema";
import * as z from "zod";
import { advance, read } from "../../functions/src/funnels/advance.ts";
import { emptyState, type FoldState } from "../../functions/src/funnels/fold-state.ts";
import { gramsOf } from "../../functions/src/funnels/grams.ts";
import { ruleSums, slottedCues } from "../../functions/src/funnels/score.ts";
import { inRoot } from "../paths.ts";

/** A conversation with what a person takes it for after its last message. */
export const Labelled = z.object({
  id: z.string(),
  lang: z.enum(["es", "en", "pt"]),
  messages: z.array(z.object({ from: z.enum(["customer", "business"]), text: z.string() })),
  funnel: z.enum(["sales", "support", "none"]),
  stage: z.union([SalesStage, SupportStage]).nullable(),
  leadKind: z.enum(["sale", "noInterest", "futureContact", "support", "recovery"]).nullable(),
});
export type Labelled = z.infer<typeof Labelled>;

export function labelledIn(name: string): Labelled[] {
  const path = inRoot("test/fixtures", name);
  return z.array(Labelled).parse(JSON.parse(readFileSync(path, "utf8")));
}

export function standingOf({ funnel, stage }: Pick<Labelled, "funnel" | "stage">): Standing {
  return Standing.parse(stage === null ? funnel : `${funnel}.${stage}`);
}

/** A conversation as the trained part sees it. */
export type Example = {
  cues: string[];
  /** The words of both last turns, each turn weighed by the root of how many it has. */
  words: { grams: number[]; weight: number }[];
  /** What the rules alone say. */
  base: number[];
  standing: number;
  /** Undefined where it is no sale. */
  kind: number | undefined;
};

export function exampleOf(one: Labelled, rules: ClassificationRules): Example {
  let state: FoldState = emptyState();
  const turns = { customer: [] as number[], business: [] as number[] };
  for (const message of one.messages) {
    const reading = read(message, rules);
    const next = advance(state, message, reading, rules);
    state = next.state;
    if (next.turning === "anew") turns[message.from] = [];
    if (next.turning !== "none") turns[message.from].push(...gramsOf(reading.tokens, message.from));
  }
  const cues = slottedCues(state);
  return {
    cues: cues.map(([slot, cue]) => `${slot}:${cue}`),
    words: Object.values(turns).flatMap((grams) =>
      grams.length === 0 ? [] : [{ grams, weight: 1 / Math.sqrt(grams.length) }],
    ),
    base: ruleSums(cues, rules),
    standing: Standing.options.indexOf(standingOf(one)),
    kind: kindAt(one.leadKind),
  };
}

function kindAt(kind: LeadKind | null): number | undefined {
  const at = (SalesKind.options as readonly (LeadKind | null)[]).indexOf(kind);
  return at < 0 ? undefined : at;
}
