import {
  type CollectionReference,
  type DocumentReference,
  db,
  type Query,
  workspace,
} from "../platform/firestore.ts";

export function conversationsOf(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("conversations");
}

export function episodesOf(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("episodes");
}

type Place = { workspaceId: string; conversationId: string };

/** The nth matter of a conversation. */
export function nthEpisode({ workspaceId, conversationId }: Place, n: number): DocumentReference {
  return episodesOf(workspaceId).doc(`${conversationId}-${n}`);
}

/** The first so many matters of a conversation that ended. */
export function endedIn({ workspaceId, conversationId }: Place, limit: number): Query {
  return episodesOf(workspaceId)
    .where("conversationId", "==", conversationId)
    .orderBy("to")
    .limit(limit);
}

export function messagesOf(workspaceId: string, conversationId: string): CollectionReference {
  return conversationsOf(workspaceId).doc(conversationId).collection("messages");
}

export function messageOf(
  workspaceId: string,
  conversationId: string,
  messageId: string,
): DocumentReference {
  return messagesOf(workspaceId, conversationId).doc(messageId);
}

/** The outbox of every workspace: messages whose lease has run out or whose next try is due. */
export function overdueMessages(at: Date): Query {
  return db().collectionGroup("messages").where("dueAt", "<=", at).orderBy("dueAt");
}

/** Messages of every workspace of which something else was heard after their conversation was told that they failed. */
export function heardOfSince(): Query {
  return db()
    .collectionGroup("messages")
    .where("status", "in", ["sending", "sent", "delivered", "read"])
    .where("failureAt", ">", 0)
    .orderBy("failureAt");
}

/** Conversations of every workspace in which answers of ours are due to be mailed (ms). */
export function awaitingMail(at: number): Query {
  return db().collectionGroup("conversations").where("mailDueAt", "<=", at).orderBy("mailDueAt");
}

/** Whom we mailed what they did not see in a chat. */
export function mailRecipientsOf(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("mailRecipients");
}

/** Snoozed conversations of every workspace whose time has come (ms). */
export function awakening(at: number): Query {
  return db()
    .collectionGroup("conversations")
    .where("status", "==", "snoozed")
    .where("snoozedUntil", "<=", at)
    .orderBy("snoozedUntil");
}

/** Conversations under way that a member has. */
export function heldBy(workspaceId: string, uid: string): Query {
  return conversationsOf(workspaceId)
    .where("assigneeId", "==", uid)
    .where("status", "in", ["open", "waiting", "snoozed"])
    .limit(200);
}

/** The conversations of a contact. */
export function ofContact(workspaceId: string, contactId: string, limit: number): Query {
  return conversationsOf(workspaceId).where("contactId", "==", contactId).limit(limit);
}

/** The newest messages that a customer sees. */
export function newestOf(workspaceId: string, conversationId: string, limit: number): Query {
  return messagesOf(workspaceId, conversationId)
    .where("direction", "in", ["inbound", "outbound"])
    .orderBy("providerAt", "desc")
    .limit(limit);
}

/** What the thread tells of itself: lines that no customer sees. */
export function linesOf(workspaceId: string, conversationId: string): Query {
  return messagesOf(workspaceId, conversationId).where("direction", "==", "system");
}

/** Messages in which a customer asked for no more messages, or for them again. */
export function wishesOf(workspaceId: string, conversationId: string): Query {
  return messagesOf(workspaceId, conversationId).where("consent", "in", ["stop", "start"]);
}

/** The conversations of a channel in which somebody wrote last. */
export function latestOn(workspaceId: string, channelId: string, limit: number): Query {
  return conversationsOf(workspaceId)
    .where("channelId", "==", channelId)
    .orderBy("lastMessageAt", "desc")
    .limit(limit);
}

/** The first conversations with a message at or after a time (ms), in the order of their last. */
export function firstActiveSince(workspaceId: string, at: number, limit: number): Query {
  return conversationsOf(workspaceId)
    .where("lastMessageAt", ">=", at)
    .orderBy("lastMessageAt")
    .limit(limit);
}

/** What was said in a conversation at or after a time (ms), in its order. */
export function saidSince(workspaceId: string, conversationId: string, at: number): Query {
  return messagesOf(workspaceId, conversationId)
    .where("providerAt", ">=", at)
    .orderBy("providerAt");
}

/** The message that a provider knows by an id of its own. */
export function withExternalId(
  workspaceId: string,
  conversationId: string,
  externalId: string,
): Query {
  return messagesOf(workspaceId, conversationId).where("externalId", "==", externalId).limit(1);
}

/** Our newest messages up to a time (ms) that have not come as far as a rank: those that a watermark is news of. */
export function sentUntil(
  workspaceId: string,
  conversationId: string,
  { until, rank }: { until: number; rank: number },
): Query {
  return messagesOf(workspaceId, conversationId)
    .where("direction", "==", "outbound")
    .where(
      "statusRank",
      "in",
      Array.from({ length: rank }, (_, below) => below),
    )
    .where("providerAt", "<=", until)
    .orderBy("providerAt", "desc")
    .limit(50);
}

/** Our newest messages. */
export function lastSent(workspaceId: string, conversationId: string, limit: number): Query {
  return messagesOf(workspaceId, conversationId)
    .where("direction", "==", "outbound")
    .orderBy("providerAt", "desc")
    .limit(limit);
}

/** Our first messages from a time (ms) on. */
export function sentAfter(
  workspaceId: string,
  conversationId: string,
  from: number,
  limit: number,
): Query {
  return messagesOf(workspaceId, conversationId)
    .where("direction", "==", "outbound")
    .where("providerAt", ">=", from)
    .orderBy("providerAt", "asc")
    .limit(limit);
}

/** The first messages of the customer after a time (ms). */
export function receivedAfter(
  workspaceId: string,
  conversationId: string,
  after: number,
  limit: number,
): Query {
  return messagesOf(workspaceId, conversationId)
    .where("direction", "==", "inbound")
    .where("providerAt", ">", after)
    .orderBy("providerAt", "asc")
    .limit(limit);
}

/** Inbound messages of a conversation by the provider's time (ms). */
export function receivedBetween(
  workspaceId: string,
  conversationId: string,
  start: number,
  end: number,
): Query {
  return messagesOf(workspaceId, conversationId)
    .where("direction", "==", "inbound")
    .where("providerAt", ">=", start)
    .where("providerAt", "<", end);
}
