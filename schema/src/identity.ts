import * as z from "zod";
import { MarketingPermission, OptOut } from "./opt-out.ts";
import { Platform } from "./provider.ts";
import { Millis, Time } from "./time.ts";

/**
 * `workspaces/{w}/identities/{hash(channelId, address)}`: one address of a person on a channel, and the
 * conversation it leads to. An alias (the phone of somebody known by a business-scoped user id) is an
 * identity document of its own that leads to the same conversation. The address is a phone in its one form and, once
 * that has been given up, how often: `hash(channelId, address, moves)`.
 */
export const Identity = z.object({
  /** 'none' until the reaction to the conversation's first message has found whose it is. */
  contactId: z.string(),
  conversationId: z.string(),
  channelId: z.string(),
  platform: Platform,
  address: z.string(),
  /** Other names of the same person: E.164 phone, WhatsApp user id (BSUID), user name. */
  aliases: z.object({
    phone: z.string().optional(),
    userId: z.string().optional(),
    username: z.string().optional(),
  }),
  /** When it was last told whose name it is, by the provider's time. */
  at: Millis.optional(),
  /** When somebody went over to it, where the provider told of that. */
  movedAt: Millis.optional(),
  optOut: OptOut.optional(),
  permission: MarketingPermission.optional(),
  createdAt: Time,
});
export type Identity = z.infer<typeof Identity>;
