import type { Person } from "../../phones/person.ts";
import type { Card, Entry, Offer, Place } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import { bot } from "./account.ts";
import { chatOf, numberOf, userOf } from "./chats.ts";
import { fileContent, fileKindOf } from "./files.ts";

type Json = Record<string, unknown>;

/** A message of either side, as the Bot API describes it. `quotes`: with the message it answers. */
export function messageOf(world: World, person: Person, entry: Entry, quotes = true): Json {
  const { from, at, offer } = entry;
  return {
    message_id: numberOf(entry.id),
    from: from === "business" ? bot : userOf(world, person),
    chat: chatOf(world, person),
    date: Math.floor(at / 1000),
    ...(quotes && quoted(world, person, entry)),
    ...contentOf(entry),
    ...(entry.forwarded && { forward_origin: originOf(world, person, at) }),
    ...(offer && { reply_markup: markupOf(offer) }),
  };
}

function quoted(world: World, person: Person, { replyTo }: Entry): Json {
  const entry = replyTo === undefined ? undefined : world.threads.entry(replyTo);
  return entry ? { reply_to_message: messageOf(world, person, entry, false) } : {};
}

function originOf(world: World, person: Person, at: number): Json {
  return { type: "user", sender_user: userOf(world, person), date: Math.floor(at / 1000) - 3600 };
}

/** Only what a message consists of. */
export function contentOf({ kind, text, files, place, card }: Entry): Json {
  const [file] = files;
  if (place) return placeOf(place);
  if (card) return { contact: contactOf(card) };
  if (!file) return { text };
  const content = fileContent(fileKindOf(kind, file.type), file);
  return { ...content, ...(text && kind !== "sticker" && { caption: text }) };
}

function placeOf({ latitude, longitude, name, address }: Place): Json {
  const location = { latitude, longitude };
  if (!name && !address) return { location };
  return { location, venue: { location, title: name ?? "", address: address ?? "" } };
}

export function contactOf({ name, phone = "" }: Card): Json {
  const [first_name = "", ...rest] = name.split(" ");
  const last_name = rest.join(" ");
  return { phone_number: phone, first_name, ...(last_name && { last_name }) };
}

/** Buttons stand side by side, a list's rows one below the other. */
function markupOf({ buttons = [], list }: Offer): Json {
  const shown = (one: { id: string; title: string; url?: string }) =>
    one.url ? { text: one.title, url: one.url } : { text: one.title, callback_data: one.id };
  const rows = (list?.rows ?? []).map((row) => [shown(row)]);
  const first = buttons.length > 0 ? [buttons.map(shown)] : [];
  return { inline_keyboard: [...first, ...rows] };
}
