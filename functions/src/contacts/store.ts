import { hash } from "../platform/crypto.ts";
import {
  type CollectionReference,
  type DocumentReference,
  workspace,
} from "../platform/firestore.ts";

export function contactOf(workspaceId: string, contactId: string): DocumentReference {
  return workspace(workspaceId).collection("contacts").doc(contactId);
}

/** The document of an address, or of any other name a person has on a channel. */
export function identityOf(workspaceId: string, channelId: string, key: string): DocumentReference {
  return identitiesOf(workspaceId).doc(hash(channelId, key));
}

export function identitiesOf(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("identities");
}
