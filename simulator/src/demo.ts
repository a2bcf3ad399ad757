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
  person("Francisca Araya", "+56981000108"),
  person("Ignacio Paredes", "+56981000109"),
  {
    id: "CL.7302918460021",
    name: "Constanza Molina",
    userId: "CL.7302918460021",
    username: "coni.molina",
    platform: "whatsapp",
  },
  person("Hernán Vidal", "+56981000105", "sms"),
  person("Tomás Bravo", "+56981000107"),
  person("Ferretería El Roble", "+56981000112"),
];

function person(name: string, phone: string, platform: Platform = "whatsapp"): Person {
  return { id: phone, name, phone, platform };
}
