import { type Message, statusOf, statusRank } from "@hilo/schema";
import type { Told, Voice } from "./voice.ts";

export type ExpectedMessage = { text: string; deleted: boolean; emoji: string | undefined };
export type ExpectedThread = {
  messages: Map<string, ExpectedMessage>;
  inbound: number;
  lastInboundAt: number | null;
  firstInboundAt: number | null;
  lastEchoAt: number | null;
};

type Letter = Extract<Told, { type: "letter" | "echo" }>;

/** What must be true in the end: a pure function of the set of things told, whatever order they came in. */
export function expectedThreads(voice: Voice, told: readonly Told[]): Map<number, ExpectedThread> {
  const threads = new Map<number, ExpectedThread>();
  const letters = told.filter((one): one is Letter => one.type === "letter" || one.type === "echo");
  for (const person of new Set(letters.map((letter) => letter.person))) {
    const own = letters.filter((letter) => letter.person === person);
    const times = own.filter(({ type }) => type === "letter").map((letter) => letter.at);
    const echoes = own.filter(({ type }) => type === "echo").map((letter) => letter.at);
    threads.set(person, {
      messages: new Map(
        own.map((one) => [voice.externalId(one.serial, one.person), messageOf(voice, one, told)]),
      ),
      inbound: times.length,
      firstInboundAt: times.length > 0 ? Math.min(...times) : null,
      lastInboundAt: times.length > 0 ? Math.max(...times) : null,
      lastEchoAt: echoes.length > 0 ? Math.max(...echoes) : null,
    });
  }
  return threads;
}

function messageOf(voice: Voice, letter: Letter, told: readonly Told[]): ExpectedMessage {
  const about = told.filter((one) => "of" in one && one.of === letter.serial);
  const edits = about.filter((one) => one.type === "edit");
  const reactions = about.filter((one) => one.type === "reaction");
  const edit = newest(edits, voice, ({ text }) => text);
  const reaction = newest(reactions, voice, ({ emoji }) => emoji || "\u{10ffff}");
  return {
    text: edit?.text ?? letter.text,
    deleted: about.some((one) => one.type === "delete"),
    emoji: reaction?.emoji,
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

/** Where the delivery of one of our messages got to. */
export function expectedStatus(told: readonly Told[], message: string): Message["status"] {
  const own = told.filter((one) => one.type === "status" && one.message === message);
  const ranks = own.map((one) =>
    one.type === "status" && one.status !== "failed" ? statusRank[one.status] : statusRank.queued,
  );
  const failed = own.some((one) => one.type === "status" && one.status === "failed");
  return statusOf({
    status: "sending",
    statusRank: Math.max(statusRank.queued, ...ranks),
    statusAt: failed ? { failed: 1 } : {},
  });
}
