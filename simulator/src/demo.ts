import type { Person } from "./person.ts";
import type { Platform } from "./platform.ts";

/** A channel of the seeded workspace; `account` is the provider's own id of it, where it is not the address. */
type Channel = {
  id: string;
  provider: string;
  platform: Platform;
  address: string;
  account?: string;
};

const phoneNumberId = "106540352242922";

/** The channels of the seeded workspace that this end plays; ids and addresses are those of the seed. */
export const channels = [
  { id: "twilio-whatsapp", provider: "twilio", platform: "whatsapp", address: "+15550100001" },
  { id: "twilio-sms", provider: "twilio", platform: "sms", address: "+15550100001" },
  { id: "twilio-voice", provider: "twilio", platform: "voice", address: "+15550100001" },
  {
    id: "whatsapp",
    provider: "meta",
    platform: "whatsapp",
    address: "+15550783881",
    account: phoneNumberId,
  },
  { id: "messenger", provider: "meta", platform: "messenger", address: "682498302938465" },
  { id: "instagram", provider: "meta", platform: "instagram", address: "17841400008460056" },
  { id: "telegram", provider: "telegram", platform: "telegram", address: "123456789" },
  {
    id: "kapso",
    provider: "kapso",
    platform: "whatsapp",
    address: "+15550100002",
    account: phoneNumberId,
  },
  { id: "email", provider: "email", platform: "email", address: "hola@hilo.test" },
  { id: "x", provider: "x", platform: "x", address: "1460000000000000001" },
  { id: "webchat", provider: "webchat", platform: "webchat", address: "demo-webchat" },
] as const satisfies Channel[];
export type DemoChannel = (typeof channels)[number];
export type DemoChannelId = DemoChannel["id"];

/** The provider's own id of a channel: what its API and its webhooks name it by. */
export function accountOf(channel: DemoChannel): string {
  return "account" in channel ? channel.account : channel.address;
}

/** The channel that a thread belongs to. */
export function channelOf(thread: { channelId: string }): DemoChannel {
  const channel = channels.find((one) => one.id === thread.channelId);
  if (!channel) throw new RangeError(`No channel ${thread.channelId}`);
  return channel;
}

export const workspaceId = "demo";

/** Customers that are there from the start, by the addresses they have in the seed; all invented. */
export const people: Person[] = [
  person("Rocío Núñez", "+56981000101", { email: "rocio@ejemplo.cl", customerId: "cliente-101" }),
  person("Francisca Araya", "+56981000108"),
  person("Ignacio Paredes", "+56981000109"),
  {
    id: "CL.7302918460021",
    name: "Constanza Molina",
    userId: "CL.7302918460021",
    username: "coni.molina",
    platform: "whatsapp",
  },
  person("Hernán Vidal", "+56981000105", { platform: "sms" }),
  person("Tomás Bravo", "+56981000107", { telegramId: "1747175491" }),
  person("Ferretería El Roble", "+56981000112"),
  person("Daniela Contreras", "+56981000110", { channelId: "kapso" }),
  person("Camila Fuentes", "+56981000104", {
    platform: "messenger",
    psid: "1630318978583672",
    igsid: "1883970797385105",
    xId: "1794749812579099832",
  }),
  {
    id: "1102585743422954",
    name: "Valentina Soto",
    username: "vale.soto",
    igsid: "1102585743422954",
    email: "vale.soto@ejemplo.cl",
    platform: "instagram",
  },
  person("Nicolás Cáceres", "+56981000119", {
    platform: "telegram",
    username: "nico_caceres",
    telegramId: "1928775604",
    xId: "1696583985591892318",
  }),
  { id: "-4081000119", name: "Vecinos de Ñuñoa", telegramId: "-4081000119", platform: "telegram" },
  person("Rodrigo Tapia", "+56981000116", {
    platform: "email",
    email: "rodrigo.tapia@ejemplo.cl",
  }),
  visitor("cliente-204", "Camila Rojas", {
    customerId: "cliente-204",
    email: "camila.rojas@ejemplo.cl",
  }),
  visitor("visitante-1", "Visitante 1", { visitorId: "visitante-1" }),
  visitor("visitante-2", "Visitante 2", { visitorId: "visitante-2" }),
  {
    id: "1629232141363792492",
    name: "Diego Salinas",
    username: "dsalinas",
    xId: "1629232141363792492",
    platform: "x",
  },
];

/** Somebody before a page of the site that carries the web chat. */
function visitor(id: string, name: string, more: Partial<Person>): Person {
  return { id, name, platform: "webchat", ...more };
}

function person(name: string, phone: string, more: Partial<Person> = {}): Person {
  return { id: phone, name, phone, platform: "whatsapp", ...more };
}
