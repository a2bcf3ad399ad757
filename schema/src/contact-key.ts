import * as z from "zod";

/** What identifies a person on more than one channel. */
export const ContactKeyKind = z.enum(["phone", "email", "user"]);
export type ContactKeyKind = z.infer<typeof ContactKeyKind>;

/**
 * `workspaces/{w}/contactKeys/{hash(kind, value)}`: whose a phone (in its one form), a mailbox (in lower case) or a
 * platform's user id (`platform\nid`) is, of what is proven. Several share the phone of a family.
 */
export const ContactKey = z.object({
  kind: ContactKeyKind,
  contactIds: z.array(z.string()),
});
export type ContactKey = z.infer<typeof ContactKey>;
