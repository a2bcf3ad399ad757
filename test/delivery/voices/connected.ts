import { noHealth } from "@hilo/schema";
import {
  forgetConnections,
  secretContext,
} from "../../../functions/src/connections/connections.ts";
import { channelsOf, secretOf } from "../../../functions/src/connections/store.ts";
import { forgetConversations } from "../../../functions/src/conversations/receive.ts";
import { seal } from "../../../functions/src/platform/crypto.ts";
import { freshWorkspace } from "../workspace.ts";
import type { Told, Voice } from "./voice.ts";

/** A workspace of its own with the voice's channel. */
export async function connected(voice: Voice): Promise<string> {
  const workspaceId = await freshWorkspace();
  const { channelId, provider, platform, address, settings, credentials } = voice;
  const at = new Date();
  await channelsOf(workspaceId).doc(channelId).set({
    provider,
    platform,
    name: channelId,
    enabled: true,
    address,
    settings,
    health: noHealth,
    createdAt: at,
    updatedAt: at,
  });
  const sealed = seal(credentials, secretContext(workspaceId, channelId));
  await secretOf(workspaceId, channelId).set({ sealed, updatedAt: at });
  forgetConnections();
  forgetConversations();
  return workspaceId;
}

/** Posts what a provider tells, and gives the status of the answer. */
export async function postTold(workspaceId: string, voice: Voice, told: Told): Promise<number> {
  const { path, headers, body } = await voice.envelope(workspaceId, told);
  const url = `${process.env.PUBLIC_BASE_URL}${path}`;
  const response = await fetch(url, { method: "POST", headers, body: Buffer.from(body) });
  await response.arrayBuffer();
  return response.status;
}
