import { deepEqual, equal } from "node:assert/strict";
import type { Conversation, Turn } from "@hilo/schema";
import { united } from "../../../functions/src/inbound/united.ts";

const plain: Conversation = {
  contactId: "a",
  contact: { name: "+525512345678", avatar: null, country: null },
  channelId: "whatsapp",
  provider: "meta",
  platform: "whatsapp",
  address: "+525512345678",
  status: "open",
  priority: "normal",
  assigneeId: "none",
  teamId: "none",
  tags: [],
  unread: 1,
  inboundCount: 1,
  preview: { text: "uno", kind: "text", direction: "inbound" },
  lastMessageAt: 10,
  lastInboundAt: 10,
  waitingSince: 10,
  firstResponseAt: null,
  replyUntil: 100,
  claim: null,
  snoozedUntil: null,
  funnel: null,
  leadId: null,
  optedOut: false,
  turn: { owner: "none", version: 0, since: 0, why: "begun" },
  createdAt: new Date(0),
  updatedAt: new Date(0),
};

const theirs: Turn = { owner: "human", version: 2, since: 5, why: "send" };

describe("two conversations that were one person's", () => {
  const rows: [what: string, Partial<Conversation>, Partial<Conversation>, object][] = [
    ["counts what is in both", { unread: 2, inboundCount: 5 }, {}, { unread: 3, inboundCount: 6 }],
    [
      "shows the newest message",
      {},
      { lastMessageAt: 20, preview: { text: "dos", kind: "text", direction: "inbound" } },
      { lastMessageAt: 20, preview: { text: "dos", kind: "text", direction: "inbound" } },
    ],
    ["waits since the first", { waitingSince: null }, { waitingSince: 7 }, { waitingSince: 7 }],
    [
      "has nobody wait where nobody did",
      { waitingSince: null },
      { waitingSince: null },
      { waitingSince: null },
    ],
    [
      "goes on with the episode that began first",
      { episode: 3, episodeAt: null },
      { episode: 1, episodeAt: 7 },
      { episodeAt: 7 },
    ],
    [
      "is a person's turn where it was in one",
      {},
      { turn: theirs },
      { turn: { ...theirs, version: 3 } },
    ],
    ["is open where one was", { status: "resolved" }, {}, { status: "open", snoozedUntil: null }],
    [
      "is answered where they wrote last",
      {},
      { address: "MX.1", lastInboundAt: 11 },
      { address: "MX.1" },
    ],
    [
      "or where they went since",
      { address: "+56911110002", movedAt: 15 },
      { address: "MX.1", lastInboundAt: 11 },
      { address: "+56911110002", movedAt: 15 },
    ],
    ["heeds a wish of either", { optedOut: true }, {}, { optedOut: true }],
    [
      "heeds the last wish",
      { optedOut: true, consentAt: 5 },
      { optedOut: false, consentAt: 6 },
      { optedOut: false, consentAt: 6 },
    ],
    [
      "knows the last of one second",
      { lastOrder: 1 },
      { lastOrder: 2, preview: { text: "dos", kind: "text", direction: "inbound" } },
      { lastOrder: 2, preview: { text: "dos", kind: "text", direction: "inbound" } },
    ],
    [
      "knows our last answer, and a failure",
      { answeredAt: 4 },
      { failedAt: 6 },
      { answeredAt: 4, failedAt: 6 },
    ],
    ["is whose it was", { assigneeId: "none" }, { assigneeId: "agent" }, { assigneeId: "agent" }],
    [
      "calls them by their name",
      {},
      { contact: { name: "Ana", avatar: null, country: "MX" } },
      { "contact.name": "Ana", "contact.country": "MX" },
    ],
    [
      "can be answered as long as either",
      { replyUntil: null },
      { replyUntil: 300 },
      { replyUntil: 300 },
    ],
  ];
  for (const [what, one, other, wanted] of rows)
    it(what, () => {
      const sum = united({ ...plain, ...one }, { ...plain, ...other });
      for (const [field, value] of Object.entries(wanted)) deepEqual(sum[field], value, field);
    });

  it("stays resolved where both were", () => {
    equal(
      united({ ...plain, status: "resolved" }, { ...plain, status: "closed" }).status,
      undefined,
    );
  });
});
