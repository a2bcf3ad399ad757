import type { CollectionName } from "@hilo/schema";
import {
  type CollectionReference,
  type DocumentSnapshot,
  workspace,
} from "../platform/firestore.ts";

const pageSize = 300;

/** A document of a workspace, and whom it is about. */
export type Found = { doc: DocumentSnapshot; about: string[] };

/** Every document of a collection, a page in memory at a time; of messages, conversation by conversation. */
export async function* documentsIn(
  workspaceId: string,
  name: CollectionName,
): AsyncGenerator<Found> {
  const [first = "", , second] = name.split("/");
  for await (const doc of pagesOf(workspace(workspaceId).collection(first))) {
    const about = contactsOf(first, doc);
    if (second === undefined) yield { doc, about };
    else for await (const inner of pagesOf(doc.ref.collection(second))) yield { doc: inner, about };
  }
}

/** In the order of their ids, so that what comes meanwhile is met once or not at all. */
async function* pagesOf(collection: CollectionReference): AsyncGenerator<DocumentSnapshot> {
  let page = await collection.limit(pageSize).get();
  while (page.docs.length > 0) {
    yield* page.docs;
    const last = page.docs.at(-1);
    page = await collection.startAfter(last).limit(pageSize).get();
  }
}

function contactsOf(collection: string, doc: DocumentSnapshot): string[] {
  const about: unknown = doc.get("about");
  if (Array.isArray(about)) return about;
  const id: unknown = collection === "contacts" ? doc.id : doc.get("contactId");
  return typeof id === "string" && id !== "none" ? [id] : [];
}
