import type { Message } from "@hilo/schema";

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
