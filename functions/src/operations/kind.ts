import type { Operation, Outcome, Permission } from "@hilo/schema";
import type { z } from "zod";
import type { DocumentReference, DocumentSnapshot, Writer } from "../platform/firestore.ts";

/** Fields by their paths, as Firestore's `update` takes them, with plain values; undefined takes a field away. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a row writes: a document that is made, or fields of one that was read and must still be as it was. */
export type Write =
  | { create: DocumentReference; data: Fields }
  | { update: DocumentSnapshot; data: Fields };

/** Makes a document where none was found, and changes it where there is one; should that not hold, it is settled again. */
export function writeTo(found: DocumentSnapshot, data: Fields): Write {
  return found.exists ? { update: found, data } : { create: found.ref, data };
}

/** What became of a row. A row that is refused or skipped says why, in a word that the console has a sentence for. */
export type Settled = {
  outcome: Outcome;
  why?: string;
  /** The documents by which it was settled: where a row before it in one commit writes one, it is settled again. */
  reads: readonly DocumentReference[];
  /** No document twice. */
  writes?: readonly Write[];
  /** The contacts whom its changes are about. */
  about?: readonly string[];
};

/** What a kind is told of the operation that it does. */
export type Job = Pick<Operation, "by" | "input"> & { workspaceId: string; id: string };

/** A kind of operation: what its rows are, what each does, and who may take that back. */
export type Kind<Row = unknown> = {
  /** The word that `operations/{id}.kind` says; the console has a name for it. */
  readonly name: string;
  /** The shape of a row, which is kept as JSON. */
  readonly row: z.ZodType<Row>;
  /** Whoever undoes one has to be allowed this; null: nothing can be taken back. */
  readonly undo: Permission | null;
  /** Every row, in its order. It writes nothing, and begins anew when a worker died over it. */
  plan(job: Job): AsyncIterable<Row>;
  /**
   * What becomes of some rows, by what the documents are now: read, nothing written. It is asked again whenever what it
   * had read has changed meanwhile, and of rows that it settled before where they did not fit into one commit.
   */
  apply(job: Job, rows: readonly Row[]): Promise<readonly Settled[]>;
  /** What is written in the commit that ends it. */
  end?(job: Job, write: Pick<Writer, "set" | "update">): Promise<void>;
};

/** The kinds that there are, by their names. */
export type Kinds = Readonly<Record<string, Kind>>;
