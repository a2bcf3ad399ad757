import type { Millis } from "@hilo/schema";
import { audit, type Doer } from "../audit/audit.ts";
import { AppError } from "../platform/errors.ts";
import type { Transaction } from "../platform/firestore.ts";
import { memberOf } from "../users/members.ts";
import { altering } from "./current.ts";
import { conversationTarget } from "./targets.ts";

/** Throws `invalid` unless everybody who is mentioned works here, in the moment in which it is written. */
export async function checkMentioned(
  transaction: Transaction,
  workspaceId: string,
  mentions: readonly string[],
): Promise<void> {
  const found = await Promise.all(mentions.map((uid) => memberOf(workspaceId, uid, transaction)));
  const at = found.findIndex((member) => !member?.enabled);
  if (at < 0) return;
  const { name = "That member" } = found[at] ?? {};
  throw new AppError("invalid", `${name} does not work here any more. Mention somebody else.`, {
    details: [{ path: `mentions.${at}`, message: "Not an enabled member" }],
  });
}

/** Marks what mentions the doer as seen, as far as their screen showed it: the `mentionedAt` there (ms). */
export async function seeMention(doer: Doer, id: string, seen: Millis | undefined): Promise<void> {
  await altering(doer.workspaceId, id, async ({ conversation, transaction, alter }) => {
    const { mentioned = [], mentionedAt = 0 } = conversation;
    if (!mentioned.includes(doer.id) || mentionedAt > (seen ?? mentionedAt)) return;
    alter({ mentioned: mentioned.filter((uid) => uid !== doer.id) });
    audit(transaction, doer, "conversations.seeMention", conversationTarget(id, conversation));
  });
}
