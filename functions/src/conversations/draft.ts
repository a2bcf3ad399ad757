import {
  type Conversation,
  type Message,
  type Millis,
  nobody,
  type SendMessage,
} from "@hilo/schema";
import { FieldValue } from "../platform/firestore.ts";
import { previewText } from "./arrival.ts";
import type { ContentFile } from "./content.ts";
import { answersFailure } from "./failure.ts";

export type Author = Message["author"];

/** How long after being queued a message is looked after by the sweep, when its own request died (ms). */
const graceMs = 30_000;

export type Draft = {
  author: Author;
  kind: SendMessage["kind"];
  text: string;
  files: readonly ContentFile[];
  template?: SendMessage["template"];
  location?: SendMessage["location"];
  cards?: SendMessage["cards"];
  options?: SendMessage["options"];
  subject?: SendMessage["subject"];
  replyTo?: Message["replyTo"];
};

/** Since when the customer of an answer has been waiting (ms): what they go on doing should it fail. */
export type Waiting = number | null;

/** An outbound message as it enters the queue. */
export function queuedMessage(
  draft: Draft,
  { at, waiting, humanAgent = false }: { at: Millis; waiting: Waiting; humanAgent?: boolean },
) {
  const { author, kind, text, files, template, location, cards, options, subject, replyTo } = draft;
  return {
    direction: "outbound",
    kind,
    text,
    attachments: files.map(({ id, name, type, size }) => ({
      id,
      name,
      type,
      size,
      state: "ready",
    })),
    ...(template ? { template } : {}),
    ...(location ? { location } : {}),
    ...(cards ? { cards } : {}),
    ...(options ? { options } : {}),
    ...(subject ? { mail: { subject, references: [], to: [], cc: [] } } : {}),
    ...(humanAgent ? { humanAgent } : {}),
    ...(replyTo ? { replyTo } : {}),
    status: "queued",
    statusRank: 1,
    statusAt: { queued: at },
    externalId: null,
    author,
    providerAt: at,
    createdAt: FieldValue.serverTimestamp(),
    ...(isAnswer(draft) && waiting !== null ? { waitedSince: waiting } : {}),
    attempts: 0,
    dueAt: new Date(at + graceMs),
  };
}

/** What a message on its way out changes in its conversation. */
export function changesByAnswer(draft: Draft, at: Millis, conversation: Conversation) {
  const { kind, text, author } = draft;
  // A reaction hangs on its message; it answers nothing.
  if (kind === "reaction") return { updatedAt: FieldValue.serverTimestamp() };
  return {
    lastMessageAt: FieldValue.maximum(at),
    preview: { text: previewText(text), kind, direction: "outbound" },
    updatedAt: FieldValue.serverTimestamp(),
    ...(isAnswer(draft) ? changesByMember(author.id, at, conversation) : {}),
  };
}

/** Whether a person answers; what another system sends leaves a waiting customer waiting. */
export function isAnswer({ author, kind }: Pick<Draft, "author" | "kind">): boolean {
  return author.type === "member" && kind !== "reaction";
}

function changesByMember(memberId: string, at: Millis, conversation: Conversation) {
  return {
    firstResponseAt: FieldValue.minimum(at),
    answeredAt: FieldValue.maximum(at),
    waitingSince: null,
    unread: 0,
    claim: null,
    status: "open",
    snoozedUntil: null,
    ...(conversation.assigneeId === nobody ? { assigneeId: memberId } : {}),
    ...(answersFailure(conversation, at) ? { failedAt: null } : {}),
  };
}
