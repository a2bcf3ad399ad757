import * as z from "zod";
import { ContactKeyKind } from "./contact-key.ts";
import { Time } from "./time.ts";

/** `workspaces/{w}/suggestions/{hash(a, b)}`: two contacts that may be one person; `a` is the lesser id. */
export const Suggestion = z.object({
  a: z.string(),
  b: z.string(),
  /** Both, for whoever looks for everything about one of them. */
  about: z.array(z.string()),
  /** What they share. */
  why: z.array(ContactKeyKind),
  createdAt: Time,
});
export type Suggestion = z.infer<typeof Suggestion>;
