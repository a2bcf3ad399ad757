import type { ListedConversation } from "@hilo/schema";
import { getDocs, limit, orderBy, query } from "firebase/firestore";
import { tagsByUse } from "../text/tags.ts";
import { collectionOf, fromDocument } from "./firestore.ts";
import { whenSignedOut } from "./signed-out.ts";

/** How many of the latest conversations tell which tags are in use. */
const read = 100;

let known: Promise<readonly string[]> | undefined;

whenSignedOut(() => {
  known = undefined;
});

/** The tags in use, the most used first; read once, when somebody is about to write one. */
export function tagsInUse(): Promise<readonly string[]> {
  known ??= load().catch(() => {
    known = undefined;
    return [];
  });
  return known;
}

async function load(): Promise<readonly string[]> {
  const latest = query(
    collectionOf("conversations"),
    orderBy("lastMessageAt", "desc"),
    limit(read),
  );
  const { docs } = await getDocs(latest);
  const all = docs.flatMap((d) => fromDocument<ListedConversation>(d.id, d.data()).tags);
  return tagsByUse(all);
}
