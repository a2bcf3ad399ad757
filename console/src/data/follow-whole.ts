import { onSnapshot, type Query, type QueryDocumentSnapshot } from "firebase/firestore";

/**
 * Follows all that a query holds, for as long as the server says so: what the cache remembers may be a part only, and
 * is told to nobody.
 */
export function followWhole(
  all: Query,
  took: (documents: readonly QueryDocumentSnapshot[]) => void,
  failed: () => void,
): () => void {
  return onSnapshot(
    all,
    { includeMetadataChanges: true },
    ({ docs, metadata }) => {
      if (!metadata.fromCache) took(docs);
    },
    failed,
  );
}
