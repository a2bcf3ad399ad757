import { type DocumentReference, workspace } from "../platform/firestore.ts";

/** How a workspace works; what the calendar, the SLA and others need stands in documents of their own beside it. */
export function settingsAt(workspaceId: string): DocumentReference {
  return workspace(workspaceId).collection("settings").doc("workspace");
}

/** How leads end, and what happens after. */
export function leadSettingsAt(workspaceId: string): DocumentReference {
  return workspace(workspaceId).collection("settings").doc("leads");
}
