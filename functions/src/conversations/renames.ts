import type { IdentityEvent } from "@hilo/schema";
import type { Connection } from "../connections/connections.ts";
import { readdress, recognise } from "../contacts/identities.ts";
import { hash } from "../platform/crypto.ts";
import { commit, db, FieldValue } from "../platform/firestore.ts";
import { conversationsOf, messageOf } from "./store.ts";
import { systemLine } from "./system-line.ts";

/** A person goes by another name from now on: it leads to the conversation they have already. */
export async function recordRename(
  connection: Connection,
  event: IdentityEvent,
): Promise<"recorded" | "duplicate" | "ignored"> {
  const { workspaceId, channelId, channel } = connection;
  const { sender, was } = event;
  const known = await recognise(workspaceId, channelId, { address: was });
  if (!known) return "ignored";
  const { conversationId, contactId } = known;
  const batch = db().batch();
  const author = { type: "system", id: "hilo", name: "Hilo" };
  batch.create(
    messageOf(workspaceId, conversationId, hash(channelId, event.externalId)),
    systemLine({ type: "addressChanged", to: sender.phone ?? sender.address }, author),
  );
  batch.update(conversationsOf(workspaceId).doc(conversationId), {
    address: sender.address,
    updatedAt: FieldValue.serverTimestamp(),
  });
  readdress(batch, {
    workspaceId,
    channelId,
    platform: channel.platform,
    sender,
    conversationId,
    contactId,
  });
  const outcome = await commit(batch);
  return outcome === "written" ? "recorded" : "duplicate";
}
