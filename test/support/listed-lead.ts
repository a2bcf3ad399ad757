import type { ListedLead } from "@hilo/schema";

/** A lead as boards have it, in a column, with what a test says of it. */
export function listedLead(
  id: string,
  column = "sales/initial",
  changes: Partial<ListedLead> = {},
): ListedLead {
  const [funnelId = "", stage] = column.split("/");
  const place = { id: funnelId, since: 1000, rank: `a${id}`, by: "rule" as const, why: [] };
  return {
    id,
    name: "Rocío Núñez",
    contactId: `p-${id}`,
    conversationId: null,
    kind: "sale",
    state: "new",
    value: null,
    ownerId: "none",
    teamId: "none",
    expectedOn: null,
    source: { kind: "channel", platform: "whatsapp" },
    funnel: stage === undefined ? null : { ...place, stage },
    column,
    touched: false,
    tags: [],
    files: [],
    wonAt: null,
    lostAt: null,
    createdAt: new Date(1000),
    updatedAt: new Date(1000),
    ...changes,
  };
}
