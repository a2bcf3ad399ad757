import { getApps, initializeApp } from "firebase-admin/app";
import {
  type DocumentData,
  type DocumentReference,
  type DocumentSnapshot,
  type Firestore,
  getFirestore,
  Timestamp,
} from "firebase-admin/firestore";
import type { z } from "zod";

let firestore: Firestore | undefined;

/** The database; the application is initialised on first use. */
export function db(): Firestore {
  if (firestore) return firestore;
  const app = getApps()[0] ?? initializeApp();
  firestore = getFirestore(app);
  firestore.settings({ ignoreUndefinedProperties: true });
  return firestore;
}

/** The document under which everything of a workspace lives. */
export function workspace(workspaceId: string): DocumentReference {
  return db().collection("workspaces").doc(workspaceId);
}

/** A document in the shape of its schema, Timestamps as Dates; undefined when there is none. */
export function read<S extends z.ZodType>(
  schema: S,
  snapshot: DocumentSnapshot,
): z.output<S> | undefined {
  const data = snapshot.data();
  return data === undefined ? undefined : schema.parse(plain(data));
}

/** Firestore's own types turned into plain values. */
export function plain(value: unknown): unknown {
  if (value instanceof Timestamp) return value.toDate();
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value as DocumentData).map(([key, inner]) => [key, plain(inner)]),
  );
}
