import type { Contact, ListedConversation } from "@hilo/schema";
import { limit, onSnapshot, query, where } from "firebase/firestore";
import { type Source, source } from "../ui/source.ts";
import { type Watched, watchDocument } from "./document.ts";
import { collectionOf, fromDocument } from "./firestore.ts";

/** How many conversations of one person are listed. */
const most = 20;

/** A person, live. */
export function contact(contactId: string): Source<Watched<Contact>> {
  return watchDocument<Contact>("contacts", contactId);
}

/** All conversations of a person, newest first, live. */
export function conversationsOf(contactId: string): Source<readonly ListedConversation[]> {
  const own = source<readonly ListedConversation[]>([], () =>
    onSnapshot(
      query(collectionOf("conversations"), where("contactId", "==", contactId), limit(most)),
      (found) => {
        const all = found.docs.map((one) => fromDocument<ListedConversation>(one.id, one.data()));
        own.set(all.sort((a, b) => b.lastMessageAt - a.lastMessageAt));
      },
      () => own.set([]),
    ),
  );
  return own;
}
