import type { Changeable } from "../conversations/apply-change.ts";
import { type DocumentSnapshot, plain, type Transaction } from "../platform/firestore.ts";
import { zoneOf } from "../settings/settings.ts";
import { uncountSent } from "../stats/stats.ts";
import type { Sending } from "./sending.ts";

/** What was done to an echo before it turned out to be a message of ours: it is left for the message itself. */
export function changesOfEcho(echo: DocumentSnapshot): Partial<Changeable> {
  if (echo.get("echo") !== true) return {};
  const { reactions, deletedAt, editedAt, text, original } = plain(echo.data()) as Changeable;
  return {
    ...(reactions ? { reactions } : {}),
    ...(deletedAt === undefined ? {} : { deletedAt }),
    ...(editedAt === undefined || original === undefined ? {} : { editedAt, text, original }),
  };
}

/** An echo may even come before the provider's answer to the send. It goes then, with its count. */
export async function dropEcho(
  transaction: Transaction,
  echo: DocumentSnapshot,
  { workspaceId, conversationId }: Sending,
): Promise<void> {
  if (echo.get("echo") !== true) return;
  const timeZone = await zoneOf(workspaceId);
  transaction.delete(echo.ref);
  const at = Number(echo.get("providerAt"));
  uncountSent(transaction, { workspaceId, conversationId, timeZone, at });
}
