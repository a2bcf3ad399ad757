import type { ConversationFilter, ConversationsQuery, MessagesQuery, Viewer } from "@hilo/schema";
import type { Query } from "../platform/firestore.ts";
import { placeOf } from "./cursor.ts";
import type { Part } from "./merged.ts";
import { type Filter, scoped } from "./scoped.ts";
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

/** Somebody's conversations, in parts: that with the newest message first. */
export function activeParts(
  workspaceId: string,
  query: ConversationsQuery,
  viewer: Viewer,
): Part[] {
  const names = Object.entries(filterFields) as [keyof ConversationFilter, string][];
  const filters = names.flatMap(([name, field]): Filter[] => {
    const value = query[name];
    return value === undefined ? [] : [{ field, op: comparisonOf(field), value }];
  });
  return scoped(conversationsOf(workspaceId), viewer, { filters }).map((part) => ({
    ...part,
    query: pageBy(part.query, "lastMessageAt", query),
  }));
}

/** One more message than a page holds, newest first. */
export function saidPage(workspaceId: string, conversationId: string, query: MessagesQuery): Query {
  return pageBy(messagesOf(workspaceId, conversationId), "providerAt", query).limit(
    query.limit + 1,
  );
}

function pageBy(asked: Query, by: string, { since, until, cursor }: MessagesQuery): Query {
  const from = since === undefined ? asked : asked.where(by, ">=", since);
  const within = until === undefined ? from : from.where(by, "<", until);
  const newest = within.orderBy(by, "desc").orderBy("__name__", "desc");
  return cursor === undefined ? newest : newest.startAfter(...placeOf(cursor));
}
