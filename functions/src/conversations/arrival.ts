import {
  type Attachment,
  type Conversation,
  cut,
  isUnproven,
  longestAnswer,
  type Message,
  type MessageEvent,
  type Millis,
  nobody,
  statusRank,
  type Turn,
} from "@hilo/schema";
import type { Connection } from "../channels/connections.ts";
import { personIdOf } from "../contacts/names.ts";
import { now } from "../platform/clock.ts";
import { hash } from "../platform/crypto.ts";
import { FieldValue } from "../platform/firestore.ts";
import { adapterOf } from "../providers/index.ts";
import { type Counting, countingIn } from "../settings/settings.ts";
import { attachmentsOf, kindOf } from "./attachments.ts";
import { noTurn, tookFrom, turnTo } from "./turn.ts";

/** A message that came in, with all that is decided by itself, before anything is known of its conversation. */
export type Arrival = {
  connection: Connection;
  event: MessageEvent;
  attachments: Attachment[];
  at: Millis;
  /** By what the workspace counts it. */
  counting: Counting;
  messageId: string;
  /** The conversation and the identity of a person who writes for the first time. */
  personId: string;
  /** Of an echo that may turn out to be our own: whose turn it was before it. */
  turn?: Turn;
};

export async function arrivalOf(connection: Connection, event: MessageEvent): Promise<Arrival> {
  const at = event.at ?? now();
  const messageId = hash(connection.channelId, event.externalId);
  const personId = personIdOf({ connection, at }, event.sender);
  // Two mails of one Message-ID have files of their own.
  const bearer = event.mail?.digest ? hash(messageId, event.mail.digest) : messageId;
  const owner = { workspaceId: connection.workspaceId, messageId: bearer, personId };
  const attachments = event.files.length === 0 ? [] : await attachmentsOf(owner, event.files);
  const told = { ...event, kind: kindOf(event, attachments) };
  const counting = await countingIn(connection.workspaceId);
  return { connection, event: told, attachments, at, counting, messageId, personId };
}

/** The message document. */
export function messageFrom({ event, at, attachments, connection, personId, turn }: Arrival) {
  const {
    type,
    account,
    externalId,
    at: _,
    sender,
    files,
    replyTo,
    conversationId,
    thread,
    ...content
  } = event;
  return {
    ...content,
    ...(event.echo ? sentElsewhere(at) : received(personId, sender.name)),
    attachments,
    externalId,
    ...(replyTo ? { replyTo: replyReference(connection.channelId, replyTo) } : {}),
    ...(turn ? { tookTurn: tookFrom(turn) } : {}),
    sender,
    providerAt: at,
    createdAt: FieldValue.serverTimestamp(),
  };
}

function received(personId: string, name = "") {
  return {
    direction: "inbound",
    status: "received",
    statusRank: 0,
    statusAt: { received: now() },
    author: { type: "contact", id: personId, name },
  };
}

/** A message of ours that was written in another tool, such as the phone's own app. */
function sentElsewhere(at: Millis) {
  return {
    direction: "outbound",
    status: "sent",
    statusRank: statusRank.sent,
    statusAt: { sent: at },
    author: { type: "system", id: "elsewhere", name: "" },
  };
}

/** The quoted message is inbound under a derived id, or one of ours that carries the provider's id. */
function replyReference(channelId: string, externalId: string) {
  return { id: hash(channelId, externalId), externalId };
}

/** What one more message changes in its conversation; every field settles the same in any order. */
export function changesByArrival({ event, at, connection, turn }: Arrival) {
  if (event.past) return changesByPast(event, at, replyWindow(connection));
  if (event.echo) return changesByEcho(event, at, turn);
  const window = replyWindow(connection);
  return {
    unread: FieldValue.increment(1),
    inboundCount: FieldValue.increment(1),
    ...newestBy(event, at),
    lastInboundAt: FieldValue.maximum(at),
    lastInboundId: event.externalId,
    ...(window === null ? {} : { replyUntil: FieldValue.maximum(at + window) }),
    // What a machine wrote reopens and wakes nothing, and nobody waits.
    ...(event.quiet
      ? {}
      : {
          waitingSince: FieldValue.minimum(at),
          // Takes the time of this where none is under way.
          episodeAt: FieldValue.minimum(at),
          status: "open",
          snoozedUntil: null,
        }),
    preview: previewOf(event),
    ...optOutBy(event),
    updatedAt: FieldValue.serverTimestamp(),
  };
}

function newestBy({ order }: MessageEvent, at: Millis) {
  return {
    lastMessageAt: FieldValue.maximum(at),
    ...(order === undefined ? {} : { lastOrder: FieldValue.maximum(order) }),
  };
}

/** What was written long ago calls nobody: nothing is unread by it, nobody waits, nothing is opened. */
function changesByPast(event: MessageEvent, at: Millis, window: Millis | null) {
  return {
    ...newestBy(event, at),
    ...(event.echo ? { answeredAt: FieldValue.maximum(at) } : receivedBefore(at, window)),
    updatedAt: FieldValue.serverTimestamp(),
  };
}

