import { statusOf } from "@hilo/schema/message";
import type { ThreadMessage } from "../../../data/thread-merge.ts";

/** An emoji that hangs on a message, with the names of those who gave it; a name may be unknown. */
export type ShownReaction = { emoji: string; names: string[]; ours: boolean };

/** The key under which our own reaction stands. */
const us = "us";

type Given = { emoji: string; at: number; name: string };

/** Reactions stand on the message they are about, or come as messages of their own; they are gathered here. */
export class Reactions {
  readonly #byTarget = new Map<string, Map<string, Given>>();
  readonly #names = new Map<string, string>();
  readonly #hidden = new Set<string>();

  constructor(messages: readonly ThreadMessage[]) {
    const known = indexOf(messages);
    for (const message of messages) {
      if (message.direction === "inbound") this.#learn(message);
      const target = message.kind === "reaction" ? targetOf(message, known) : undefined;
      if (target && hangs(message)) this.#hang(message, target);
    }
  }

  /** Whether a message is nothing but a reaction that its target shows. */
  hides(message: ThreadMessage): boolean {
    if (this.#hidden.has(message.id)) return true;
    return isOurs(message) && (hangs(message) || message.retriedAs !== undefined);
  }

  /** What hangs on a message, each emoji once. */
  of(message: ThreadMessage): ShownReaction[] {
    const given = new Map(this.#own(message));
    for (const [by, one] of this.#byTarget.get(message.id) ?? []) {
      const before = given.get(by);
      if (!before || before.at <= one.at) given.set(by, one);
      else if (before.emoji === one.emoji) given.set(by, { ...before, name: one.name });
    }
    return joined(given);
  }

  #own(message: ThreadMessage): [string, Given][] {
    return Object.entries(message.reactions ?? {}).map(([by, { emoji, at }]) => [
      by,
      { emoji, at, name: this.#names.get(by) ?? "" },
    ]);
  }

  #learn({ author, sender, writer }: ThreadMessage): void {
    const name = writer ?? author.name;
    if (name === "") return;
    for (const key of [author.id, sender?.address, sender?.userId]) {
      if (key !== undefined) this.#names.set(key, name);
    }
  }

  #hang(message: ThreadMessage, target: ThreadMessage): void {
    const { author, text, providerAt } = message;
    this.#hidden.add(message.id);
    const given = this.#byTarget.get(target.id) ?? new Map<string, Given>();
    const by = isOurs(message) ? us : author.id;
    given.set(by, { emoji: text, at: providerAt, name: author.name });
    this.#byTarget.set(target.id, given);
  }
}

/** A reaction of ours that did not arrive hangs nowhere: it is told. */
function hangs(message: ThreadMessage): boolean {
  if (!isOurs(message)) return true;
  const state = message.local?.state;
  return state !== "refused" && state !== "stale" && statusOf(message) !== "failed";
}

function isOurs({ direction, kind }: ThreadMessage): boolean {
  return direction === "outbound" && kind === "reaction";
}

function joined(given: ReadonlyMap<string, Given>): ShownReaction[] {
  const byEmoji = new Map<string, ShownReaction>();
  for (const [by, { emoji, name }] of given) {
    if (emoji === "") continue;
    const shown = byEmoji.get(emoji) ?? { emoji, names: [], ours: false };
    byEmoji.set(emoji, shown);
    shown.names.push(name);
    shown.ours ||= by === us;
  }
  return [...byEmoji.values()];
}

type Index = ReadonlyMap<string, ThreadMessage>;

function indexOf(messages: readonly ThreadMessage[]): Index {
  const index = new Map<string, ThreadMessage>();
  for (const message of messages) {
    index.set(message.id, message);
    if (message.externalId !== null) index.set(message.externalId, message);
  }
  return index;
}

function targetOf({ replyTo }: ThreadMessage, known: Index): ThreadMessage | undefined {
  return known.get(replyTo?.id ?? "") ?? known.get(replyTo?.externalId ?? "");
}
