import { noHealth } from "@hilo/schema";
import { forgetConnections, secretContext } from "../../functions/src/connections/connections.ts";
import { channelsOf, secretOf, settingsOf } from "../../functions/src/connections/store.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { seal } from "../../functions/src/platform/crypto.ts";
import {
  type DocumentReference,
  plain,
  workspace,
} from "../../functions/src/platform/firestore.ts";
import { demoTwilio } from "../support/twilio.ts";

/** A workspace of its own, with Twilio's two channels: what one history writes, no other reads. */
export async function freshWorkspace(): Promise<string> {
  const workspaceId = `w-${newId()}`;
  const at = new Date();
  await settingsOf(workspaceId).set({
    name: "Test",
    timeZone: "America/Santiago",
    language: "es",
    responseTargetMs: 900_000,
    updatedAt: at,
  });
  await Promise.all(
    (["whatsapp", "sms"] as const).map(async (platform) => {
      const channelId = `twilio-${platform}`;
      await channelsOf(workspaceId).doc(channelId).set({
        provider: "twilio",
        platform,
        name: platform,
        enabled: true,
        address: demoTwilio.smsNumber,
        settings: {},
        health: noHealth,
        createdAt: at,
        updatedAt: at,
      });
      const { accountSid, authToken } = demoTwilio;
      const sealed = seal({ accountSid, authToken }, secretContext(workspaceId, channelId));
      await secretOf(workspaceId, channelId).set({ sealed, updatedAt: at });
    }),
  );
  forgetConnections();
  return workspaceId;
}

/** Every document of a workspace, by path. */
export async function documentsOf(workspaceId: string): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  await gather(workspace(workspaceId), found);
  return found;
}

async function gather(parent: DocumentReference, found: Record<string, unknown>): Promise<void> {
  for (const collection of await parent.listCollections()) {
    const { docs } = await collection.get();
    for (const doc of docs) {
      found[doc.ref.path] = plain(doc.data());
      if (collection.id === "conversations") await gather(doc.ref, found);
    }
  }
}
