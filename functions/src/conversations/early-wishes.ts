import type { Sender } from "@hilo/schema";
import type { Connection } from "../channels/connections.ts";
import { namesOf } from "../contacts/names.ts";
import { hash } from "../platform/crypto.ts";
import type { Transaction } from "../platform/firestore.ts";
import { heard, type ToldWish } from "./last-wish.ts";
import type { NewMessage } from "./new-message.ts";
import { settleWishes, toldByLines, waits } from "./settle-wishes.ts";
import { linesOf, messageOf } from "./store.ts";
import { lineOf, type TimedWish } from "./wishes.ts";

// A wish not to be written to may come before the first message. It waits as a line of the thread that the
// conversation will have, under each name that the person may come by.

/** Keeps a wish of somebody who has no conversation until they have one. */
export function keepWish(
  transaction: Transaction,
  connection: Connection,
  person: Sender,
  told: { lineId: string; wish: TimedWish },
): void {
  const { workspaceId, channelId } = connection;
  for (const name of namesOf({ connection, at: told.wish.at }, person)) {
    const place = messageOf(workspaceId, hash(channelId, name), told.lineId);
    transaction.create(place, { ...lineOf(told.wish), waits: true });
  }
}

/** The last wish that waits for a conversation to begin. */
export async function waitingWish(
  transaction: Transaction,
  workspaceId: string,
  conversationId: string,
): Promise<ToldWish | undefined> {
  const { docs } = await transaction.get(linesOf(workspaceId, conversationId));
  return heard(toldByLines(docs)).wishes.at(-1);
}

/** The wish that came before the conversation holds in it from its first message on. */
export async function heedEarlierWish(arrived: NewMessage): Promise<boolean> {
  const { workspaceId, conversationId, conversation } = arrived;
  if (conversation.leadId !== null) return false;
  const { docs } = await linesOf(workspaceId, conversationId).get();
  return docs.some(waits) && settleWishes(arrived);
}
