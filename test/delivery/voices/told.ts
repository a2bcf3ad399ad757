import fc from "fast-check";
import { firstAt, outbox, saidBy, type Told, type Voice } from "./voice.ts";

/** Something that happens to deliveries. */
export type Step =
  | { type: "deliver"; event: number }
  | { type: "crash"; event: number; fault: "beforeCommit" | "afterCommit" }
  | { type: "parallel"; events: number[] }
  | { type: "batch"; entries: number[][] }
  | { type: "newInstance" };
export type History = {
  told: Told[];
  steps: Step[];
  /** Which messages' triggers fire twice, by turns. */
  twice: boolean[];
};

const at = fc.integer({ min: 0, max: 200 }).map((seconds) => firstAt + seconds * 1000);
const text = fc.constantFrom(
  "hola",
  "¿precio?",
  "STOP",
  "gracias",
  "¿siguen ahí?",
  "quedó mal escrito",
);
const change = fc.constantFrom("edit" as const, "delete" as const, "reaction" as const);
const raw = fc.record({
  kind: fc.oneof(
    { weight: 5, arbitrary: fc.constant("letter" as const) },
    { weight: 3, arbitrary: change },
    { weight: 1, arbitrary: fc.constant("echo" as const) },
    { weight: 2, arbitrary: fc.constant("status" as const) },
  ),
  person: fc.nat(20),
  of: fc.nat(20),
  text,
  emoji: fc.constantFrom("👍", "❤️", ""),
  message: fc.constantFrom(...outbox.messages),
  status: fc.nat(20),
  at,
});
type Letter = Extract<Told, { type: "letter" }>;
type Raw = typeof raw extends fc.Arbitrary<infer R> ? R : never;

/** Mostly short lists, every twelfth up to its greatest length: of itself fast-check makes none over ten. */
function listOf<T>(one: fc.Arbitrary<T>, minLength: number, maxLength: number): fc.Arbitrary<T[]> {
  return fc.oneof(
    { weight: 11, arbitrary: fc.array(one, { minLength, maxLength: 10 }) },
    { weight: 1, arbitrary: fc.array(one, { minLength, maxLength, size: "max" }) },
  );
}

/** Up to 26 things told in some 80 deliveries: repeated, reordered, at once, cut off, on other instances. */
export function historiesOf(voice: Voice): fc.Arbitrary<History> {
  return listOf(raw, 1, 26).chain((raws) => {
    const told = toldOf(voice, raws);
    return fc.record({
      told: fc.constant(told),
      steps: listOf(stepsAmong(told.length, voice), 0, 54),
      twice: fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
    });
  });
}

/** What changes a message waits for whoever changes the same, in the emulator for seconds. */
function mostAtOnce({ tells }: Voice): number {
  return tells.includes("edit") || tells.includes("reaction") ? 4 : 6;
}

function stepsAmong(count: number, voice: Voice): fc.Arbitrary<Step> {
  const event = fc.nat(count - 1);
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ type: fc.constant("deliver" as const), event }) },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant("crash" as const),
        event,
        fault: fc.constantFrom("beforeCommit" as const, "afterCommit" as const),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant("parallel" as const),
        events: fc.array(event, { minLength: 2, maxLength: mostAtOnce(voice) }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant("newInstance" as const) }) },
    ...(voice.batch ? [{ weight: 2, arbitrary: batchAmong(count) }] : []),
  );
}

/** Up to three things in each of one or two entries. */
function batchAmong(count: number): fc.Arbitrary<Step> {
  const events = fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: 6 });
  return fc.tuple(events, fc.integer({ min: 1, max: 3 })).map(([all, first]) => ({
    type: "batch" as const,
    entries: [all.slice(0, first), all.slice(first, first + 3)].filter(({ length }) => length > 0),
  }));
}

/** A change is about a letter that is written somewhere in the same history; the first of all is always one. */
function toldOf(voice: Voice, raws: readonly Raw[]): Told[] {
  const isLetter = (one: Raw, serial: number) =>
    serial === 0 || one.kind === "letter" || !voice.tells.includes(one.kind);
  const letters = raws.flatMap((one, serial) =>
    isLetter(one, serial) ? [letterOf(voice, one, serial)] : [],
  );
  return raws.map((one, serial) => {
    if (isLetter(one, serial)) return letterOf(voice, one, serial);
    if (one.kind === "echo") return { ...letterOf(voice, one, serial), type: "echo" };
    if (one.kind === "status") return statusFrom(voice, one);
    return changeOf(one, serial, letters[one.of % letters.length] as Letter);
  });
}

function statusFrom({ statuses = {} }: Voice, { message, status, at: when }: Raw): Told {
  const words = Object.keys(statuses);
  const word = words[status % words.length] ?? "";
  const reached = statuses[word];
  if (!reached) throw new Error("A voice that tells statuses has words for them");
  return { type: "status", message, word, reached, at: when };
}

function changeOf(one: Raw, serial: number, { person, serial: of }: Letter): Told {
  const about = { person, of, serial, at: one.at };
  if (one.kind === "edit")
    return { type: "edit", ...about, text: saidBy(person, `${one.text} (${serial})`) };
  if (one.kind === "delete") return { type: "delete", ...about };
  return { type: "reaction", ...about, emoji: one.emoji };
}

function letterOf(voice: Voice, raw: Raw, serial: number): Letter {
  const person = raw.person % voice.people;
  // A wish is a wish by its one word alone.
  const isWish = voice.heedsStop && raw.text === "STOP";
  const said = isWish ? raw.text : saidBy(person, raw.text);
  return { type: "letter", person, serial, text: said, at: raw.at };
}
