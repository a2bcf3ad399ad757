import { aboutOf, Conversation } from "@hilo/schema";
import type { Settling } from "../migrations/migration.ts";
import { read } from "../platform/firestore.ts";
import { conversationsOf } from "./store.ts";

/** Says of a file whom it is about, by the conversation that it came with; a member's own tells nobody. */
export const filesAbout: Settling = {
  name: "filesAbout",
  version: 1,
  collection: "files",
  settle: async (workspaceId, doc) => {
    const by: unknown = doc.get("by");
    if (doc.get("about") !== undefined || typeof by !== "string" || by === "") return undefined;
    const found = await conversationsOf(workspaceId).doc(by).get();
    const conversation = read(Conversation.pick({ contactId: true }), found);
    const about = conversation ? aboutOf(conversation.contactId) : [];
    if (about.length === 0) return { reads: [found.ref] };
    return { about, reads: [found.ref], writes: [{ update: doc, data: { about } }] };
  },
};
