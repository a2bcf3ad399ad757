import type { Message } from "@hilo/schema";
import { commitTelling, type Telling, tell } from "../events/tell.ts";
import { newId } from "../platform/clock.ts";
import type { WriteBatch, WriteOutcome, Writer } from "../platform/firestore.ts";
import { hasSubscribed } from "../settings/settings.ts";
import type { Ids } from "./sending.ts";

/** As what it is told how far a message of ours has come. */
const types = {
  sent: "message.sent",
  delivered: "message.delivered",
  read: "message.read",
  failed: "message.failed",
  unknown: "message.unknown",
} as const;

/** What became of a message of ours, since when (ms), and the provider's code of a failure. */
export type Reached = { status: keyof typeof types; at: number; code?: string | undefined };

/** Whether a status is one that others are told of; those before it are the provider's own affair. */
export function isTold(status: string): status is Reached["status"] {
  return status in types;
}

/** Whether anybody wants to know how far messages come. */
export async function isProgressTold(workspaceId: string): Promise<boolean> {
  const all = [types.sent, types.delivered, types.read];
  const wanted = await Promise.all(all.map((type) => hasSubscribed(workspaceId, type)));
  return wanted.includes(true);
}

function tellingOf(
  { workspaceId, conversationId, messageId }: Ids,
  { status, at, code }: Reached,
): Telling<(typeof types)[keyof typeof types]> {
  return {
    workspaceId,
    type: types[status],
    source: `${conversationId}/${messageId}`,
    about: { conversationId, messageId },
    data: { at, ...(code === undefined ? {} : { code }) },
  };
}

/** Tells what became of a message, inside the transaction that read it and writes so; nothing that it knew before. */
export async function tellStatus(
  write: Writer,
  ids: Ids,
  message: Pick<Message, "statusAt">,
  reached: Reached,
): Promise<void> {
  if (message.statusAt[reached.status] === undefined) await tell(write, tellingOf(ids, reached));
}

/** Writes what became of a message, however often it is told. */
export function commitStatus(
  ids: Ids,
  reached: Reached,
  fill: (batch: WriteBatch) => unknown,
): Promise<WriteOutcome> {
  return commitTelling(fill, tellingOf(ids, reached));
}

/** Tells that a reaction of ours hangs on a message, or no more. */
export function tellReaction(
  write: Writer,
  { workspaceId, conversationId }: Omit<Ids, "messageId">,
  messageId: string,
): Promise<boolean> {
  return tell(write, {
    workspaceId,
    type: "message.updated",
    source: newId(),
    about: { conversationId, messageId },
    data: { changed: ["reactions"] },
  });
}
