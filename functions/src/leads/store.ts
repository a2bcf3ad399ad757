import { tray } from "@hilo/schema";
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

/** What became of all leads of a workspace. */
export function allHistory(workspaceId: string): Query {
  return db().collectionGroup("history").where("workspaceId", "==", workspaceId);
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
