import type { Classification, ClassificationRules } from "@hilo/schema";
import { advance, read } from "./advance.ts";
import { emptyState, type FoldState, type Heard, stateVersion } from "./fold-state.ts";
import { gramsOf } from "./grams.ts";
import { addWords, type Learned } from "./learned.ts";
import { decide, sumsOf } from "./score.ts";
import { shippedLearned, shippedRules, speaking } from "./shipped.ts";
import { whyOf } from "./why.ts";

export { emptyState, type FoldState, type Heard } from "./fold-state.ts";

export type Classified = Classification & { state: FoldState };

/** How many messages are folded again when an older one comes late. */
export const refolded = 30;

const largest = 1000;

/** What a conversation is taken for after one more message; nothing is read but the state so far. */
export function step(
  state: FoldState,
  message: Heard,
  rules: ClassificationRules = shippedRules(),
  learned: Learned = shippedLearned(),
): Classified {
  const from = state.version === stateVersion ? state : emptyState();
  const reading = read(message, rules);
  const { state: next, turning } = advance(from, message, reading, rules);
  if (turning !== "none") {
    const slot = message.from === "customer" ? "words" : "businessWords";
    const sums = turning === "anew" ? [] : next[slot];
    next[slot] = addWords(sums, gramsOf(reading.tokens, message.from), learned);
  }
  return classified(small(next), rules, learned);
}

/**
 * What a whole conversation is taken for: `step` over its messages. The language (`es`, `en`, `pt`) is the workspace's or
 * the customer's; rules of all are read.
 */
export function classify(
  messages: readonly Heard[],
  language?: string,
  rules: ClassificationRules = shippedRules(),
  learned: Learned = shippedLearned(),
): Classified {
  const own = language === undefined ? rules : speaking(rules, language);
  return messages.reduce(({ state }, message) => step(state, message, own, learned), nothing());
}

function nothing(): Classified {
  const none = { funnel: "none", stage: null, leadKind: null, confidence: 1, why: [] } as const;
  return { ...none, why: [], state: emptyState() };
}

function classified(state: FoldState, rules: ClassificationRules, learned: Learned): Classified {
  const { standing, ...decided } = decide(sumsOf(state, rules, learned), learned.temperature);
  return { ...decided, why: whyOf(state, standing, rules), state };
}

/** Leaves out the reasons that would make the state larger than it may be. */
function small(state: FoldState): FoldState {
  let kept = state;
  while (kept.reasons.length > 0 && Buffer.byteLength(JSON.stringify(kept)) > largest)
    kept = { ...kept, reasons: kept.reasons.slice(0, -1) };
  return kept;
}