function receivedBefore(at: Millis, window: Millis | null) {
  return {
    inboundCount: FieldValue.increment(1),
    lastInboundAt: FieldValue.maximum(at),
    ...(window === null ? {} : { replyUntil: FieldValue.maximum(at + window) }),
  };
}

/** Who writes elsewhere answers as a person, whoever had the turn. */
function changesByEcho(event: MessageEvent, at: Millis, turn = noTurn()) {
  return {
    ...turnTo(turn, "human", "echo", at),
    ...newestBy(event, at),
    answeredAt: FieldValue.maximum(at),
    lastAnswer: answerOf(event.text, at),
    preview: previewOf(event),
    updatedAt: FieldValue.serverTimestamp(),
  };
}

/** A conversation begun by this message, complete with every default. */
export function conversationFrom(arrival: Arrival) {
  const { event, at, connection } = arrival;
  const window = replyWindow(connection);
  const begun = {
    ...blankConversation(connection, event.sender.address),
    begunAt: at,
    turn: event.echo && !event.past ? taken(at) : noTurn(at),
    contact: {
      name: nameOf(event),
      ...(isUnproven(event.sender, "name") ? { unproven: true } : {}),
      avatar: null,
      country: event.sender.country ?? null,
    },
    preview: previewOf(event),
    lastMessageAt: at,
    ...(event.order === undefined ? {} : { lastOrder: event.order }),
  };
  const status = event.past ? "resolved" : "open";
  if (event.echo) return { ...begun, status, answeredAt: at };
  return {
    ...begun,
    status,
    unread: event.past ? 0 : 1,
    inboundCount: 1,
    lastInboundAt: at,
    lastInboundId: event.externalId,
    waitingSince: event.quiet || event.past ? null : at,
    episodeAt: event.quiet || event.past ? null : at,
    replyUntil: window === null ? null : at + window,
    ...optOutBy(event),
  };
}

/** As it is in a conversation that begins with what a person wrote elsewhere. */
function taken(since: Millis): Turn {
  return { owner: "human", version: 1, since, why: "echo" };
}

/** A conversation without a message yet, of which nobody knows whose it is. */
export function blankConversation(connection: Connection, address: string) {
  const { provider, platform } = connection.channel;
  return {
    contactId: nobody as string,
    contact: { name: address, avatar: null, country: null } as Conversation["contact"],
    channelId: connection.channelId,
    provider,
    platform,
    address,
    status: "open",
    priority: "normal",
    assigneeId: nobody as string,
    teamId: nobody as string,
    tags: [],
    unread: 0,
    inboundCount: 0,
    preview: { text: "", kind: "text", direction: "outbound" } as Conversation["preview"],
    lastMessageAt: now(),
    begunAt: now(),
    lastInboundAt: null as Millis | null,
    waitingSince: null as Millis | null,
    firstResponseAt: null,
    episode: 1,
    episodeAt: null as Millis | null,
    replyUntil: null as Millis | null,
    claim: null,
    snoozedUntil: null,
    funnel: null,
    leadId: null,
    optedOut: false,
    turn: noTurn(),
    createdAt: FieldValue.serverTimestamp(),
    updatedAt: FieldValue.serverTimestamp(),
  };
}

/** How long free text may follow a message of this connection's platform (ms), or null without a limit. */
export function replyWindow({ channel }: Pick<Connection, "channel">): Millis | null {
  return adapterOf(channel.provider)?.capabilities[channel.platform]?.replyWindow ?? null;
}

const previewLength = 140;

/** As much of an answer as classification takes of it, and when it was given. */
export function answerOf(text: string, at: Millis): NonNullable<Conversation["lastAnswer"]> {
  return { text: cut(text.trim(), longestAnswer).toWellFormed(), at };
}

/** One line of a message, as the list shows it. */
export function previewText(text: string): string {
  // Half a character is none, and the database refuses it.
  return cut(text.replace(/\s+/g, " ").trim(), previewLength).toWellFormed();
}

function previewOf(event: MessageEvent): Conversation["preview"] {
  return previewFrom({ ...event, direction: event.echo ? "outbound" : "inbound" });
}

/** What the list shows of a message: nothing of one that was deleted. */
export function previewFrom({
  text,
  kind,
  direction,
  mail,
  deletedAt,
}: Pick<Message, "text" | "kind" | "direction" | "mail" | "deletedAt">): Conversation["preview"] {
  if (deletedAt !== undefined) return { text: "", kind: "deleted", direction };
  const words = [mail?.subject ?? "", text].filter((part) => part.trim() !== "").join(" — ");
  return { text: previewText(words), kind, direction };
}

function nameOf({ sender }: MessageEvent): string {
  return sender.name || sender.username || sender.phone || sender.address;
}

function optOutBy({ consent }: MessageEvent): { optedOut?: boolean } {
  if (consent === "stop") return { optedOut: true };
  return consent === "start" ? { optedOut: false } : {};
}
