import type { ListedConversation } from "@hilo/schema";

/** A conversation as the inbox lists it, with what a test says of it. */
export function listed(id: string, changes: Partial<ListedConversation> = {}): ListedConversation {
  return {
    id,
    contactId: id,
    contact: { name: "Rocío Núñez", avatar: null, country: "CL" },
    channelId: "twilio-whatsapp",
    provider: "twilio",
    platform: "whatsapp",
    address: "+56981234567",
    status: "open",
    priority: "normal",
    assigneeId: "none",
    teamId: "none",
    tags: [],
    unread: 0,
    inboundCount: 1,
    preview: { text: "¿Tiene descuento?", kind: "text", direction: "inbound" },
    lastMessageAt: 1000,
    lastInboundAt: 1000,
    waitingSince: 1000,
    firstResponseAt: null,
    replyUntil: null,
    claim: null,
    snoozedUntil: null,
    funnel: null,
    leadId: null,
    optedOut: false,
    turn: { owner: "none", version: 0, since: 0, why: "begun" },
    createdAt: new Date(0),
    updatedAt: new Date(0),
    ...changes,
  };
}
