import PostalMime, { type Email } from "postal-mime";
import type {
  OutboundFile,
  OutboundMail,
  OutboundMessage,
} from "../../../../functions/src/providers/adapter.ts";
import { built } from "../../../../functions/src/providers/email/outbound.ts";
import { message } from "./samples.ts";

const pixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** A picture by whose id a mail's HTML shows it. */
export function picture(id: string): OutboundFile {
  const bytes = Buffer.from(pixel, "base64");
  const about = { url: "https://x.cl", type: "image/png", name: `${id}.png`, size: bytes.length };
  return { ...about, contentId: id, read: async () => bytes };
}

/** A mail on its way out, in which `mail` and the rest may be anything. */
export function outgoing(
  mail: Partial<OutboundMail> = {},
  changes: Partial<OutboundMessage> = {},
): OutboundMessage {
  return {
    ...message,
    text: "Hola",
    mail: { subject: "Pedido", references: [], ...mail },
    ...changes,
  };
}

/** It as a mail program reads it, and its own bytes. */
export async function read(message: OutboundMessage): Promise<{ mail: Email; raw: string }> {
  const bytes = await built(message);
  return { mail: await PostalMime.parse(bytes), raw: bytes.toString("latin1") };
}
