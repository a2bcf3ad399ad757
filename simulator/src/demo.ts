import type { Person } from "./person.ts";

/** The channels of the seeded workspace that this end plays; ids and numbers are those of the seed. */
export const channels = [
  { id: "twilio-whatsapp", provider: "twilio", platform: "whatsapp", address: "+15550100001" },
  { id: "twilio-sms", provider: "twilio", platform: "sms", address: "+15550100001" },
] as const;
export type DemoChannel = (typeof channels)[number];
export type Platform = DemoChannel["platform"];

export const workspaceId = "demo";

/** Customers that are there from the start, by the numbers they have in the seed; all invented. */
export const people: Person[] = [
  person("Rocío Núñez", "+56981000101"),
  person("Camila Fuentes", "+56981000104"),
  person("Joaquín Muñoz", "+56981000102"),
  {
    id: "CL.13491208655302741918",
    name: "Valentina Soto",
    userId: "CL.13491208655302741918",
    username: "vale.soto",
    platform: "whatsapp",
  },
  person("Hernán Vidal", "+56981000105", "sms"),
  person("María Oyarzún", "+56981000106"),
  person("Tomás Bravo", "+56981000107", "sms"),
];

function person(name: string, phone: string, platform: Platform = "whatsapp"): Person {
  return { id: phone, name, phone, platform };
}
