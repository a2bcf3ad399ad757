import type { ConversationFilter, ConversationsQuery, MessagesQuery } from "@hilo/schema";
import { AppError } from "../platform/errors.ts";
import type { Query } from "../platform/firestore.ts";
import { conversationsOf, messagesOf } from "./store.ts";

/** The field of the document that a filter is about; of a list, one of its entries. */
export const filterFields = {
  status: "status",
  channelId: "channelId",
  platform: "platform",
  priority: "priority",
  tag: "tags",
  assigneeId: "assigneeId",
  teamId: "teamId",
  contactId: "contactId",
  funnelId: "funnel.id",
  stage: "funnel.stage",
} as const satisfies Record<keyof ConversationFilter, string>;

const lists: ReadonlySet<string> = new Set(["tags"]);

/** How a field is compared. */
export function comparisonOf(field: string): "==" | "array-contains" {
  return lists.has(field) ? "array-contains" : "==";
}

/** One more conversation than a page holds, that with the newest message first. */
export function activePage(workspaceId: string, query: ConversationsQuery): Query {
  const filters = Object.entries(filterFields) as [keyof ConversationFilter, string][];
  let asked: Query = conversationsOf(workspaceId);
  for (const [name, field] of filters) {
    const value = query[name];
    if (value !== undefined) asked = asked.where(field, comparisonOf(field), value);
  }
  return pageBy(asked, "lastMessageAt", query);
}

/** One more message than a page holds, newest first. */
export function saidPage(workspaceId: string, conversationId: string, query: MessagesQuery): Query {
  return pageBy(messagesOf(workspaceId, conversationId), "providerAt", query);
}

function pageBy(asked: Query, by: string, { since, until, limit, cursor }: MessagesQuery): Query {
  const from = since === undefined ? asked : asked.where(by, ">=", since);
  const within = until === undefined ? from : from.where(by, "<", until);
  const newest = within.orderBy(by, "desc").orderBy("__name__", "desc");
  const rest = cursor === undefined ? newest : newest.startAfter(...placeOf(cursor));
  return rest.limit(limit + 1);
}

/** Where a cursor points: a time (ms), and which of the documents of that time. */
function placeOf(cursor: string): [at: number, id: string] {
  const [, at, id = ""] = /^(\d{1,16})-([\w-]+)$/.exec(cursor) ?? [];
  if (!id) throw new AppError("invalid", "There is no such page.");
  return [Number(at), id];
}
