import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from "idb";
import type { Draft } from "./draft-store.ts";
import type { Letter } from "./letter.ts";

/** Whose something is, and its own key: nobody else's is ever read. */
export type Key = [owner: string, key: string];

/** Bytes that a letter or a draft needs, apart from it, so that its changes do not write them again. */
export type KeptFile = {
  /** The letter's id, or the draft's key. */
  of: string;
  id: string;
  name: string;
  type: string;
  bytes: Blob;
  channelId: string | undefined;
};

export type Kept = DBSchema & {
  letters: { key: Key; value: Letter };
  drafts: { key: Key; value: Draft };
  files: { key: Key; value: KeptFile };
};

export type Device = IDBPDatabase<Kept>;

/** The name of the database, which holds what members wrote and did not send, and nothing else. */
const deviceName = "hilo";

const names: ("letters" | "drafts" | "files")[] = ["letters", "drafts", "files"];

type Step = (database: Device) => void;

/** How the database came to be what it is: each step is a version, and is never changed once it was published. */
const steps: readonly Step[] = [
  (database) => {
    for (const store of names) database.createObjectStore(store);
  },
];

/** Opens the database, brought up to date. `lost` is called when the browser or a newer page takes it away. */
export function openDevice(lost: () => void, all: readonly Step[] = steps): Promise<Device> {
  return openDB<Kept>(deviceName, all.length, {
    upgrade: (database, before) => {
      for (const step of all.slice(before)) step(database);
    },
    // A page of a newer version waits for this one to let go.
    blocking: (_now, _next, event) => {
      (event.target as IDBDatabase).close();
      lost();
    },
    terminated: lost,
  });
}

type Stores = {
  [S in "letters" | "drafts" | "files"]: IDBPObjectStore<Kept, typeof names, S, "readwrite">;
};

/** Does the work in one commit, or, should any of it fail, none of it. */
export async function write(
  device: Device,
  work: (stores: Stores) => Promise<void>,
): Promise<void> {
  const transaction = device.transaction(names, "readwrite");
  const letters = transaction.objectStore("letters");
  const drafts = transaction.objectStore("drafts");
  const files = transaction.objectStore("files");
  await Promise.all([work({ letters, drafts, files }), transaction.done]);
}

/** Everything of one owner. */
export function rangeOf(owner: string): IDBKeyRange {
  return IDBKeyRange.bound([owner], [owner, []]);
}
