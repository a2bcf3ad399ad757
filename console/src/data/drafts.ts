import { DraftStore } from "./draft-store.ts";
import { whenSignedOut } from "./signed-out.ts";

/** The drafts of whoever is signed in. */
export const drafts = new DraftStore();
whenSignedOut(() => drafts.forget());
