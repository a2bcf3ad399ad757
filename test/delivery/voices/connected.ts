import { forgetConnections } from "../../../functions/src/channels/connections.ts";
import { messageOf } from "../../../functions/src/conversations/store.ts";
import { forgetConversations } from "../../../functions/src/inbound/receive.ts";
import { db } from "../../../functions/src/platform/firestore.ts";
import { outboundMessage } from "../outbound.ts";
import { type Account, openWorkspace } from "../workspace.ts";
import { type Envelope, outbox, type Told, type Voice } from "./voice.ts";

/** A workspace of its own with the voice's channel and, in the outbox, our messages; further accounts may be beside it. */
export async function connected(voice: Voice, others: readonly Account[] = []): Promise<string> {
  const { channelId, provider, platform, address, settings, credentials } = voice;
  const account = { channelId, provider, platform, address, settings, credentials };
  const batch = db().batch();
  const workspaceId = openWorkspace(batch, [account, ...others]);
  for (const id of outbox.messages)
    batch.set(messageOf(workspaceId, outbox.conversationId, id), outboundMessage());
  await batch.commit();
  forgetConnections();
  forgetConversations();
  return workspaceId;
}

/** Posts what a provider tells, and gives the status of the answer. */
export async function postTold(workspaceId: string, voice: Voice, told: Told): Promise<number> {
  return post(await voice.envelope(workspaceId, told));
}

/** The same of several things in one webhook. */
export async function postBatch(
  workspaceId: string,
  voice: Voice,
  entries: readonly (readonly Told[])[],
): Promise<number> {
  if (!voice.batch) throw new Error(`${voice.provider} tells one thing at a time`);
  return post(voice.batch(workspaceId, entries));
}

async function post({ path, headers, body }: Envelope): Promise<number> {
  const url = `${process.env.PUBLIC_BASE_URL}${path}`;
  const response = await fetch(url, { method: "POST", headers, body: Buffer.from(body) });
  await response.arrayBuffer();
  return response.status;
}
