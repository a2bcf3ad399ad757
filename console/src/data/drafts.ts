import { DraftStore } from "./draft-store.ts";
import { session, signedIn } from "./session.ts";
import { whenSignedOut } from "./signed-out.ts";

let store: { owner: string; drafts: DraftStore } | undefined;

/** The drafts of whoever is signed in. */
export function drafts(): DraftStore {
  const { uid, workspaceId } = signedIn();
  const owner = `${workspaceId}:${uid}`;
  if (store?.owner !== owner) store = { owner, drafts: new DraftStore(sessionStorage, owner) };
  return store.drafts;
}

/** Whoever leaves takes their drafts along; those of a session that ran out wait for its member to come back. */
whenSignedOut(() => {
  const { value } = session;
  if (value === "loading" || !("why" in value) || value.why === "ended") return;
  store = undefined;
  const kept = Object.keys(sessionStorage).filter((key) => key.startsWith("draft:"));
  for (const key of kept) sessionStorage.removeItem(key);
});
