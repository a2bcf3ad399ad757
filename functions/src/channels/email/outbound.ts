import { isMailAddress } from "@hilo/schema";
import { config } from "../../platform/config.ts";
import { ChannelError, type OutboundMessage, type Receipt } from "../channel.ts";
import { compose } from "./compose.ts";
import { deliver } from "./smtp.ts";
import { messageIdFor } from "./thread.ts";
import type { EmailCredentials } from "./wire.ts";

/** Hands a message to the mailbox's SMTP server. */
export async function send(
  message: OutboundMessage,
  credentials: EmailCredentials,
  local = config().FUNCTIONS_EMULATOR,
): Promise<Receipt> {
  const { from, to, settings } = message;
  if (!isMailAddress(to))
    throw new ChannelError("refused", "badAddress", "It is no e-mail address");
  const bytes = await built(message);
  const replaced = await deliver(
    { address: from, settings, credentials, local },
    { from, to, bytes },
  );
  return { externalId: replaced ?? messageIdFor(message, message, from) };
}

/** The mail as it goes over the line. */
export async function built(message: OutboundMessage): Promise<Buffer> {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  return new MailComposer(await compose(message)).compile().build();
}
