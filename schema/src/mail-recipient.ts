import * as z from "zod";
import { longestAddress } from "./mail-address.ts";
import { Millis } from "./time.ts";

/**
 * `workspaces/{w}/mailRecipients/{hash(channelId, address)}`: somebody who is mailed what they did not see in a chat.
 * Whoever chats may have told a stranger's address, so it is counted by address and the stranger can have it stop.
 */
export const MailRecipient = z.object({
  channelId: z.string(),
  address: z.string().max(longestAddress),
  /** When the mails of the last hour went out. */
  sentAt: z.array(Millis).max(20),
  /** Since when they want none; null or absent while they take them. */
  stoppedAt: Millis.nullish(),
});
export type MailRecipient = z.infer<typeof MailRecipient>;
