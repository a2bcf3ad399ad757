import { readFileSync } from "node:fs";
import {
  type Author,
  Message,
  type MessageKind,
  type Platform,
  type Sender,
  type SystemEvent,
} from "@hilo/schema";
import { hash } from "../../functions/src/platform/crypto.ts";
import { channelTable } from "./channel-table.ts";
import { deliveryOf, received, settled } from "./deliveries.ts";
import type { Dialogue, Line } from "./dialogue.ts";
import { fixtures, pathOf } from "./fixtures.ts";
import { externalIdOf, uuidOf } from "./ids.ts";
import { members } from "./members.ts";
import { snoozedUntil, timesOf } from "./times.ts";

/** Where a dialogue takes place. */
export type Place = { conversationId: string; contactId: string; sender: Sender };

export type Written = { id: string; line: Line; message: Message };

/** The messages of a dialogue, in order. */
export function threadOf(dialogue: Dialogue, place: Place, now: number): Written[] {
  const times = timesOf(dialogue, now);
  return dialogue.lines.map((line, index) => {
    const { id, externalId } = idsOf(dialogue, place, line, index);
    const quoted = line.quotes === undefined ? undefined : dialogue.lines[line.quotes];
    const replyTo = quoted && idsOf(dialogue, place, quoted, line.quotes ?? 0);
    const message = messageOf(dialogue, place, line, {
      id,
      externalId,
      at: times[index] ?? now,
      now,
    });
    const mail = mailOf(dialogue, line, index);
    return { id, line, message: Message.parse({ ...message, ...mail, ...quoteOf(replyTo) }) };
  });
}

/** The subject is the thread's: whoever answers keeps it. */
function mailOf({ subject, channel }: Dialogue, { from }: Line, index: number) {
  if (!subject || (from !== "inbound" && from !== "outbound")) return {};
  const to = from === "inbound" ? [channelTable[channel].address] : [];
  const kept = index === 0 ? subject : `Re: ${subject}`;
  return { mail: { subject: kept, references: [], to, cc: [] } };
}

type Ids = { id: string; externalId: string | null };

function idsOf(dialogue: Dialogue, place: Place, line: Line, index: number): Ids {
  const parts = [place.conversationId, String(index)];
  // A wish that is said in a message is told by a line under an id that follows from it.
  const said = dialogue.lines[index - 1];
  if (line.event?.type === "optOut" && said)
    return { id: hash(idsOf(dialogue, place, said, index - 1).id, "consent"), externalId: null };
  const visible = line.from === "inbound" || line.from === "outbound";
  const { provider } = channelTable[dialogue.channel];
  const externalId = visible ? externalIdOf(provider, ...parts) : null;
  const id = line.from === "inbound" ? hash(dialogue.channel, externalId ?? "") : uuidOf(...parts);
  return { id, externalId: line.status === "failed" ? null : externalId };
}

function quoteOf(ids: Ids | undefined) {
  if (!ids) return {};
  return { replyTo: { id: ids.id, ...(ids.externalId ? { externalId: ids.externalId } : {}) } };
}

function messageOf(
  dialogue: Dialogue,
  place: Place,
  line: Line,
  about: Ids & { at: number; now: number },
) {
  const { id, externalId, at, now } = about;
  const { platform } = channelTable[dialogue.channel];
  const inbound = line.from === "inbound";
  return {
    direction: line.from,
    kind: kindOf(line),
    text: line.text,
    attachments: attachmentsOf(line, id),
    ...contentOf(line, at),
    ...(line.event ? { event: eventOf(line.event, dialogue, now) } : {}),
    ...stateOf(line, platform, at),
    externalId,
    author: inbound
      ? { type: "contact" as const, id: place.conversationId, name: place.sender.name ?? "" }
      : authorOf(dialogue, line),
    ...(inbound ? { sender: place.sender } : {}),
    ...(inbound && line.text === "STOP" ? { consent: "stop" as const } : {}),
    providerAt: at,
    createdAt: new Date(at + 400),
  };
}

function stateOf(line: Line, platform: Platform, at: number) {
  if (line.from === "outbound") return deliveryOf(line, platform, at);
  return line.from === "inbound" ? received(at) : settled(at);
}

function kindOf(line: Line): MessageKind {
  if (line.event) return "event";
  return line.kind ?? (line.file ? fixtures[line.file].kind : "text");
}

/** A snooze tells until when. */
function eventOf(event: SystemEvent, { snoozedHours = 0 }: Dialogue, now: number): SystemEvent {
  if (event.type !== "snoozed") return event;
  return { ...event, to: new Date(snoozedUntil(now, snoozedHours)).toISOString() };
}

function contentOf(line: Line, at: number) {
  const { location, card, referral, call, forwarded, error, reaction } = line;
  return {
    ...(call ? { call } : {}),
    ...(location ? { location } : {}),
    ...(card ? { cards: [card] } : {}),
    ...(referral ? { referral } : {}),
    ...(forwarded ? { forwarded } : {}),
    ...(error ? { error } : {}),
    ...(reaction ? { reactions: { us: { emoji: reaction, at } } } : {}),
  };
}

function attachmentsOf(line: Line, messageId: string): Message["attachments"] {
  if (!line.file) return [];
  const size = readFileSync(pathOf(line.file)).byteLength;
  const { type } = fixtures[line.file];
  return [{ id: hash(messageId, "0"), name: line.file, type, size, state: "ready" }];
}

function authorOf({ assignee }: Dialogue, { by = assignee, event }: Line): Author {
  const unattended = event?.type === "lead" || event?.type === "optOut";
  if (unattended || !by) return { type: "system", id: "system", name: "Hilo" };
  return { type: "member", id: by, name: members[by].name };
}
