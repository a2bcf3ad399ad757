import {
  type Conversation,
  isOver,
  type Message,
  type Millis,
  type TookTurn,
  type Turn,
} from "@hilo/schema";
import { now } from "../platform/clock.ts";
import { FieldValue } from "../platform/firestore.ts";

/** Nobody's yet. */
export function noTurn(since: Millis = now()): Turn {
  return { owner: "none", version: 0, since, why: "begun" };
}

/**
 * Gives the turn to somebody. Written by its parts, so that it counts on from whatever version there is by then, and
 * makes a whole of the word that it was before. Who has it already keeps it, since when they do.
 */
export function turnTo(
  before: Omit<Turn, "version">,
  owner: Turn["owner"],
  why: Turn["why"],
  at: Millis = now(),
) {
  const { since, why: reason } = before.owner === owner ? before : { since: at, why };
  return {
    "turn.owner": owner,
    "turn.version": FieldValue.increment(1),
    "turn.since": since,
    "turn.why": reason,
  };
}

/** A person's act takes the turn; what other systems do takes it from nobody. */
export function turnBy({ type }: { type: string }, { turn }: Conversation, why: Turn["why"]) {
  return type === "member" ? turnTo(turn, "human", why) : {};
}

/** What an echo notes of the turn that it takes. */
export function tookFrom({ version, ...from }: Turn): TookTurn {
  return { version: version + 1, from };
}

/** Gives back what an echo took that was no act of a person, unless the turn has moved since. */
export function turnBack({ tookTurn }: Pick<Message, "tookTurn">, { turn }: Conversation) {
  if (!tookTurn || turn.version !== tookTurn.version) return undefined;
  const { owner, since, why } = tookTurn.from;
  return turnTo({ owner, since, why }, owner, why);
}

const strongest: readonly Turn["owner"][] = ["human", "bot", "none"];

/** Of two conversations that become one: a person keeps what they have in either. */
export function turnOfBoth(one: Turn, other: Turn): Turn {
  const [owned = one] = strongest.flatMap((owner) =>
    [one, other].filter((turn) => turn.owner === owner),
  );
  return { ...owned, version: Math.max(one.version, other.version) + 1 };
}

/**
 * What became of the word that stood in the place of a turn, which all had: nobody's where no person has answered, or
 * where the matter is over. Undefined where there is nothing to move.
 */
export function turnMoved(stored: Readonly<Record<string, unknown>>): { turn: Turn } | undefined {
  if (typeof stored.turn !== "string") return undefined;
  const answeredAt = typeof stored.firstResponseAt === "number" ? stored.firstResponseAt : null;
  if (isOver(stored.status) || answeredAt === null)
    return { turn: { owner: "none", version: 0, since: 0, why: "earlier" } };
  return { turn: { owner: "human", version: 0, since: answeredAt, why: "earlier" } };
}
