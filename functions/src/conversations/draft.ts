import type { Message, SendMessage } from "@hilo/schema";
import { now } from "../platform/clock.ts";
import { FieldValue } from "../platform/firestore.ts";
import { previewText } from "./arrival.ts";
import type { ContentFile } from "./content.ts";

export type Author = Message["author"];

/** How long after being queued a message is looked after by the sweep, when its own request died (ms). */
const graceMs = 30_000;

export type Draft = {
  author: Author;
  kind: SendMessage["kind"];
  text: string;
  files: readonly ContentFile[];
  template?: SendMessage["template"];
  replyTo?: Message["replyTo"];
};

/** An outbound message as it enters the queue. */
export function queuedMessage({ author, kind, text, files, template, replyTo }: Draft) {
  const at = now();
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
    ...(replyTo ? { replyTo } : {}),
    status: "queued",
    statusRank: 1,
    statusAt: { queued: at },
    externalId: null,
    author,
    providerAt: at,
    createdAt: FieldValue.serverTimestamp(),
    attempts: 0,
    dueAt: new Date(at + graceMs),
  };
}

/** What an answer changes in its conversation. */
export function changesByAnswer({ kind, text, author }: Draft, assigneeId: string) {
  const at = now();
  return {
    lastMessageAt: FieldValue.maximum(at),
    firstResponseAt: FieldValue.minimum(at),
    waitingSince: null,
    unread: 0,
    claim: null,
    status: "open",
    snoozedUntil: null,
    preview: { text: previewText(text), kind, direction: "outbound" },
    ...(assigneeId === "none" && author.type === "member" ? { assigneeId: author.id } : {}),
    updatedAt: FieldValue.serverTimestamp(),
  };
}
