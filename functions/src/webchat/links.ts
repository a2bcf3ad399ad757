import { messageIn } from "../conversations/early-changes.ts";
import { messageOf } from "../conversations/store.ts";
import { linkTo } from "../files/files.ts";
import { longestMs } from "../files/links.ts";
import { now } from "../platform/clock.ts";
import { db } from "../platform/firestore.ts";
import type { Caller } from "./visitors.ts";

/** Links to the files of messages that this visitor can see; a message that is not theirs gives none. */
export async function linksFor(
  { workspaceId, conversationId }: Pick<Caller, "workspaceId" | "conversationId">,
  messageIds: readonly string[],
): Promise<{ links: Record<string, string>; expires: number }> {
  const refs = messageIds.map((id) => messageOf(workspaceId, conversationId, id));
  const messages = (await db().getAll(...refs)).flatMap((doc) => messageIn(doc) ?? []);
  const files = messages
    .filter(({ direction }) => direction === "inbound" || direction === "outbound")
    .filter(({ deletedAt }) => deletedAt === undefined)
    .flatMap(({ attachments }) => attachments.filter(({ state }) => state === "ready"));
  const links = files.map(({ id }) => [id, linkTo(workspaceId, id)]);
  return { links: Object.fromEntries(links), expires: now() + longestMs };
}
