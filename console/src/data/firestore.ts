import {
  type CollectionReference,
  collection,
  connectFirestoreEmulator,
  type DocumentData,
  type DocumentReference,
  doc,
  type Firestore,
  initializeFirestore,
  memoryLocalCache,
  Timestamp,
} from "firebase/firestore";
import { connected } from "./firebase.ts";
import { signedIn } from "./session.ts";

let database: Firestore | undefined;

/** Firestore, with a cache in memory only: no customer's data on this device's disk. */
export function db(): Firestore {
  database ??= open();
  return database;
}

/** A collection of the member's workspace, such as `collectionOf("conversations", id, "messages")`. */
export function collectionOf(...path: string[]): CollectionReference {
  return collection(db(), "workspaces", signedIn().workspaceId, ...path);
}

/** A document of the member's workspace. */
export function documentOf(...path: string[]): DocumentReference {
  return doc(db(), "workspaces", signedIn().workspaceId, ...path);
}

/** A document as the schema has it: its id along, Firestore's timestamps as dates; what it lacks is as in `blank`. */
export function fromDocument<T>(
  id: string,
  data: DocumentData,
  blank?: Partial<NoInfer<T>>,
): T & { id: string } {
  const entries = Object.entries(data).map(([key, value]) => [
    key,
    value instanceof Timestamp ? value.toDate() : value,
  ]);
  return { ...blank, ...Object.fromEntries(entries), id };
}

function open(): Firestore {
  const { app, configuration } = connected();
  const opened = initializeFirestore(app, { localCache: memoryLocalCache() });
  if (configuration.emulators) {
    const [host = "127.0.0.1", port = "8080"] = configuration.emulators.firestore.split(":");
    connectFirestoreEmulator(opened, host, Number(port));
  }
  return opened;
}
