import type { Reason } from "@hilo/schema";

/** A message as the classifier reads it. */
export type Heard = {
  from: "customer" | "business";
  text: string;
  /** What a pressed button or a template carries for programs. */
  payload?: string;
};

/**
 * What a conversation came to so far, in at most 1 KB of JSON: all that the next message is read with. Cues are packed
 * (`cue-set.ts`).
 */
export type FoldState = {
  /** Which shape and order of cues this is; a state of another is folded again from the thread. */
  version: number;
  /** Cues of the customer's last turn that says something, and of those before. */
  said: string;
  before: string;
  /** Cues of the business's last turn, and of those before. */
  business: string;
  earlier: string;
  /** What the last turn means where it stands. */
  place: string;
  /** What the words of both last turns speak for, by the trained part; the last figure counts them. */
  words: number[];
  businessWords: number[];
  last: "" | Heard["from"];
  /** Whether the customer's present turn is only an "ok", thanks, a greeting or a face. */
  bare: boolean;
  matter: "" | "sales" | "support";
  reasons: Reason[];
};

export const stateVersion = 1;

/** The state before the first message. */
export function emptyState(): FoldState {
  return {
    version: stateVersion,
    ...{ said: "", before: "", business: "", earlier: "", place: "" },
    ...{ words: [], businessWords: [], last: "", bare: false, matter: "", reasons: [] },
  };
}
