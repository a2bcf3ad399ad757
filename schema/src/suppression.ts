import * as z from "zod";
import { OptOutScope } from "./opt-out.ts";
import { Time } from "./time.ts";

/**
 * `workspaces/{w}/suppressions/{HMAC of platform and address}`: an address that asked for no more messages, and of which
 * nothing else is kept any more. Whoever begins something asks here first.
 */
export const Suppression = z.object({ scope: OptOutScope, createdAt: Time });
export type Suppression = z.infer<typeof Suppression>;
