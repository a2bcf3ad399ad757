import type { Message, OurIds } from "@hilo/schema";
import { proofFor } from "../../functions/src/providers/message-proof.ts";

/** A message of ours that the provider has taken and not reported on yet. */
export function outboundMessage(): Message {
  const at = new Date();
  return {
    direction: "outbound",
    kind: "text",
    text: "Hola",
    attachments: [],
    status: "sending",
    statusRank: 1,
    statusAt: { queued: at.getTime() },
    externalId: null,
    author: { type: "member", id: "agent", name: "Agent" },
    providerAt: at.getTime(),
    createdAt: at,
    dueAt: at,
  };
}

type Sent = Omit<OurIds, "mark"> & { workspaceId: string; channelId?: string };

/** The query of the address that Twilio is told to report a message to. */
export function callbackOf({ channelId = "twilio-whatsapp", ...sent }: Sent): string {
  const { conversationId: conversation, messageId: message } = sent;
  const mark = proofFor({ ...sent, channelId }, sent);
  return `?${new URLSearchParams({ conversation, message, mark })}`;
}
