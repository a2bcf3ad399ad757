import { VisitorPost } from "@hilo/schema";
import * as z from "zod";

/** What the account's owner enters: the secret by which the host site vouches for its signed-in customers. */
export const WebchatCredentials = z.object({
  identitySecret: z.string().min(16).optional(),
  /** Still accepted while the secret is being replaced on the host site. */
  previousIdentitySecret: z.string().min(16).optional(),
});
export type WebchatCredentials = z.infer<typeof WebchatCredentials>;

/** The post in a body; undefined when it is none. */
export function postIn(rawBody: Buffer): VisitorPost | undefined {
  try {
    const parsed = VisitorPost.safeParse(JSON.parse(rawBody.toString("utf8")));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined; // No JSON.
  }
}
