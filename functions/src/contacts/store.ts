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

/** Whose a phone, a mailbox or a user id is, by the hash of its kind and value. */
export function contactKeysOf(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("contactKeys");
}

/** Two contacts that may be one person. */
export function suggestionOf(workspaceId: string, a: string, b: string): DocumentReference {
  return workspace(workspaceId).collection("suggestions").doc(hash(a, b));
}

/** Addresses that want no messages, of which nothing else is known any more. */
export function suppressionsOf(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("suppressions");
}

export function identitiesOf(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("identities");
}
