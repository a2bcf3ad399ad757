import type { DemoChannelId } from "./demo-channels.ts";
import type { Platform } from "./platform.ts";

/** The names under which a person's addresses are kept. */
export const addressNames = [
  "phone",
  "userId",
  "psid",
  "igsid",
  "telegramId",
  "email",
  "xId",
  "customerId",
  "visitorId",
] as const;
type AddressName = (typeof addressNames)[number];

/** A customer, as the simulator knows them. */
export type Person = {
  id: string;
  name: string;
  parentUserId?: string;
  username?: string;
  /** The platform the page offers first. */
  platform: Platform;
  /** The channel the page offers first, where it is not the first of the platform. */
  channelId?: DemoChannelId;
} & { [name in AddressName]?: string };

const namesOf: Record<Platform, AddressName[]> = {
  whatsapp: ["phone", "userId"],
  sms: ["phone"],
  voice: ["phone"],
  messenger: ["psid"],
  instagram: ["igsid"],
  telegram: ["telegramId"],
  email: ["email"],
  x: ["xId"],
  webchat: ["customerId", "visitorId"],
};

/** Where a person is reached on a platform; undefined when they are not on it. */
export function addressOf(person: Person, platform: Platform): string | undefined {
  return namesOf[platform].map((name) => person[name]).find((address) => address !== undefined);
}

/** Every address by which a person may be looked for. */
export function addressesOf(person: Person): string[] {
  const made = person.phone === undefined ? [] : [userIdOf(person.phone)];
  return [...addressNames.flatMap((name) => person[name] ?? []), ...made];
}

/** The address that a platform would give to somebody known by another: always the same one. */
export function madeUpAddress(id: string, platform: Platform): Partial<Person> {
  const digits = digitsOf(id);
  switch (platform) {
    case "messenger":
      return { psid: `1${digits}` };
    case "instagram":
      return { igsid: `2${digits}` };
    case "telegram":
      return { telegramId: `1${digits.slice(-9)}` };
    case "x":
      return { xId: `14${digits}` };
    case "webchat":
      return { visitorId: digits };
    case "email":
      return { email: `${digits.slice(-9)}@ejemplo.cl` };
    default:
      return { phone: `+569${digits.slice(-8)}` };
  }
}

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

/** Fifteen digits that belong to a text. */
function digitsOf(text: string): string {
  const sum = [...text].reduce(
    (total, sign) => (total * 31n + BigInt(sign.codePointAt(0) ?? 0)) % 10n ** 15n,
    7n,
  );
  return sum.toString().padStart(15, "0");
}
