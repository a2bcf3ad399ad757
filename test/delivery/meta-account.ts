import { createHmac } from "node:crypto";
import { noHealth, type Template } from "@hilo/schema";
import { secretContext } from "../../functions/src/connections/connections.ts";
import { channelsOf, secretOf } from "../../functions/src/connections/store.ts";
import { seal } from "../../functions/src/platform/crypto.ts";
import { account } from "../../simulator/src/meta/account.ts";

/** Adds the demonstration's WhatsApp account by Meta to a workspace. */
export async function addMeta(workspaceId: string): Promise<void> {
  const at = new Date();
  await channelsOf(workspaceId)
    .doc("whatsapp")
    .set({
      provider: "meta",
      platform: "whatsapp",
      name: "WhatsApp",
      enabled: true,
      address: "+15550783881",
      settings: { accountId: account.wabaId, phoneNumberId: "106540352242922" },
      health: noHealth,
      createdAt: at,
      updatedAt: at,
    });
  const { appSecret, verifyToken, accessToken } = account;
  const context = secretContext(workspaceId, "whatsapp");
  const sealed = seal({ appSecret, verifyToken, accessToken }, context);
  await secretOf(workspaceId, "whatsapp").set({ sealed, updatedAt: at });
}

/** The webhook by which Meta tells the state of a template; `time` in seconds. */
export function change(
  { approved }: Template,
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
  const entry = [{ id: account.wabaId, time, changes }];
  return JSON.stringify({ object: "whatsapp_business_account", entry });
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
