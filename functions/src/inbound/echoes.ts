import { Conversation, type MessageEvent } from "@hilo/schema";
import type { Connection } from "../channels/connections.ts";
import { conversationWith } from "../conversations/conversation-of.ts";
import { conversationsOf, withExternalId } from "../conversations/store.ts";
import { noTurn } from "../conversations/turn.ts";
import { read } from "../platform/firestore.ts";
import { receive } from "./receive.ts";

/**
 * Records what was written elsewhere. What Hilo sent may come back as the same: the provider's id tells, as soon as it
 * is known. Until then it takes the turn, and notes whose it was.
 */
export async function recordEcho(
  connection: Connection,
  event: MessageEvent,
): Promise<"recorded" | "duplicate"> {
  const { workspaceId } = connection;
  const conversationId = await conversationWith(connection, event.sender, event.at);
  const found = await withExternalId(workspaceId, conversationId, event.externalId).get();
  const isOurs = found.docs.some((doc) => doc.get("echo") !== true);
  if (isOurs) return "duplicate";
  if (event.past) return receive(connection, event);
  const known = await conversationsOf(workspaceId).doc(conversationId).get();
  return receive(connection, event, read(Conversation, known)?.turn ?? noTurn());
}
