import * as z from "zod";

/** A change of the conversation told in the thread; words are put to it by the console's language. */
export const SystemEvent = z.object({
  type: z.enum([
    "assigned",
    "unassigned",
    "status",
    "priority",
    "tags",
    "snoozed",
    "lead",
    /** Its lead stands in another stage: `{funnel}/{stage}`. */
    "stage",
    "optOut",
    "optIn",
    "addressChanged",
    "mailed",
    "mailStopped",
  ]),
  /** What it became: a member's name, a status, a priority, a time, a tag list. */
  to: z.string().optional(),
  why: z.string().optional(),
  /** Of `stage`: the words by which a rule, whose id is `why`, decided. */
  words: z.array(z.string()).max(10).optional(),
  /** Of `optOut` and `optIn`: set where it concerns marketing only. */
  scope: z.literal("marketing").optional(),
});
export type SystemEvent = z.infer<typeof SystemEvent>;
