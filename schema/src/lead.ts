import * as z from "zod";
import { Platform } from "./provider.ts";
import { Millis, Time } from "./time.ts";
import { nobody } from "./words.ts";

export const LeadKind = z.enum(["sale", "noInterest", "futureContact", "support", "recovery"]);
export type LeadKind = z.infer<typeof LeadKind>;

export const LeadState = z.enum(["new", "inProgress", "negotiation", "won", "lost"]);
export type LeadState = z.infer<typeof LeadState>;

/** Integer minor units with an ISO 4217 code. */
export const Money = z.object({ amount: z.number().int(), currency: z.string().length(3) });
export type Money = z.infer<typeof Money>;

/** `workspaces/{w}/leads/{leadId}`: a possible sale or a case of service that came from a conversation. */
export const Lead = z.object({
  conversationId: z.string(),
  contactId: z.string(),
  name: z.string(),
  platform: Platform,
  kind: LeadKind,
  state: LeadState,
  value: Money.nullable(),
  /** A member's uid, or 'none'; null and missing are read as 'none'. */
  ownerId: z
    .string()
    .nullish()
    .transform((id) => id ?? nobody),
  /** A team's id, or 'none'; leads of before the migration `leadTeam` have none. */
  teamId: z
    .string()
    .nullish()
    .transform((id) => id ?? nobody),
  notes: z.string(),
  /** The time of the message that it came from, on whose day it counts. */
  openedAt: Millis.optional(),
  createdAt: Time,
  updatedAt: Time,
});
export type Lead = z.infer<typeof Lead>;
