import type { CollectionName, collections } from "@hilo/schema";
import type { Fields, Settled } from "../operations/kind.ts";
import type { DocumentSnapshot } from "../platform/firestore.ts";

/** Collections of which is known whom each document is about, so that erasure finds what a migration kept of it. */
type Migrated =
  | {
      [N in CollectionName]: (typeof collections)[N]["whose"] extends
        | "contact"
        | "contactId"
        | "contacts"
        | "nobody"
        ? N
        : never;
    }[CollectionName]
  | "conversations/{conversationId}/messages";

type Document = Readonly<Record<string, unknown>>;

type Named = {
  /** The word by which its room, the command and the operation call it. */
  readonly name: string;
  /** What the workspace's documents are at least when it has ended: see `documentsVersion`. */
  readonly version: number;
  readonly collection: Migrated;
};

/** One that changes a document by nothing but itself; all that concern one are done in one write. */
export type Changing = Named & {
  /**
   * What changes in a document, by the paths of its fields, or nothing where it has the new shape; undefined takes a
   * field away. By nothing but the document, whose times are Dates: it is asked again when that was written meanwhile,
   * and of what it made itself.
   */
  change(document: Document, id: string): Fields | undefined;
};

/** One that reads other documents, or writes several. It follows on all that change the same documents. */
export type Settling = Named & {
  /** Whether a document seems to have the shape of before, as it was found; where this is missing it is settled to see. */
  isOutdated?(document: Document): boolean;
  /**
   * What becomes of a document, by what stands there now: what it writes besides or instead of it, by which other
   * documents that was settled, and about whom, where its document does not say so; nothing where all is as it should
   * be. It writes nothing itself. Of what it read, only what it writes is still so when that is written; where it is
   * not, it is asked again.
   */
  settle(
    workspaceId: string,
    doc: DocumentSnapshot,
  ): Promise<Pick<Settled, "reads" | "writes" | "about"> | undefined>;
};

/**
 * A change of the shape of documents that are there already. It belongs to the room whose documents they are. Until it
 * has ended everywhere, whoever reads them understands both shapes.
 */
export type Migration = Changing | Settling;

export function isSettling(migration: Migration): migration is Settling {
  return "settle" in migration;
}

export function isChanging(migration: Migration): migration is Changing {
  return "change" in migration;
}
