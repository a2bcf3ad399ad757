import { Channel, ChannelSecret, noHealth } from "@hilo/schema";
import { seal } from "../../functions/src/platform/crypto.ts";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { channelTable } from "./channel-table.ts";
import { createMissing } from "./create.ts";
import { workspaceId } from "./workspace.ts";

/** Creates the channels with their sealed credentials. */
export async function seedChannels(): Promise<void> {
  const root = workspace(workspaceId);
  const createdAt = new Date(Date.now() - 120 * 24 * 60 * 60 * 1000);
  for (const [id, { credentials, ...channel }] of Object.entries(channelTable)) {
    await createMissing(root.collection("channelSecrets").doc(id), ChannelSecret, {
      sealed: seal(credentials, `${workspaceId}/${id}`),
      updatedAt: createdAt,
    });
    await createMissing(root.collection("channels").doc(id), Channel, {
      ...channel,
      settings: settingsOf(channel.settings),
      enabled: true,
      health: noHealth,
      createdAt,
      updatedAt: createdAt,
    });
  }
}

/** A test run takes mail on a port of its own, so that it never meets a development run. */
function settingsOf(settings: Record<string, string>): Record<string, string> {
  const { HILO_SMTP_PORT: smtpPort } = process.env;
  return "smtpPort" in settings && smtpPort ? { ...settings, smtpPort } : settings;
}
