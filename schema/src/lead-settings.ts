import * as z from "zod";

/** Why a lead was lost, as the workspace tells its reasons apart. */
export const LostReason = z.object({
  id: z.string().min(1).max(40),
  name: z.string().min(1).max(80),
});
export type LostReason = z.infer<typeof LostReason>;

/** `workspaces/{w}/settings/leads`: how leads end, and what happens after. */
export const LeadSettings = z.object({
  /** Those that ship with Hilo, in the workspace's language, where it has none of its own. */
  lostReasons: z.array(LostReason).min(1).max(50).optional(),
  /** Who writes to buy within so many days after the end of a sale is told on it; after that it is a recovery. */
  reopenAfterDays: z.number().int().min(0).max(365).default(14),
  /** After so many days without a word a lead of which nobody knows what it is about is lost. */
  sweepAfterDays: z.number().int().min(1).max(365).default(7),
});
export type LeadSettings = z.infer<typeof LeadSettings>;
