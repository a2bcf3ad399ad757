import {
  type DocumentData,
  endAt,
  getDocsFromServer,
  limit,
  onSnapshot,
  type Query,
  type QueryConstraint,
  type QueryDocumentSnapshot,
  startAfter,
} from "firebase/firestore";
import type { Bounds, Follow, Page } from "./stretch.ts";

type Place = QueryDocumentSnapshot;
/** The ordered query within some bounds, and how one of its documents is read. */
type Within = (...bounds: QueryConstraint[]) => Query;
type Read<Item> = (id: string, data: DocumentData) => Item;

/** Follows stretches of an ordered query; told also when only the server's word, and no document, has come. */
export function following<Item>(within: Within, read: Read<Item>): Follow<Item, Place> {
  return (bounds, took, failed) =>
    onSnapshot(
      within(...constraints(bounds)),
      { includeMetadataChanges: true },
      ({ docs, metadata }) => took(pageOf(docs, read, metadata.fromCache)),
      failed,
    );
}

/** Reads stretches from the server, each once; what the cache remembers does not count. */
export function reading<Item>(within: Within, read: Read<Item>): Follow<Item, Place> {
  return (bounds, took, failed) => {
    let isWanted = true;
    getDocsFromServer(within(...constraints(bounds))).then(
      ({ docs }) => isWanted && took(pageOf(docs, read, false)),
      () => isWanted && failed(),
    );
    return () => {
      isWanted = false;
    };
  };
}

function pageOf<Item>(
  docs: readonly QueryDocumentSnapshot[],
  read: Read<Item>,
  fromCache: boolean,
): Page<Item, Place> {
  const items = docs.map((one) => read(one.id, one.data()));
  return { items, end: docs.at(-1), fromCache };
}

function constraints({ after, upTo, most }: Bounds<Place>): QueryConstraint[] {
  return [
    ...(after ? [startAfter(after)] : []),
    ...(upTo ? [endAt(upTo)] : []),
    ...(most ? [limit(most)] : []),
  ];
}
