import { type Message, statusOf, statusRank } from "@hilo/schema";
import type { Told, Voice } from "./voice.ts";

export type ExpectedMessage = {
  direction: "inbound" | "outbound";
  text: string;
  deleted: boolean;
  emoji: string | undefined;
  /** When it was written, where the provider tells it. */
  at: number | undefined;
};
export type ExpectedThread = {
  person: number;
  /** By the provider's ids. */
  messages: Map<string, ExpectedMessage>;
  /** How often they asked not to be written to. */
  stops: number;
};

type Letter = Extract<Told, { type: "letter" | "echo" }>;

/** What must be true in the end: a pure function of the set of things told, whatever order they came in. */
export function expectedThreads(voice: Voice, told: readonly Told[]): ExpectedThread[] {
  const letters = told.filter((one): one is Letter => one.type === "letter" || one.type === "echo");
  const threads = Map.groupBy(letters, (letter) => letter.person);
  return [...threads].map(([person, own]) => ({
    person,
    messages: new Map(
      own.map((one) => [voice.externalId(one.serial, one.person), messageOf(voice, one, told)]),
    ),
    stops: voice.heedsStop ? own.filter(isStop).length : 0,
  }));
}

function isStop({ type, text }: Letter): boolean {
  return type === "letter" && text === "STOP";
}

function messageOf(voice: Voice, letter: Letter, told: readonly Told[]): ExpectedMessage {
  const about = told.filter((one) => "of" in one && one.of === letter.serial);
  const edits = about.filter((one) => one.type === "edit");
  const reactions = about.filter((one) => one.type === "reaction");
  const edit = newest(edits, voice, ({ text }) => text);
  const reaction = newest(reactions, voice, ({ emoji }) => emoji || "\u{10ffff}");
  return {
    direction: letter.type === "echo" ? "outbound" : "inbound",
    text: edit?.text ?? letter.text,
    deleted: about.some((one) => one.type === "delete"),
    emoji: reaction?.emoji,
    at: voice.timed ? letter.at : undefined,
  };
}

/** The newest of all; of two at the same time the later one, where that is known, else the greater. */
function newest<T extends { at: number; serial: number }>(
  all: readonly T[],
  { counted }: Voice,
  words: (one: T) => string,
): T | undefined {
  const tie = (a: T, b: T) => (counted ? a.serial - b.serial : words(a) < words(b) ? -1 : 1);
  return [...all].sort((a, b) => a.at - b.at || tie(a, b)).at(-1);
}

export type ExpectedDelivery = {
  status: Message["status"];
  rank: number;
  failed: boolean;
  /** Whether the outbox need not look after it any more. */
  known: boolean;
};

/** Where the delivery of one of our messages got to. */
export function expectedDelivery(told: readonly Told[], message: string): ExpectedDelivery {
  const own = told.filter((one) => one.type === "status").filter((one) => one.message === message);
  const ranks = own.map(({ reached }) => (reached === "failed" ? 0 : statusRank[reached]));
  const rank = Math.max(statusRank.queued, ...ranks);
  const failed = own.some(({ reached }) => reached === "failed");
  const statusAt = failed ? { failed: 1 } : {};
  const status = statusOf({ status: "sending", statusRank: rank, statusAt });
  return { status, rank, failed, known: own.length > 0 };
}
