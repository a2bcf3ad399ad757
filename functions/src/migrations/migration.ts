import type { CollectionName, collections } from "@hilo/schema";
import type { Fields } from "../operations/kind.ts";

/** Collections of which is known whom each document is about, so that erasure finds what a migration kept of it. */
type Migrated =
  | {
      [N in CollectionName]: (typeof collections)[N]["whose"] extends
        | "contact"
        | "contactId"
        | "nobody"
        ? N
        : never;
    }[CollectionName]
  | "conversations/{conversationId}/messages";

/**
 * A change of the shape of documents that are there already. It belongs to the room whose documents they are. Until it
 * has ended everywhere, whoever reads them understands both shapes.
 */
export type Migration = {
  /** The word by which its room, the command and the operation call it. */
  readonly name: string;
  /** What the workspace's documents are at least when it has ended: see `documentsVersion`. */
  readonly version: number;
  readonly collection: Migrated;
  /**
   * What changes in a document, by the paths of its fields, or nothing where it has the new shape; undefined takes a
   * field away. By nothing but the document, whose times are Dates: it is asked again when that was written meanwhile,
   * and of what it made itself.
   */
  change(document: Readonly<Record<string, unknown>>, id: string): Fields | undefined;
};
