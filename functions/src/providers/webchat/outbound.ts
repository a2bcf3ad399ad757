import type { OutboundMessage, Receipt } from "../adapter.ts";

/** The message's document, which the visitor's browser listens to, is its delivery: there is nobody to call. */
export async function send({ messageId }: Pick<OutboundMessage, "messageId">): Promise<Receipt> {
  return { externalId: messageId };
}
