import * as z from "zod";
import { Platform } from "./provider.ts";
import { Millis, Time } from "./time.ts";

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
  ownerId: z.string(),
  notes: z.string(),
  /** The time of the message that it came from, on whose day it counts. */
  openedAt: Millis.optional(),
  createdAt: Time,
  updatedAt: Time,
});
export type Lead = z.infer<typeof Lead>;
