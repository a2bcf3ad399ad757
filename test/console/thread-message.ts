import type { ThreadMessage } from "../../console/src/data/thread-merge.ts";

export const noon = new Date(2026, 10, 20, 12, 0, 0).getTime();

/** A customer's text of noon, as a thread holds it; `changes` replaces and adds. */
export function threadMessage(id: string, changes: Partial<ThreadMessage> = {}): ThreadMessage {
  return {
    id,
    direction: "inbound",
    kind: "text",
    text: id,
    attachments: [],
    status: "received",
    statusRank: 0,
    statusAt: {},
    externalId: `x-${id}`,
    author: { type: "contact", id: "rocio", name: "Rocío" },
    providerAt: noon,
    createdAt: new Date(noon),
    ...changes,
  };
}
