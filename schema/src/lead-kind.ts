import * as z from "zod";
import { leadKinds, leadStates } from "./words.ts";

export const LeadKind = z.enum(leadKinds);
export type LeadKind = z.infer<typeof LeadKind>;

export const LeadState = z.enum(leadStates);
export type LeadState = z.infer<typeof LeadState>;

/** Whether a lead in this state is over. */
export function isEnded(state: LeadState): boolean {
  return state === "won" || state === "lost";
}
