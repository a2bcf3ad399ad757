import {
  type DocumentData,
  type DocumentReference,
  type DocumentSnapshot,
  type Firestore,
  getFirestore,
  type Precondition,
  Timestamp,
} from "firebase-admin/firestore";
import { LRUCache } from "lru-cache";
import * as z from "zod";
import { app } from "./app.ts";

export {
  AggregateField,
  type CollectionReference,
  type DocumentReference,
  type DocumentSnapshot,
  FieldPath,
  FieldValue,
  Filter,
  type Precondition,
  type Query,
  Timestamp,
  type Transaction,
  type WriteBatch,
} from "firebase-admin/firestore";

let firestore: Firestore | undefined;

/** The database; the application is initialised on first use. */
export function db(): Firestore {
  if (firestore) return firestore;
  firestore = getFirestore(app());
  firestore.settings({ ignoreUndefinedProperties: true });
  return firestore;
}

/** Every path begins with one of these, so that each is made once. */
const workspaces = new LRUCache<string, DocumentReference>({ max: 1000 });

/** The document under which everything of a workspace lives. */
export function workspace(workspaceId: string): DocumentReference {
  const known = workspaces.get(workspaceId);
  if (known) return known;
  const ref = db().collection("workspaces").doc(workspaceId);
  workspaces.set(workspaceId, ref);
  return ref;
}

/** The ids of all workspaces, including those that are only a path. */
export async function allWorkspaces(): Promise<string[]> {
  return (await db().collection("workspaces").listDocuments()).map((ref) => ref.id);
}

/** A document in the shape of its schema, Timestamps as Dates; undefined when there is none. */
export function read<S extends z.ZodType>(
  schema: S,
  snapshot: DocumentSnapshot,
): z.output<S> | undefined {
  const data = snapshot.data();
  return data === undefined ? undefined : schema.parse(plain(data));
}

/** Whether a document was found that is not in the shape of its schema. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof z.ZodError;
}

/** What has to hold for a write that follows from a document: that it is still as it was read. */
export function stillAs({ updateTime }: DocumentSnapshot): Precondition {
  return updateTime ? { lastUpdateTime: updateTime } : { exists: true };
}

/** Firestore's own types turned into plain values. */
export function plain(value: unknown): unknown {
  if (value instanceof Timestamp) return value.toDate();
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  if (value instanceof Date || value instanceof Uint8Array) return value;
  return Object.fromEntries(
    Object.entries(value as DocumentData).map(([key, inner]) => [key, plain(inner)]),
  );
}

/** What a batch and a transaction have in common. */
export interface Writer {
  create(document: DocumentReference, data: DocumentData): unknown;
  set(document: DocumentReference, data: DocumentData, options: { merge: boolean }): unknown;
  update(document: DocumentReference, data: DocumentData, precondition?: Precondition): unknown;
}

/** How a write that carries its own precondition ended. */
export type WriteOutcome = "written" | "exists" | "missing";

/** The gRPC code of a `create` that found a document. */
export const alreadyExists = 6;
/** The gRPC code of a write to a document that is not any more as it was read. */
export const failedPrecondition = 9;
/** The gRPC code of a write to a document that is not there. */
export const notFound = 5;

/** Commits a batch; a `create` that found a document or an `update` that found none are answers, not errors. */
export async function commit(batch: { commit(): Promise<unknown> }): Promise<WriteOutcome> {
  try {
    await batch.commit();
    return "written";
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (code === alreadyExists) return "exists";
    if (code === notFound) return "missing";
    throw error;
  }
}

/** Commits what is written only to a document that is still as it was; whether it was. */
export async function commitIfSame(batch: { commit(): Promise<unknown> }): Promise<boolean> {
  try {
    return (await commit(batch)) === "written";
  } catch (error) {
    if ((error as { code?: unknown }).code === failedPrecondition) return false;
    throw error;
  }
}

/** The gRPC code of a document that is too large or of a wrong shape. */
const invalidArgument = 3;

/**
 * Whether no further try can bring a document into the database. A transaction that ended before it was done, as
 * happens where several want the same documents, has the same code, and comes through when it is tried again.
 */
export function isUnkeepable(error: { code?: unknown; message?: string }): boolean {
  return error.code === invalidArgument && !/\btransaction\b/i.test(error.message ?? "");
}
