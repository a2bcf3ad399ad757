import type { MessageState, SendMessage } from "@hilo/schema";
import type { Doer } from "../audit/audit.ts";
import { currentOf } from "../conversations/current.ts";
import { messageIn } from "../conversations/early-changes.ts";
import { type Doing, filesSeenBy } from "../conversations/seen.ts";
import { conversationsOf, messageOf } from "../conversations/store.ts";
import { AppError } from "../platform/errors.ts";
import { dispatch } from "./door.ts";
import type { SendRequest } from "./send-request.ts";

/** Sends in a conversation that exists. The same messageId again sends nothing and tells the state. */
export async function send(
  doer: Doer & Doing,
  conversationId: string,
  message: SendMessage,
): Promise<MessageState> {
  const { workspaceId } = doer;
  const ref = conversationsOf(workspaceId).doc(conversationId);
  const current = await currentOf(ref);
  const replyTo = message.replyTo
    ? await quoted(workspaceId, conversationId, message.replyTo)
    : undefined;
  return dispatch({
    ...sentBy(doer),
    sees: filesSeenBy(doer),
    channelId: current.conversation.channelId,
    line: ref.path,
    message,
    ...(replyTo ? { replyTo } : {}),
    findTarget: async ({ waited }) => ({
      conversationId,
      ...(waited ? await currentOf(ref) : current),
    }),
  });
}

/** What a member sends is an answer; another system tells what somebody has to know. */
export function sentBy(doer: Doer): Pick<SendRequest, "workspaceId" | "author" | "purpose"> {
  const { workspaceId, type, id, name } = doer;
  const purpose = type === "member" ? "answer" : "service";
  return { workspaceId, author: { type, id, name: visible(name) }, purpose };
}

/** Customers may read who wrote: of an address that somebody is called by, what stands before its @. */
function visible(name: string): string {
  return /^\S+@\S+$/.test(name) ? name.replace(/@.*$/, "") : name;
}

async function quoted(workspaceId: string, conversationId: string, messageId: string) {
  const source = messageIn(await messageOf(workspaceId, conversationId, messageId).get());
  const isSeen = source?.direction === "inbound" || source?.direction === "outbound";
  if (!isSeen) throw new AppError("invalid", "The quoted message is not in this conversation.");
  return { id: messageId, ...(source.externalId ? { externalId: source.externalId } : {}) };
}
