import { randomInt } from "node:crypto";
import type { About } from "../../phones/about.ts";
import type { Inbound } from "../../phones/inbound.ts";
import type { Person } from "../../phones/person.ts";
import type { Entry } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import { bot } from "./account.ts";
import { chatOf, keptIn, numberOf, offering, userOf } from "./chats.ts";
import { contactOf, messageOf } from "./message.ts";

export type Update = { update_id: number } & Record<string, unknown>;

/** The updates by which Telegram tells of what a customer did; of a deletion it tells nothing. */
export function updatesOf(
  world: World,
  about: About,
  message: Inbound,
  entry: Entry,
  ids: string[],
): Update[] {
  if (message.body !== undefined) return [{ update_id: 0, ...Object(message.body) }];
  return contents(world, about, message, entry, ids).map((content) => numbered(world, content));
}

/** An update with the next number. */
export function numbered(world: World, content: object): Update {
  const kept = keptIn(world);
  kept.update += 1;
  return { update_id: kept.update, ...content };
}

function contents(
  world: World,
  about: About,
  message: Inbound,
  entry: Entry,
  ids: string[],
): object[] {
  switch (message.kind) {
    case "button":
    case "list":
      return [{ callback_query: press(world, about, message, entry) }];
    case "edit":
      return [{ edited_message: edited(world, about, message, entry) }];
    case "reaction":
      return [{ message_reaction: reaction(world, about, message) }];
    case "block":
    case "unblock":
      return [{ my_chat_member: membership(world, about, message.kind === "block") }];
    case "delete":
      return [];
    default:
      return messages(world, about, message, entry, ids).map((one) => ({ message: one }));
  }
}

const seconds = () => Math.floor(Date.now() / 1000);

/** One message or, of an album, one for each file, of which the first has the words. */
function messages(
  world: World,
  { person }: About,
  message: Inbound,
  entry: Entry,
  ids: string[],
): object[] {
  if (ids.length === 1)
    return [withOwnPhone(world, person, message, messageOf(world, person, entry))];
  const media_group_id = entry.album ?? String(randomInt(1e9));
  return ids.map((id, index) => {
    const file = entry.files[index];
    const text = index === 0 ? entry.text : "";
    const part: Entry = { ...entry, id, text, files: file ? [file] : [] };
    return { ...messageOf(world, person, part), media_group_id };
  });
}

/** Who shares their own card is named in it. */
function withOwnPhone(
  world: World,
  person: Person,
  { card }: Inbound,
  whole: Record<string, unknown>,
): object {
  if (!card?.phone || card.phone !== person.phone) return whole;
  const { id: user_id } = userOf(world, person);
  return { ...whole, contact: { ...contactOf(card), user_id } };
}

function press(world: World, { person, thread }: About, message: Inbound, entry: Entry): object {
  const chosen = message.button ?? message.list ?? { id: "", title: "" };
  const under = offering(thread, chosen.id, message.replyTo);
  keptIn(world).presses.add(entry.id);
  return {
    id: entry.id,
    from: userOf(world, person),
    chat_instance: `-${String(thread.id.length).padStart(8, "3")}`,
    data: chosen.id,
    ...(under && { message: messageOf(world, person, under) }),
  };
}

function edited(world: World, { person }: About, message: Inbound, entry: Entry): object {
  const now: Entry = { ...entry, text: message.text };
  if (message.target !== undefined) now.id = message.target;
  return { ...messageOf(world, person, now), edit_date: seconds() };
}

const worn = new WeakMap<Entry, string>();

function reaction(world: World, { person }: About, message: Inbound): object {
  const target = world.threads.entry(message.target ?? "");
  const { emoji = "" } = message;
  const before = (target && worn.get(target)) ?? "";
  if (target) worn.set(target, emoji);
  const list = (one: string) => (one ? [{ type: "emoji", emoji: one }] : []);
  return {
    chat: chatOf(world, person),
    message_id: numberOf(message.target ?? ""),
    user: userOf(world, person),
    date: seconds(),
    old_reaction: list(before),
    new_reaction: list(emoji),
  };
}

function membership(world: World, { person }: About, blocks: boolean): object {
  const member = (status: "kicked" | "member") => ({
    user: bot,
    status,
    ...(status === "kicked" && { until_date: 0 }),
  });
  return {
    chat: chatOf(world, person),
    from: userOf(world, person),
    date: seconds(),
    old_chat_member: member(blocks ? "member" : "kicked"),
    new_chat_member: member(blocks ? "kicked" : "member"),
  };
}
