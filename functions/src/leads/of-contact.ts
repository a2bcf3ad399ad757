import { Conversation, OpenLeads } from "@hilo/schema";
import type { OfContact } from "../contacts/routes.ts";
import { seesConversation } from "../conversations/seen.ts";
import { messagesOf, ofContact } from "../conversations/store.ts";
import { read } from "../platform/firestore.ts";
import { openIn } from "./open.ts";
import { openLeadsOf } from "./store.ts";

/** A person has no more conversations that are summed up. */
const mostConversations = 100;

/** What a contact said on its channels, as far as somebody sees it, and which of its leads are open. */
export const knownOfContact: OfContact = async (viewer, contactId) => {
  const { workspaceId } = viewer;
  const [{ docs }, slots] = await Promise.all([
    ofContact(workspaceId, contactId, mostConversations).get(),
    openLeadsOf(workspaceId, contactId).get(),
  ]);
  const seen = docs.flatMap((doc) => {
    const conversation = read(Conversation, doc);
    return conversation && seesConversation(viewer, conversation)
      ? [{ ...conversation, id: doc.id }]
      : [];
  });
  const counts = await Promise.all(
    seen.map(async ({ id }) => (await messagesOf(workspaceId, id).count().get()).data().count),
  );
  const byChannel = Map.groupBy(seen, ({ channelId }) => channelId);
  const times = seen.map(({ begunAt, createdAt }) => begunAt ?? createdAt.getTime());
  return {
    summary: {
      conversations: seen.length,
      messages: counts.reduce((sum, count) => sum + count, 0),
      byChannel: Object.fromEntries([...byChannel].map(([id, all]) => [id, all.length])),
      firstAt: times.length > 0 ? Math.min(...times) : null,
      lastAt: seen.length > 0 ? Math.max(...seen.map((one) => one.lastMessageAt)) : null,
    },
    openLeads: Object.values(openIn(read(OpenLeads, slots))),
    caseIds: [],
  };
};
