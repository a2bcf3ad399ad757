import { type Conversation, type Message, nobody, statusOf, type Turn } from "@hilo/schema";
import { isTakenCall } from "../../functions/src/conversations/waiting.ts";
import { channelTable } from "./channel-table.ts";
import type { Dialogue } from "./dialogue.ts";
import type { Place, Written } from "./messages.ts";
import { personOf } from "./people.ts";
import { snoozedUntil } from "./times.ts";

const hour = 60 * 60 * 1000;

/** How long after the customer's last message a free text may follow (ms); no entry: always. */
const replyWindows: Partial<Record<Conversation["platform"], number>> = {
  whatsapp: 24 * hour,
  messenger: 24 * hour,
  instagram: 24 * hour,
};

/** The conversation as its messages leave it. */
export function conversationOf(
  dialogue: Dialogue,
  place: Place,
  thread: Written[],
  now: number,
): Conversation {
  const { provider, platform } = channelTable[dialogue.channel];
  const messages = thread.map(({ message }) => message);
  return {
    ...decided(dialogue, now),
    contactId: place.contactId,
    contact: {
      name: place.sender.name ?? place.sender.address,
      avatar: null,
      country: personOf(dialogue.person).country ?? "CL",
    },
    channelId: dialogue.channel,
    provider,
    platform,
    address: place.sender.address,
    ...told(dialogue, messages, replyWindows[platform]),
    begunAt: messages[0]?.providerAt ?? now,
    ...(dialogue.status === "resolved" ? { resolvedAt: messages.at(-1)?.providerAt ?? now } : {}),
  };
}

/** What people decided about it. */
function decided(dialogue: Dialogue, now: number) {
  const { status, priority = "normal", assignee = nobody, tags = [], snoozedHours } = dialogue;
  return {
    status,
    priority,
    assigneeId: assignee,
    teamId: dialogue.team ?? nobody,
    tags,
    claim: null,
    snoozedUntil: snoozedHours === undefined ? null : snoozedUntil(now, snoozedHours),
    funnel: null,
    leadId: null,
    optedOut: dialogue.optedOut ?? false,
  };
}

/** What follows from its messages. */
function told(dialogue: Dialogue, messages: Message[], replyWindow: number | undefined) {
  const visible = messages.filter(isVisible);
  const inbound = messages.filter(({ direction }) => direction === "inbound");
  const last = visible.at(-1);
  const lastInboundAt = inbound.at(-1)?.providerAt ?? null;
  const lastInboundId = inbound.findLast(({ externalId }) => externalId)?.externalId;
  const waiting = dialogue.status === "open" ? unanswered(visible) : [];
  return {
    unread: dialogue.unread ?? waiting.length,
    inboundCount: inbound.length,
    preview: {
      text: (last?.text ?? "").replace(/\s+/g, " ").trim().slice(0, 140),
      kind: last?.kind ?? "text",
      direction: last?.direction ?? "inbound",
    },
    lastMessageAt: last?.providerAt ?? 0,
    lastInboundAt,
    ...(lastInboundId ? { lastInboundId } : {}),
    waitingSince: waiting[0]?.providerAt ?? null,
    firstResponseAt: firstResponse(visible)?.providerAt ?? null,
    failedAt: failedSince(visible),
    ...consentIn(inbound),
    replyUntil: replyWindow && lastInboundAt ? lastInboundAt + replyWindow : null,
    createdAt: messages[0]?.createdAt ?? new Date(0),
    turn: turnAfter(dialogue, visible),
    updatedAt: messages.at(-1)?.createdAt ?? new Date(0),
  };
}

/** A person's from their first answer on, until the matter is over. */
function turnAfter({ status }: Dialogue, visible: Message[]): Turn {
  const isOver = status === "resolved" || status === "closed";
  const last = visible.at(-1)?.providerAt ?? 0;
  if (isOver) return { owner: "none", version: 1, since: last, why: "over" };
  const since = visible.find(isAnswer)?.providerAt;
  if (since !== undefined) return { owner: "human", version: 1, since, why: "send" };
  return { owner: "none", version: 0, since: visible[0]?.providerAt ?? 0, why: "begun" };
}

/** When somebody last said that they want no messages. */
function consentIn(inbound: Message[]): Pick<Conversation, "consentAt"> {
  const stop = inbound.findLast(({ consent }) => consent === "stop");
  return stop ? { consentAt: stop.providerAt } : {};
}

function isVisible({ direction }: Message): boolean {
  return direction === "inbound" || direction === "outbound";
}

/** Whether a message of ours reached, or is on its way to, the customer. */
export function isAnswer(message: Message): boolean {
  return message.direction === "outbound" && statusOf(message) !== "failed";
}

/** What the customer wrote since our last answer, by a message or on the telephone. */
function unanswered(visible: Message[]): Message[] {
  const answered = visible.findLastIndex((message) => isAnswer(message) || isTakenCall(message));
  return visible.slice(answered + 1).filter(({ direction }) => direction === "inbound");
}

/** When the last send failed that nothing was sent after. */
function failedSince(visible: Message[]): number | null {
  const sent = visible.slice(visible.findLastIndex(isAnswer) + 1);
  return sent.findLast(({ statusAt }) => statusAt.failed !== undefined)?.statusAt.failed ?? null;
}

function firstResponse(visible: Message[]): Message | undefined {
  const first = visible.findIndex(({ direction }) => direction === "inbound");
  return first === -1 ? undefined : visible.slice(first).find(isAnswer);
}
