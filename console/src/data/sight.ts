import type { ListedConversation } from "@hilo/schema";
import { isVisibleTo, type Viewer } from "@hilo/schema/visible-to";
import { nobody } from "@hilo/schema/words";
import { session, signedIn } from "./session.ts";

/** Whoever is signed in, by what they see. */
export function viewer(): Viewer {
  const { uid: id, see, teams } = signedIn();
  return { id, see, teams };
}

export function seesAll(): boolean {
  return signedIn().see === "all";
}

/** Whether whoever is signed in sees a conversation as it is now. */
export function isSeen({ assigneeId, teamId, guests }: ListedConversation): boolean {
  const whose = { holderId: assigneeId || nobody, teamId: teamId || nobody, guests };
  return isVisibleTo(viewer(), whose);
}

/** Runs whenever who is signed in comes to see more or less; returns how to end that. */
export function whenSightChanges(work: () => void): () => void {
  let before = sight();
  return session.subscribe(() => {
    const now = sight();
    const isOther = before !== "" && now !== "" && before !== now;
    before = now || before;
    if (isOther) work();
  });
}

/** Runs `start`, and anew each time that who is signed in comes to see more or less; returns how to end it. */
export function asSeen(start: () => () => void): () => void {
  let stop = start();
  const end = whenSightChanges(() => {
    stop();
    stop = start();
  });
  return () => {
    end();
    stop();
  };
}

/** Who sees how much; empty when nobody is signed in. */
function sight(): string {
  const now = session.value;
  return now === "loading" || "why" in now ? "" : JSON.stringify([now.uid, now.see, now.teams]);
}
