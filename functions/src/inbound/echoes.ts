import type { MessageEvent } from "@hilo/schema";
import type { Connection } from "../channels/connections.ts";
import { conversationWith } from "../conversations/conversation-of.ts";
import { withExternalId } from "../conversations/store.ts";
import { receive } from "./receive.ts";

/** Records what was written elsewhere. What Hilo sent may come back as the same: the provider's id tells. */
export async function recordEcho(
  connection: Connection,
  event: MessageEvent,
): Promise<"recorded" | "duplicate"> {
  const { workspaceId } = connection;
  const conversationId = await conversationWith(connection, event.sender, event.at);
  const found = await withExternalId(workspaceId, conversationId, event.externalId).get();
  const isOurs = found.docs.some((doc) => doc.get("echo") !== true);
  return isOurs ? "duplicate" : receive(connection, event);
}
