import {
  endAt,
  limit,
  onSnapshot,
  type Query,
  type QueryConstraint,
  type QueryDocumentSnapshot,
  startAfter,
} from "firebase/firestore";
import { fromDocument } from "./firestore.ts";
import type { Bounds, Follow } from "./stretch.ts";

type Place = QueryDocumentSnapshot;

/** Follows stretches of an ordered query; told also when only the server's word, and no document, has come. */
export function following<T>(
  within: (...bounds: QueryConstraint[]) => Query,
): Follow<T & { id: string }, Place> {
  return (bounds, took, failed) =>
    onSnapshot(
      within(...constraints(bounds)),
      { includeMetadataChanges: true },
      ({ docs, metadata }) =>
        took({
          items: docs.map((one) => fromDocument<T>(one.id, one.data())),
          end: docs.at(-1),
          fromCache: metadata.fromCache,
        }),
      failed,
    );
}

function constraints({ after, upTo, most }: Bounds<Place>): QueryConstraint[] {
  return [
    ...(after ? [startAfter(after)] : []),
    ...(upTo ? [endAt(upTo)] : []),
    ...(most ? [limit(most)] : []),
  ];
}
