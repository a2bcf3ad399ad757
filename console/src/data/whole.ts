import type { Contact, Conversation, Lead, Message } from "@hilo/schema";

/** The time of what tells none. */
export const untold = new Date(0);

const times = { createdAt: untold, updatedAt: untold };

// What a document that lacks something is shown with: written by an older version, or cut short. A screen that throws
// would show nothing of it at all.

export const blankContact: Contact = {
  name: "",
  phones: [],
  emails: [],
  unproven: [],
  country: null,
  language: null,
  preferredChannelId: null,
  tags: [],
  fields: {},
  ...times,
};

export const blankConversation: Omit<Conversation, "provider"> = {
  contactId: "none",
  contact: { name: "", avatar: null, country: null },
  channelId: "",
  platform: "webchat",
  address: "",
  status: "open",
  priority: "normal",
  assigneeId: "none",
  teamId: "none",
  tags: [],
  unread: 0,
  inboundCount: 0,
  preview: { text: "", kind: "text", direction: "system" },
  lastMessageAt: 0,
  lastInboundAt: null,
  waitingSince: null,
  firstResponseAt: null,
  replyUntil: null,
  claim: null,
  snoozedUntil: null,
  funnel: null,
  leadId: null,
  optedOut: false,
  turn: { owner: "none", version: 0, since: 0, why: "begun" },
  ...times,
};

export const blankLead: Lead = {
  conversationId: null,
  contactId: "",
  name: "",
  kind: null,
  state: "new",
  value: null,
  ownerId: "none",
  teamId: "none",
  expectedOn: null,
  source: { kind: "channel" },
  funnel: null,
  column: null,
  touched: false,
  tags: [],
  files: [],
  wonAt: null,
  lostAt: null,
  ...times,
};

export const blankMessage: Message = {
  direction: "system",
  kind: "unsupported",
  text: "",
  attachments: [],
  status: "received",
  statusRank: 0,
  statusAt: {},
  externalId: null,
  author: { type: "system", id: "", name: "" },
  providerAt: 0,
  createdAt: untold,
};
