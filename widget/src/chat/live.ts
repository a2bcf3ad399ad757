import type { Message } from "@hilo/schema";
import { limit, onSnapshot, orderBy, query, type Unsubscribe, where } from "firebase/firestore";
import { collectionOf } from "./firestore.ts";

/** A message as the visitor may see it. */
export type Shown = Pick<
  Message,
  | "direction"
  | "kind"
  | "text"
  | "attachments"
  | "location"
  | "cards"
  | "options"
  | "statusRank"
  | "externalId"
  | "replyTo"
  | "deletedAt"
  | "author"
  | "mail"
  | "mailedAs"
  | "providerAt"
> & { id: string };

/** How many messages are shown; earlier ones stay with the business. */
const most = 100;

/** Follows what was said, oldest first; `connected` tells whether the server is being heard. */
export function follow(
  conversationId: string,
  tell: (messages: readonly Shown[], connected: boolean) => void,
  fail: (code: string) => void,
): Unsubscribe {
  const messages = collectionOf("conversations", conversationId, "messages");
  const said = query(
    messages,
    where("direction", "in", ["inbound", "outbound"]),
    orderBy("providerAt", "desc"),
    limit(most),
  );
  return onSnapshot(
    said,
    { includeMetadataChanges: true },
    ({ docs, metadata }) => {
      const shown = docs.map((doc) => ({ ...(doc.data() as Omit<Shown, "id">), id: doc.id }));
      tell(shown.reverse(), !metadata.fromCache);
    },
    ({ code }) => fail(code),
  );
}
