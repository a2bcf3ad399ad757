import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { Conversation, type Platform } from "@hilo/schema";
import { channelsOf } from "../../functions/src/channels/store.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { FieldValue } from "../../functions/src/platform/firestore.ts";
import { eventually } from "../support/wait.ts";
import { control } from "./control.ts";
import { demo, documentAt } from "./records.ts";

/** The channels of the seed: who carries them, and by what their people are addressed. */
const places = {
  "twilio-whatsapp": { provider: "twilio", platform: "whatsapp", by: "phone" },
  "twilio-sms": { provider: "twilio", platform: "sms", by: "phone" },
  whatsapp: { provider: "meta", platform: "whatsapp", by: "userId" },
  kapso: { provider: "kapso", platform: "whatsapp", by: "userId" },
  messenger: { provider: "meta", platform: "messenger", by: "psid" },
  instagram: { provider: "meta", platform: "instagram", by: "igsid" },
  telegram: { provider: "telegram", platform: "telegram", by: "telegramId" },
  email: { provider: "email", platform: "email", by: "email" },
  x: { provider: "x", platform: "x", by: "xId" },
  "twilio-voice": { provider: "twilio", platform: "voice", by: "phone" },
} as const satisfies Record<string, { provider: string; platform: Platform; by: string }>;
type ChannelId = keyof typeof places;

/** Somebody of a test's own, somewhere. */
export type Person = {
  name: string;
  address: string;
  channelId: ChannelId;
  conversationId: string;
};

const names = ["Irene", "Jaime", "Karina", "Leonel", "Mónica", "Norman", "Olivia", "Pablo"];

/** Where this run's addresses begin, so that a run can be repeated in a house that stands. */
const first = randomInt(900_000_000);
let count = 0;

export function stranger(channelId: ChannelId): Person {
  count += 1;
  const number = String(7_000_000_000 + first + count);
  const made: Record<string, string> = {
    userId: `CL.${number}`,
    email: `persona${number}@ejemplo.cl`,
    phone: `+5692${number.slice(-7)}`,
  };
  const address = made[places[channelId].by] ?? number;
  const name = `${names[count % names.length]} Zúñiga ${count}`;
  return { name, address, channelId, conversationId: hash(channelId, address) };
}

/** Somebody whose conversation is there and complete. */
export async function whoWrote(channelId: ChannelId, message: object): Promise<Person> {
  const person = stranger(channelId);
  await does(person, message);
  const path = `conversations/${person.conversationId}`;
  await soon(async () => assert.ok((await documentAt(Conversation, path)).leadId));
  return person;
}

/** Waits for what takes the whole house a moment, on a machine that has other things to do as well. */
function soon<T>(check: () => T | Promise<T>): Promise<Exclude<T, false>> {
  return eventually(check);
}

/** The customer does something on their phone; the house must take it. Gives the message's id there. */
export async function does(person: Person, message: object): Promise<string> {
  const { provider, platform, by } = places[person.channelId];
  // By Twilio's WhatsApp they would be known by their user id, if it were told.
  const hidden = by === "phone" ? { userId: null } : {};
  const from = { name: person.name, [by]: person.address, ...hidden };
  const told = await control<{ sid: string; status: number | null }>(`${provider}/inbound`, {
    channel: platform,
    from,
    ...message,
  });
  assert.equal(told.status, 200, JSON.stringify(told));
  return told.sid;
}

export type Shown = {
  id: string;
  from: string;
  kind: string;
  text: string;
  status: string;
  files: { type: string }[];
  place?: { latitude: number; longitude: number; name?: string; address?: string };
  card?: { name: string; phone?: string; email?: string };
  offer?: {
    buttons?: { id: string; title: string }[];
    list?: { button: string; rows: { id: string; title: string; description?: string }[] };
  };
  mail?: { subject: string; html?: string; cc?: string[] };
  template?: string;
  reactions?: { customer?: string; business?: string };
};

type State = {
  people: ({ id: string } & Record<string, string>)[];
  threads: { personId: string; channelId: string; entries: Shown[] }[];
};

/** Everything the customer's phone shows of their conversation. */
export async function phoneOf({ address, channelId }: Person): Promise<Shown[]> {
  const { people, threads } = await control<State>("threads");
  const { by } = places[channelId];
  const person = people.find((one) => one[by] === address || one.id === address);
  const thread = threads.find((one) => one.personId === person?.id && one.channelId === channelId);
  return thread?.entries ?? [];
}

/** The last of what the business has sent them, once it is there. */
export function lastShown(person: Person): Promise<Shown> {
  return soon(async () => {
    const sent = (await phoneOf(person)).filter(({ from }) => from === "business");
    return sent.at(-1) ?? false;
  });
}

/** How the provider treats this person from now on. */
export async function treatAt({ address }: Person, behaviour: object): Promise<void> {
  await control("behaviour", { scope: "person", personId: address, behaviour });
}

/** Administrators are asked to connect the channel anew; it is as good as new afterwards. */
export async function isToReconnect(channelId: string): Promise<void> {
  const channel = channelsOf(demo).doc(channelId);
  await soon(async () => (await channel.get()).get("notice.code") === "reconnect");
  await channel.update({ notice: FieldValue.delete() });
}
