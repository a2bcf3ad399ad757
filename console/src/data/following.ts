import {
  endAt,
  getDocsFromServer,
  limit,
  onSnapshot,
  type Query,
  type QueryConstraint,
  type QueryDocumentSnapshot,
  startAfter,
} from "firebase/firestore";
import { fromDocument } from "./firestore.ts";
import type { Bounds, Follow, Page } from "./stretch.ts";

type Place = QueryDocumentSnapshot;

/** Follows stretches of an ordered query; told also when only the server's word, and no document, has come. */
export function following<T>(
  within: (...bounds: QueryConstraint[]) => Query,
): Follow<T & { id: string }, Place> {
  return (bounds, took, failed) =>
    onSnapshot(
      within(...constraints(bounds)),
      { includeMetadataChanges: true },
      ({ docs, metadata }) => took(pageOf<T>(docs, metadata.fromCache)),
      failed,
    );
}

/** Reads stretches from the server, each once; what the cache remembers does not count. */
export function reading<T>(
  within: (...bounds: QueryConstraint[]) => Query,
): Follow<T & { id: string }, Place> {
  return (bounds, took, failed) => {
    let isWanted = true;
    getDocsFromServer(within(...constraints(bounds))).then(
      ({ docs }) => isWanted && took(pageOf<T>(docs, false)),
      () => isWanted && failed(),
    );
    return () => {
      isWanted = false;
    };
  };
}

function pageOf<T>(
  docs: QueryDocumentSnapshot[],
  fromCache: boolean,
): Page<T & { id: string }, Place> {
  const items = docs.map((one) => fromDocument<T>(one.id, one.data()));
  return { items, end: docs.at(-1), fromCache };
}

function constraints({ after, upTo, most }: Bounds<Place>): QueryConstraint[] {
  return [
    ...(after ? [startAfter(after)] : []),
    ...(upTo ? [endAt(upTo)] : []),
    ...(most ? [limit(most)] : []),
  ];
}
