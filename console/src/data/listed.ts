import type { ListedConversation } from "@hilo/schema";
import type { DocumentData } from "firebase/firestore";
import { fromDocument } from "./firestore.ts";
import { blankConversation } from "./whole.ts";

/** A conversation as the list has it. */
export function listed(id: string, data: DocumentData): ListedConversation {
  return fromDocument<ListedConversation>(id, data, blankConversation);
}
