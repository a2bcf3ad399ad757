import { Component, type ComponentType } from "@firebase/component";
import type { Configuration } from "@hilo/bricks/configuration";
import { initializeApp } from "firebase/app";
import {
  type CollectionReference,
  collection,
  connectFirestoreEmulator,
  type Firestore,
  initializeFirestore,
  memoryLocalCache,
} from "firebase/firestore";
import { authentication } from "./account.ts";
import { place } from "./place.ts";

const privately = "PRIVATE" as ComponentType.PRIVATE;

let database: Firestore | undefined;

/** Opens the database in the name of this browser's account; nothing of it is kept on disk. */
export function connect({ firebase, emulators }: Configuration): void {
  if (database) return;
  const app = initializeApp(firebase);
  // What Firebase's own authentication would put there (see account.ts).
  const signing = new Component("auth-internal" as never, () => authentication as never, privately);
  const { container } = app as unknown as { container: { addComponent(one: object): void } };
  container.addComponent(signing);
  database = initializeFirestore(app, { localCache: memoryLocalCache() });
  if (!emulators) return;
  const [host = "127.0.0.1", port = "8080"] = emulators.firestore.split(":");
  connectFirestoreEmulator(database, host, Number(port));
}

/** A collection of the chat's workspace. */
export function collectionOf(...path: string[]): CollectionReference {
  if (!database) throw new Error("Firestore is used before it is connected.");
  return collection(database, "workspaces", place.workspace, ...path);
}
