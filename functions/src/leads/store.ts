import { tray } from "@hilo/schema";
import { conversationsOf } from "../conversations/store.ts";
import {
  type CollectionReference,
  type DocumentReference,
  db,
  type Query,
  workspace,
} from "../platform/firestore.ts";

export function leadsOf(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("leads");
}

export function leadOf(workspaceId: string, leadId: string): DocumentReference {
  return leadsOf(workspaceId).doc(leadId);
}

/** What became of a lead. */
export function historyOf(workspaceId: string, leadId: string): CollectionReference {
  return leadOf(workspaceId, leadId).collection("history");
}

/** What became of leads of every workspace. */
function histories(): Query {
  return db().collectionGroup("history");
}

/** What entered a column since a time (ms). */
export function enteredSince(workspaceId: string, column: string, at: number): Query {
  return histories()
    .where("workspaceId", "==", workspaceId)
    .where("entered", "==", column)
    .where("at", ">=", at);
}

/** What left it since then, the last first. */
export function leftSince(workspaceId: string, column: string, at: number): Query {
  return histories()
    .where("workspaceId", "==", workspaceId)
    .where("left", "==", column)
    .where("at", ">=", at)
    .orderBy("at", "desc");
}

/** What ended in it since then, in a state. */
export function endedSince(
  workspaceId: string,
  column: string,
  { state, at }: { state: string; at: number },
): Query {
  return histories()
    .where("workspaceId", "==", workspaceId)
    .where("left", "==", column)
    .where("state", "==", state)
    .where("at", ">=", at);
}

export function notesOf(workspaceId: string, leadId: string): CollectionReference {
  return leadOf(workspaceId, leadId).collection("notes");
}

/** The leads of a person that are open, one a matter. */
export function openLeadsOf(workspaceId: string, contactId: string): DocumentReference {
  return workspace(workspaceId).collection("openLeads").doc(contactId);
}

/** The leads that stand in a column, in its order. */
export function standingIn(workspaceId: string, column: string): Query {
  return leadsOf(workspaceId).where("column", "==", column).orderBy("funnel.rank");
}

/** The two above a rank in a column, the nearest first. */
export function standingAbove(workspaceId: string, column: string, rank: string): Query {
  return leadsOf(workspaceId)
    .where("column", "==", column)
    .where("funnel.rank", "<", rank)
    .orderBy("funnel.rank", "desc")
    .limit(2);
}

/** The two below it. */
export function standingBelow(workspaceId: string, column: string, rank: string): Query {
  return leadsOf(workspaceId)
    .where("column", "==", column)
    .where("funnel.rank", ">", rank)
    .orderBy("funnel.rank", "asc")
    .limit(2);
}

/** The leads of a column that are worth something in a currency. */
export function worthIn(workspaceId: string, column: string, currency: string): Query {
  return leadsOf(workspaceId).where("column", "==", column).where("value.currency", "==", currency);
}

/** Leads that are worth something, by their currency. */
export function byCurrency(workspaceId: string): Query {
  return leadsOf(workspaceId).orderBy("value.currency", "asc");
}

/** The conversations that have a lead. */
export function having(workspaceId: string, leadId: string, limit: number): Query {
  return conversationsOf(workspaceId).where("leadId", "==", leadId).limit(limit);
}

/** The newest of what became of a lead. */
export function newestHistory(workspaceId: string, leadId: string, limit: number): Query {
  return historyOf(workspaceId, leadId).orderBy("at", "desc").limit(limit);
}

/** The newest of its notes. */
export function newestNotes(workspaceId: string, leadId: string, limit: number): Query {
  return notesOf(workspaceId, leadId).orderBy("createdAt", "desc").limit(limit);
}

/** The leads that came from a conversation. */
export function leadsFrom(workspaceId: string, conversationId: string): Query {
  return leadsOf(workspaceId).where("conversationId", "==", conversationId).limit(20);
}

/** Leads of which nobody knows what they are about, and of which nothing was heard since a time. */
export function forgottenInTray(workspaceId: string, since: Date): Query {
  return leadsOf(workspaceId)
    .where("column", "==", tray)
    .where("updatedAt", "<=", since)
    .orderBy("updatedAt");
}
