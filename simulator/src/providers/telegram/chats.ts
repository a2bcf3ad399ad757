import { channels } from "../../phones/demo-channels.ts";
import { houseAddress } from "../../phones/house-address.ts";
import type { Person } from "../../phones/person.ts";
import type { Entry, Thread } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import { BoundedMap } from "../../wire/bounded-map.ts";
import { account } from "./account.ts";

/** What Telegram keeps for the bot. */
export type Kept = {
  update: number;
  /** The number of the last message of each chat. */
  messages: BoundedMap<string, number>;
  /** Presses that still wait for an answer. */
  presses: Set<string>;
  /** Groups that became supergroups: the new id, by the old one. */
  moved: Map<string, string>;
  webhook: Webhook;
};

export type Webhook = {
  url: string;
  secret: string;
  /** Null: everything but what must be named. */
  kinds: string[] | null;
  lastError: { at: number; message: string } | null;
};

const kept = new WeakMap<World, Kept>();

/** What is kept in a world; forgotten with everything else. */
export function keptIn(world: World): Kept {
  const known = kept.get(world);
  if (known) return known;
  world.onReset.push(() => kept.delete(world));
  const fresh: Kept = {
    update: 910_000_000,
    messages: new BoundedMap(20_000),
    presses: new Set(),
    moved: new Map(),
    webhook: usualWebhook(world),
  };
  kept.set(world, fresh);
  return fresh;
}

export const channel = channels.find((one) => one.provider === "telegram") ?? channels[0];

/** The channel of the seed counts as set up by `npm run telegram:setup`. */
function usualWebhook(world: World): Webhook {
  return {
    url: houseAddress(world, "telegram", channel.id),
    secret: account.secretToken,
    kinds: [
      "message",
      "edited_message",
      "channel_post",
      "edited_channel_post",
      "business_connection",
      "business_message",
      "edited_business_message",
      "deleted_business_messages",
      "callback_query",
      "message_reaction",
      "my_chat_member",
    ],
    lastError: null,
  };
}

/** The id of a person's chat with the bot. */
export function chatIdOf(world: World, person: Person): string {
  const id = person.telegramId ?? "0";
  return keptIn(world).moved.get(id) ?? id;
}

/** Whose chat an id names; null when it is nobody's. */
export function personAt(world: World, chatId: string): Person | null {
  const [old] = [...keptIn(world).moved].find(([, now]) => now === chatId) ?? [];
  const known = world.threads.find(old ?? chatId);
  if (known) return known;
  // Who is not known here wrote before the simulator started.
  if (!/^-?\d{5,16}$/.test(chatId)) return null;
  return world.threads.meet({ telegramId: chatId }, "telegram");
}

/** The next number of a chat's messages. */
export function nextNumber(world: World, chatId: string): number {
  const { messages } = keptIn(world);
  const number = (messages.get(chatId) ?? 100) + 1;
  messages.set(chatId, number);
  return number;
}

/** A message's id here: chat and number. */
export function entryIdOf(chatId: string, number: number): string {
  return `${chatId}:${number}`;
}

export function numberOf(entryId: string): number {
  return Number(entryId.slice(entryId.lastIndexOf(":") + 1));
}

/** The chat of a thread, as Telegram describes it. */
export function chatOf(world: World, person: Person): Record<string, unknown> {
  const id = Number(chatIdOf(world, person));
  const username = person.username === undefined ? {} : { username: person.username };
  if (id > 0) return { id, ...namesOf(person), ...username, type: "private" };
  return { id, title: person.name, ...username, type: id < -1e12 ? "supergroup" : "group" };
}

/** Who writes: the person, or of a group always the same member of it. */
export function userOf(world: World, person: Person): Record<string, unknown> {
  const id = Number(chatIdOf(world, person));
  if (id < 0) return { id: 700000001, is_bot: false, first_name: "Ana", last_name: "Souza" };
  const username = person.username === undefined ? {} : { username: person.username };
  return { id, is_bot: false, ...namesOf(person), ...username, language_code: "es" };
}

function namesOf({ name }: Person): { first_name: string; last_name?: string } {
  const [first_name = "", ...rest] = name.split(" ");
  return { first_name, ...(rest.length > 0 && { last_name: rest.join(" ") }) };
}

/** The business's message that offers a choice: the one named, else the last that has it. */
export function offering(thread: Thread, id: string, replyTo?: string): Entry | undefined {
  const choices = ({ offer }: Entry) => [...(offer?.buttons ?? []), ...(offer?.list?.rows ?? [])];
  return thread.entries.findLast(
    (entry) => entry.id === replyTo || choices(entry).some((choice) => choice.id === id),
  );
}
