import { DraftStore } from "./draft-store.ts";
import { signedIn } from "./session.ts";

let store: { owner: string; drafts: DraftStore } | undefined;

/** The drafts of whoever is signed in. */
export function drafts(): DraftStore {
  const { uid, workspaceId } = signedIn();
  const owner = `${workspaceId}:${uid}`;
  if (store?.owner !== owner) store = { owner, drafts: new DraftStore(sessionStorage, owner) };
  return store.drafts;
}
