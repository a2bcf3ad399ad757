import * as z from "zod";

/** The WhatsApp user id that a business sees: a country and letters or digits. */
export const UserId = z.string().regex(/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/);

/** Who writes: by phone, by WhatsApp user id, or by both. A `userId` of null leaves it out of what is sent. */
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
  })
  .refine((writer) => writer.phone ?? writer.userId, "A phone or a user id is needed");
export type Writer = z.infer<typeof Writer>;

/** A customer, as the simulator knows them. */
export type Person = {
  id: string;
  name: string;
  phone?: string;
  userId?: string;
  parentUserId?: string;
  username?: string;
  /** The platform the page offers first. */
  platform: "whatsapp" | "sms";
};

const countries: [prefix: string, country: string][] = [
  ["+56", "CL"],
  ["+54", "AR"],
  ["+51", "PE"],
  ["+57", "CO"],
  ["+52", "MX"],
  ["+55", "BR"],
  ["+34", "ES"],
];

/** The user id that WhatsApp would give to the owner of a phone: always the same one. */
export function userIdOf(phone: string): string {
  const country = countries.find(([prefix]) => phone.startsWith(prefix))?.[1] ?? "US";
  const digits = [...phone.slice(1)].reduce(
    (sum, digit) => (sum * 31n + BigInt(digit)) % 10n ** 12n,
    7n,
  );
  return `${country}.1${phone.slice(-4)}${digits.toString().padStart(12, "0")}`;
}
