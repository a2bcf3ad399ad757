import * as z from "zod";
import { Millis } from "./time.ts";

/** Who answers next: what answers by itself, a person, or whoever of both is first. */
export const turnOwners = ["bot", "human", "none"] as const;

/** What last gave the turn to its owner: a new conversation, an act of a person, or the end of the matter. */
export const turnReasons = [
  "begun",
  "send",
  "claim",
  "assigned",
  "note",
  "echo",
  "over",
  "joined",
  "earlier",
] as const;

const TurnNow = z.object({
  owner: z.enum(turnOwners),
  /** Raised with every move: who began something for one version finds out that it is over. */
  version: z.number().int().nonnegative(),
  since: Millis,
  why: z.enum(turnReasons),
});

/** Whose turn it is in a conversation. Before it had a version it was a word alone. */
export const Turn = z.preprocess(
  (stored) =>
    typeof stored === "string" ? { owner: stored, version: 0, since: 0, why: "earlier" } : stored,
  TurnNow,
);
export type Turn = z.infer<typeof TurnNow>;

/** What an echo took, should it turn out to be a message of our own: whose turn it was, and which version it made. */
export const TookTurn = z.object({
  version: z.number().int(),
  from: TurnNow.omit({ version: true }),
});
export type TookTurn = z.infer<typeof TookTurn>;
