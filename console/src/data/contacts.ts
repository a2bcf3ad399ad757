import type { Contact, ListedConversation } from "@hilo/schema";
import { getDocs, limit, orderBy, query, where } from "firebase/firestore";
import { type Source, source } from "../ui/source.ts";
import { type Watched, watchDocument } from "./document.ts";
import { collectionOf, fromDocument } from "./firestore.ts";

/** How many conversations of one person are listed. */
const most = 20;

/** A person, live. */
export function contact(contactId: string): Source<Watched<Contact>> {
  return watchDocument<Contact>("contacts", contactId);
}

/** The latest conversations of a person, as they are now: the open one is listened to already. */
export function conversationsOf(
  contactId: string,
): Source<readonly ListedConversation[] | "loading" | "failed"> {
  const own = source<readonly ListedConversation[] | "loading" | "failed">("loading", () => {
    const latest = query(
      collectionOf("conversations"),
      where("contactId", "==", contactId),
      orderBy("lastMessageAt", "desc"),
      limit(most),
    );
    getDocs(latest).then(
      (found) =>
        own.set(found.docs.map((one) => fromDocument<ListedConversation>(one.id, one.data()))),
      () => own.set("failed"),
    );
    return () => undefined;
  });
  return own;
}
