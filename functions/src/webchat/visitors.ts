import type { IncomingMessage } from "node:http";
import { connectionOf } from "../channels/connections.ts";
import { hash } from "../platform/crypto.ts";
import { AppError } from "../platform/errors.ts";
import { currentVisitor, type Visitor } from "../providers/webchat/token.ts";

export type Caller = Visitor & { conversationId: string };

/** The visitor who calls, by their token; throws `sessionEnded` when it is over or of another chat. */
export async function callerOf(
  request: IncomingMessage,
  { workspaceId, channelId }: { workspaceId: string; channelId: string },
): Promise<Caller> {
  const visitor = currentVisitor(request.headers.authorization);
  const own = visitor?.workspaceId === workspaceId && visitor.channelId === channelId;
  const connection = own ? await connectionOf(workspaceId, channelId) : undefined;
  if (!own || !connection?.channel.enabled)
    throw new AppError("sessionEnded", "The session has ended. Open the chat again.");
  return { ...visitor, conversationId: hash(channelId, visitor.address) };
}
