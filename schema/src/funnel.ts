import * as z from "zod";
import { LeadState } from "./lead-kind.ts";
import { Time } from "./time.ts";

/** A stage of a funnel: a column of its board. */
export const Stage = z.object({
  id: z.string().min(1).max(40),
  name: z.string().min(1).max(40),
  /** `#rrggbb`. */
  color: z.string().regex(/^#[0-9a-f]{6}$/i),
  /** More cards than this are warned of, and never refused. */
  limit: z.number().int().min(1).max(10_000).optional(),
  /** The states that its leads have: one that comes in with another gets the first. */
  states: z.array(LeadState).max(5).optional(),
  /** After so many days in it a card is told to be stale. */
  staleDays: z.number().int().min(1).max(3650).optional(),
});
export type Stage = z.infer<typeof Stage>;

export const mostStages = 20;

/** `workspaces/{w}/funnels/{funnelId}`: the stages that leads go through, in their order. */
export const Funnel = z.object({
  name: z.string().min(1).max(80),
  stages: z.array(Stage).min(1).max(mostStages),
  /** In the order of the boards. */
  order: z.number().int(),
  /** Of stages that went: which one has their leads now, and gets those that are moved there still. */
  moved: z.record(z.string(), z.string()).optional(),
  createdAt: Time,
  updatedAt: Time,
});
export type Funnel = z.infer<typeof Funnel>;

/** A funnel by its id, as it stands or as it ships. */
export type KnownFunnel = Pick<Funnel, "name" | "stages" | "order" | "moved"> & { id: string };

/** The funnels that ship with Hilo, which classification knows. */
export const shippedFunnels = {
  sales: ["initial", "negotiation", "debate", "closing"],
  support: ["firstContact", "inProcess", "closing"],
} as const;
export type ShippedFunnel = keyof typeof shippedFunnels;
