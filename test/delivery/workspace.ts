import { noHealth, type Platform, type Provider } from "@hilo/schema";
import { forgetConnections, secretContext } from "../../functions/src/channels/connections.ts";
import { channelsOf, secretOf } from "../../functions/src/channels/store.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { seal } from "../../functions/src/platform/crypto.ts";
import {
  type DocumentReference,
  db,
  plain,
  type WriteBatch,
  workspace,
} from "../../functions/src/platform/firestore.ts";
import { settingsAt } from "../../functions/src/settings/store.ts";
import { demoTwilio } from "../support/twilio.ts";

/** An account as it is connected. */
export type Account = {
  channelId: string;
  provider: Provider;
  platform: Platform;
  address: string;
  settings: Record<string, string>;
  credentials: Record<string, string>;
};

/** Twilio's channels, as they are connected. */
export function twilioAccounts(
  platforms: readonly Platform[] = ["whatsapp", "sms"],
): readonly Account[] {
  const { accountSid, authToken, smsNumber: address } = demoTwilio;
  return platforms.map((platform) => ({
    channelId: `twilio-${platform}`,
    provider: "twilio",
    platform,
    address,
    settings: {},
    credentials: { accountSid, authToken },
  }));
}

/** A workspace of its own, with Twilio's two channels: what one history writes, no other reads. */
export async function freshWorkspace(): Promise<string> {
  const batch = db().batch();
  const workspaceId = openWorkspace(batch, twilioAccounts());
  await batch.commit();
  forgetConnections();
  return workspaceId;
}

/** Writes a new workspace with these channels; gives its id. */
export function openWorkspace(batch: WriteBatch, accounts: readonly Account[]): string {
  const workspaceId = `w-${newId()}`;
  const updatedAt = new Date();
  batch.set(settingsAt(workspaceId), {
    name: "Test",
    timeZone: "America/Santiago",
    language: "es",
    responseTargetMs: 900_000,
    updatedAt,
  });
  for (const { channelId, platform, credentials, ...account } of accounts) {
    const channel = { ...account, platform, name: platform, enabled: true, health: noHealth };
    batch.set(channelsOf(workspaceId).doc(channelId), {
      ...channel,
      createdAt: updatedAt,
      updatedAt,
    });
    const sealed = seal(credentials, secretContext(workspaceId, channelId));
    batch.set(secretOf(workspaceId, channelId), { sealed, updatedAt });
  }
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
