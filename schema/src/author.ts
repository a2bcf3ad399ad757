import * as z from "zod";

/** Who wrote or did something in a conversation. */
export const Author = z.object({
  type: z.enum(["contact", "member", "responder", "campaign", "system"]),
  id: z.string(),
  name: z.string(),
});
export type Author = z.infer<typeof Author>;
