import { createHmac } from "node:crypto";
import { noHealth, type Template } from "@hilo/schema";
import { secretContext } from "../../functions/src/channels/connections.ts";
import { channelsOf, secretOf } from "../../functions/src/channels/store.ts";
import { seal } from "../../functions/src/platform/crypto.ts";
import { account } from "../../simulator/src/providers/meta/account.ts";

const pageId = "682498302938465";

const channels = {
  whatsapp: {
    address: "+15550783881",
    settings: { accountId: account.wabaId, phoneNumberId: "106540352242922" },
  },
  messenger: { address: pageId, settings: { pageId } },
};

/** Adds the demonstration's WhatsApp account and page by Meta to a workspace; the app's id is not entered. */
export async function addMeta(workspaceId: string): Promise<void> {
  const at = new Date();
  const { appSecret, verifyToken, accessToken } = account;
  for (const platform of ["whatsapp", "messenger"] as const) {
    const about = { ...channels[platform], name: platform, enabled: true, health: noHealth };
    const times = { createdAt: at, updatedAt: at };
    const place = channelsOf(workspaceId).doc(platform);
    await place.set({ provider: "meta", platform, ...about, ...times });
    const context = secretContext(workspaceId, platform);
    const sealed = seal({ appSecret, verifyToken, accessToken }, context);
    await secretOf(workspaceId, platform).set({ sealed, updatedAt: at });
  }
}

/** The webhook by which Meta tells the state of a template, of the page where that keeps it; `time` in seconds. */
export function change(
  { approved, platforms }: Template,
  event: string,
  time: number,
  description?: string,
): string {
  const value = {
    event,
    message_template_id: Number(approved?.externalId),
    message_template_name: approved?.name,
    message_template_language: approved?.language,
    reason: "NONE",
    ...(description ? { other_info: { description } } : {}),
  };
  const changes = [{ field: "message_template_status_update", value }];
  const [object, id] = platforms.includes("messenger")
    ? ["page", pageId]
    : ["whatsapp_business_account", account.wabaId];
  return JSON.stringify({ object, entry: [{ id, time, changes }] });
}

/** Posts a webhook, signed as Meta signs; gives the status. */
export async function post(workspaceId: string, body: string): Promise<number> {
  const digest = createHmac("sha256", account.appSecret).update(body).digest("hex");
  const answer = await fetch(`${process.env.PUBLIC_BASE_URL}/webhooks/meta/${workspaceId}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-hub-signature-256": `sha256=${digest}` },
    body,
  });
  return answer.status;
}
