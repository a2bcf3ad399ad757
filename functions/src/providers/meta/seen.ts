import type { Account } from "../adapter.ts";
import { ownId } from "./accounts.ts";
import { graph, graphUrl } from "./graph.ts";
import type { MetaCredentials } from "./wire.ts";

/** Shows the customer that what they wrote was read: on WhatsApp up to this message, else the whole conversation. */
export async function seen(
  { externalId, to, account }: { externalId: string; to: string; account: Account },
  credentials: MetaCredentials,
): Promise<void> {
  const { platform, settings } = account;
  const page = platform === "instagram" ? settings.pageId : undefined;
  const id = encodeURIComponent(page || ownId(account));
  const body =
    platform === "whatsapp"
      ? { messaging_product: "whatsapp", status: "read", message_id: externalId }
      : { recipient: { id: to }, sender_action: "mark_seen" };
  await graph(graphUrl(`${id}/messages`, account, credentials), credentials, body);
}
