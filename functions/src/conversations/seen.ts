import { Conversation, isVisibleTo, type StoredFile, type Viewer } from "@hilo/schema";
import type { Doer } from "../audit/audit.ts";
import type { Actor } from "../platform/auth.ts";
import { AppError } from "../platform/errors.ts";
import { read } from "../platform/firestore.ts";
import type { Current } from "./current.ts";
import { conversationsOf } from "./store.ts";

/** Whoever looks, and where. */
export type Looking = Viewer & Pick<Actor, "workspaceId">;

/** Whether somebody sees a conversation as it is. */
export function seesConversation(
  viewer: Viewer,
  { assigneeId, teamId, guests }: Pick<Conversation, "assigneeId" | "teamId" | "guests">,
): boolean {
  return isVisibleTo(viewer, { holderId: assigneeId, teamId, guests });
}

/** The same by its id; whoever sees all costs no read. */
export async function seesIn(viewer: Looking, conversationId: string): Promise<boolean> {
  if (viewer.see === "all") return true;
  const found = read(
    Conversation,
    await conversationsOf(viewer.workspaceId).doc(conversationId).get(),
  );
  return found !== undefined && seesConversation(viewer, found);
}

/** Before any call about a conversation: one that the caller does not see is as one that is not there. */
export async function refuseUnseen(
  viewer: Looking,
  { conversationId }: { conversationId?: string },
): Promise<void> {
  if (conversationId === undefined || (await seesIn(viewer, conversationId))) return;
  throw noSuchConversation();
}

/** Whether somebody sees the document at a path within the workspace, as far as it is a conversation's. */
export async function seesPath(viewer: Looking, path: string): Promise<boolean> {
  const [collection, id = ""] = path.split("/");
  const conversationId = collection === "episodes" ? id.replace(/-\d+$/, "") : id;
  const isOne = collection === "conversations" || collection === "episodes";
  return isOne ? seesIn(viewer, conversationId) : true;
}

/**
 * Whether somebody may open a file: what they brought themselves, what came in with a conversation that they see, and
 * what a colleague brought, whose id only its messages tell.
 */
export async function seesFile(viewer: Looking, { by }: StoredFile): Promise<boolean> {
  if (viewer.see === "all" || by === viewer.id) return true;
  const cameWith = read(Conversation, await conversationsOf(viewer.workspaceId).doc(by).get());
  return cameWith === undefined || seesConversation(viewer, cameWith);
}

/** Whoever does something, as one who looks: the house itself sees all. */
function lookingAs({ id, see = "all", teams = [], workspaceId }: Doing): Looking {
  return { id, see, teams, workspaceId };
}

/** Whether somebody who does something may open a file. */
export function filesSeenBy(doer: Doing) {
  return (file: StoredFile) => seesFile(lookingAs(doer), file);
}

/** A conversation as it was read, for whoever does something in it; throws `notFound` where they do not see it. */
export function seenOnly(doer: Doing, current: Current): Current {
  if (seesConversation(lookingAs(doer), current.conversation)) return current;
  throw noSuchConversation();
}

/** Whether somebody sees what they begin only while it is theirs. */
export function keepsOwn({ type, see }: Doing & Pick<Doer, "type">): boolean {
  return type === "member" && see === "own";
}

function noSuchConversation(): AppError {
  return new AppError("notFound", "There is no such conversation.");
}

/** Whoever does something: a caller, or the house, of which is not said what it sees. */
export type Doing = Pick<Looking, "id" | "workspaceId"> & Partial<Looking>;
