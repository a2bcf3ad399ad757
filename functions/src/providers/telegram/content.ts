import type { ContactCard, Location, MessageEvent } from "@hilo/schema";
import { fileOf } from "./files.ts";
import { nameOf } from "./sender.ts";
import type { Entity, TelegramMessage } from "./wire.ts";

type Content = Pick<MessageEvent, "kind" | "text" | "files" | "location" | "cards" | "choice">;

/** What a message says, whatever its kind; a kind added later is shown as unsupported with its text. */
export function contentOf(message: TelegramMessage): Content {
  const text = textOf(message);
  const found = fileOf(message);
  if (found) return { kind: found.kind, text: text || emojiOf(message), files: [found.file] };
  const base = { text, files: [] };
  const location = locationOf(message);
  if (location) return { ...base, kind: "location", location };
  const card = cardOf(message);
  if (card) return { ...base, kind: "contact", cards: [card] };
  const { web_app_data: app } = message;
  if (app) {
    const choice = { id: app.data, title: app.button_text };
    return { ...base, text: app.button_text, kind: "buttons", choice };
  }
  if (text) return { ...base, kind: "text" };
  return { ...told(message), files: [] };
}

function emojiOf({ sticker }: TelegramMessage): string {
  return sticker?.emoji ?? "";
}

/** Text or caption; where a link hides behind a word, its address stands beside the word. */
function textOf(message: TelegramMessage): string {
  if (message.text) return withLinks(message.text, message.entities);
  return withLinks(message.caption ?? "", message.caption_entities);
}

/** Offsets count UTF-16 code units, as strings here do. */
function withLinks(text: string, entities: Entity[] = []): string {
  const links = entities
    .filter((one) => one.type === "text_link" && one.url && !text.includes(one.url))
    .toSorted((a, b) => b.offset + b.length - (a.offset + a.length));
  return links.reduce((whole, { offset, length, url }) => {
    const end = offset + length;
    return `${whole.slice(0, end)} (${url})${whole.slice(end)}`;
  }, text);
}

function locationOf({ venue, location }: TelegramMessage): Location | undefined {
  const place = venue?.location ?? location;
  return (
    place && {
      latitude: place.latitude,
      longitude: place.longitude,
      ...(venue?.title ? { name: venue.title } : {}),
      ...(venue?.address ? { address: venue.address } : {}),
    }
  );
}

function cardOf({ contact }: TelegramMessage): ContactCard | undefined {
  return contact && { name: nameOf(contact), phones: [phoneOf(contact.phone_number)], emails: [] };
}

/** Telegram writes a phone with or without the plus of E.164. */
export function phoneOf(number: string): string {
  return /^[1-9]\d{6,14}$/.test(number) ? `+${number}` : number;
}

/** What has no form of its own here, told in words. */
function told({ dice, poll, checklist, sticker }: TelegramMessage): Pick<Content, "kind" | "text"> {
  if (dice) return { kind: "text", text: `${dice.emoji} ${dice.value}` };
  if (poll) return { kind: "text", text: listed(poll.question, poll.options) };
  if (checklist) return { kind: "text", text: listed(checklist.title, checklist.tasks) };
  if (sticker) return { kind: "sticker", text: sticker.emoji ?? "" };
  return { kind: "unsupported", text: "" };
}

function listed(title: string, lines: readonly { text: string }[]): string {
  return [title, ...lines.map(({ text }) => `• ${text}`)].join("\n");
}
