import { isMailAddress, sameMailAddress } from "@hilo/schema";
import { config } from "../../platform/config.ts";
import { type OutboundMessage, ProviderError, type Receipt } from "../adapter.ts";
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
  const { from, settings } = message;
  const to = recipientsOf(message);
  if (!to.every(isMailAddress))
    throw new ProviderError("refused", "badAddress", "It is no e-mail address");
  const bytes = await built(message);
  const server = { address: from, settings, credentials, local };
  const { replaced, refused } = await deliver(server, { from, to, bytes });
  return {
    externalId: replaced ?? messageIdFor(message, message, from),
    ...(refused.length > 0 ? { refused } : {}),
  };
}

/** Everybody who gets it, each once: the envelope names those, too, whom the mail does not. */
function recipientsOf({ to, mail }: OutboundMessage): string[] {
  const all = [to, ...(mail?.cc ?? []), ...(mail?.bcc ?? [])];
  return all.filter((one, i) => all.findIndex((other) => sameMailAddress(one, other)) === i);
}

/** The mail as it goes over the line. */
export async function built(message: OutboundMessage): Promise<Buffer> {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  return new MailComposer(await compose(message)).compile().build();
}
