import * as z from "zod";
import { addressNames } from "./addresses.ts";

export {
  addressesOf,
  addressOf,
  madeUpAddress,
  type Person,
  userIdOf,
} from "./addresses.ts";

/** The WhatsApp user id that a business sees: a country and letters or digits. */
export const UserId = z.string().regex(/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/);

const number = z.string().regex(/^\d{5,20}$/, "A number of 5 to 20 digits");

/**
 * Who writes, by any of their addresses; what a platform needs and is not given is made up. A `userId` of null
 * leaves it out of what is sent.
 */
export const Writer = z
  .strictObject({
    name: z.string().max(80).exactOptional(),
    phone: z
      .string()
      .regex(/^\+[1-9]\d{6,14}$/, "A phone in E.164, such as +56981234567")
      .exactOptional(),
    userId: UserId.nullable().exactOptional(),
    parentUserId: UserId.exactOptional(),
    username: z.string().max(60).exactOptional(),
    /** Messenger's page-scoped id. */
    psid: number.exactOptional(),
    /** Instagram's id, scoped to the business account. */
    igsid: number.exactOptional(),
    /** The person's and their private chat's id; a group's is negative. */
    telegramId: z
      .string()
      .regex(/^-?\d{5,16}$/)
      .exactOptional(),
    email: z.email().exactOptional(),
    xId: number.exactOptional(),
    /** Who they are to the site that carries the web chat, when they have signed in there. */
    customerId: z.string().min(1).max(100).exactOptional(),
    /** A visitor of that site whom nobody knows. */
    visitorId: z.string().min(1).max(100).exactOptional(),
  })
  .refine(hasAddress, "A phone or a user id is needed, or another address");
export type Writer = z.infer<typeof Writer>;

function hasAddress(writer: Record<string, unknown>): boolean {
  return addressNames.some((name) => Boolean(writer[name]));
}
