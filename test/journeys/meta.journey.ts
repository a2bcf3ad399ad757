import assert from "node:assert/strict";
import { hash } from "../../functions/src/platform/crypto.ts";
import { samples } from "../functions/files/samples.ts";
import { callApi } from "../support/people.ts";
import { eventually } from "../support/wait.ts";
import { control } from "./control.ts";
import type { Customer } from "./customers.ts";
import { conversationOf, messageOf, threadOf, welcomed } from "./records.ts";
import { reached, send, textMessage, tokenOf } from "./staff.ts";

type Json = Record<string, unknown>;
type Place = {
  provider: "meta" | "kapso";
  platform: "whatsapp" | "messenger" | "instagram";
  channelId: string;
  address: "userId" | "psid" | "igsid";
  /** How far its deliveries are reported. */
  last: "delivered" | "sent";
  /** The failure of a closed window. */
  closed: string;
};

const places: Place[] = [
  {
    ...{ provider: "meta", platform: "whatsapp", channelId: "whatsapp", address: "userId" },
    ...{ last: "delivered", closed: "131047" },
  },
  {
    ...{ provider: "kapso", platform: "whatsapp", channelId: "kapso", address: "userId" },
    ...{ last: "delivered", closed: "131047" },
  },
  {
    ...{ provider: "meta", platform: "messenger", channelId: "messenger", address: "psid" },
    ...{ last: "delivered", closed: "10/2018278" },
  },
  {
    ...{ provider: "meta", platform: "instagram", channelId: "instagram", address: "igsid" },
    ...{ last: "sent", closed: "10/2534022" },
  },
];

type Person = Customer & { place: Place; address: string };

let count = 0;

/** Somebody who has never written there. On WhatsApp they hide their phone. */
function newPerson(place: Place): Person {
  count += 1;
  const number = `88${String(count).padStart(10, "0")}`;
  const address = place.address === "userId" ? `CL.${number}` : number;
  const conversationId = hash(place.channelId, address);
  const base = { phone: address, platform: "whatsapp", channelId: place.channelId } as const;
  return { ...base, name: `Clienta ${number}`, conversationId, place, address };
}

/** The customer does something on their phone; the house must take it. Gives the message's id there. */
async function acts({ place, address, name }: Person, message: Json): Promise<string> {
  const from = { [place.address]: address, name };
  const inbound = { channel: place.platform, from, ...message };
  const told = await control<{ sid: string; status: number | null }>(
    `${place.provider}/inbound`,
    inbound,
  );
  assert.equal(told.status, 200, JSON.stringify(told));
  return told.sid;
}

type Entry = {
  id: string;
  from: string;
  text: string;
  status: string;
  files: { type: string }[];
  offer?: { buttons: { id: string; title: string }[] };
  reactions?: { business?: string };
};

/** What the customer's phone shows. */
async function phoneOf({ address, channelId }: Person): Promise<Entry[]> {
  const { threads } = await control<{
    threads: { personId: string; channelId: string; entries: Entry[] }[];
  }>("threads");
  const own = threads.find((one) => one.personId === address && one.channelId === channelId);
  return own?.entries ?? [];
}

const shownTo = async (person: Person) =>
  (await phoneOf(person)).filter(({ from }) => from === "business");

async function whoWrote(place: Place, text = "Hola"): Promise<Person> {
  const person = newPerson(place);
  await acts(person, { text });
  await welcomed(person);
  return person;
}

for (const place of places) {
  describe(`a conversation by ${place.platform} of ${place.provider}`, () => {
    let agent: string;
    before(async () => {
      agent = await tokenOf("agent");
    });

    it("is begun by the customer, answered, and heard of as far as it got", async () => {
      const person = await whoWrote(place, "¿Tienen hora mañana?");
      const [asked] = await threadOf(person);
      assert.equal(asked?.text, "¿Tienen hora mañana?");
      const state = await send(agent, person, textMessage("Sí, a las 10"));
      assert.equal((await reached(agent, state, place.last)).error, null);
      const shown = await shownTo(person);
      assert.deepEqual(
        shown.map(({ id, text }) => [id, text]),
        [[state.externalId, "Sí, a las 10"]],
      );
      const ours = (await threadOf(person)).filter(({ direction }) => direction === "outbound");
      assert.equal(ours.length, 1, "the echo of an own message is no other one");
    });

    it("carries a picture each way", async () => {
      const person = await whoWrote(place);
      await acts(person, { kind: "image" });
      const picture = await eventually(async () => {
        const message = (await threadOf(person)).find(({ kind }) => kind === "image");
        assert.equal(message?.attachments[0]?.state, "ready");
        return message;
      });
      assert.equal(picture?.attachments[0]?.type, "image/jpeg");
      const form = new FormData();
      const png = new Uint8Array(samples["image/png"] ?? Buffer.alloc(0));
      form.append("file", new Blob([png], { type: "image/png" }), "plano.png");
      const upload = await callApi(agent, `/files?channelId=${place.channelId}`, { body: form });
      assert.equal(upload.status, 201, JSON.stringify(upload.json));
      const answer = { ...textMessage(""), kind: "image", attachments: [upload.json.id] };
      await reached(agent, await send(agent, person, answer), place.last);
      const [shown] = await shownTo(person);
      assert.equal(shown?.files[0]?.type, "image/png");
    });

    it("offers buttons, and hears which was pressed", async () => {
      const person = await whoWrote(place);
      const options = { buttons: [{ id: "si", title: "Sí" }] };
      const offer = { ...textMessage("¿Va?"), kind: "buttons", options };
      await reached(agent, await send(agent, person, offer), place.last);
      const [shown] = await shownTo(person);
      assert.deepEqual(shown?.offer?.buttons, options.buttons);
      await acts(person, { kind: "button", button: options.buttons[0], replyTo: shown?.id });
      const pressed = (await threadOf(person)).find(({ choice }) => choice);
      assert.deepEqual(pressed?.choice, { id: "si", title: "Sí" });
    });

    it("shows the customer's reaction, and what the business writes elsewhere", async () => {
      const person = await whoWrote(place);
      const answer = await send(agent, person, textMessage("Bien"));
      await reached(agent, answer, place.last);
      await acts(person, { kind: "reaction", target: answer.externalId, emoji: "👍" });
      const liked = await messageOf(person, answer.messageId);
      assert.deepEqual(
        Object.values(liked.reactions ?? {}).map(({ emoji }) => emoji),
        ["👍"],
      );
      await acts(person, { text: "Desde el teléfono", echo: true });
      const echo = (await threadOf(person)).find(({ text }) => text === "Desde el teléfono");
      assert.deepEqual([echo?.direction, echo?.echo], ["outbound", true]);
    });

    it("says why an answer failed: one chosen, and a closed window", async () => {
      const person = await whoWrote(place);
      for (const [code, reason] of [
        [place.platform === "whatsapp" ? "131026" : "551/1545041", "unreachable"],
        [place.closed, "windowClosed"],
      ]) {
        const at = place.platform === "whatsapp" ? "callback" : "call";
        const behaviour = { failure: { code, at } };
        await control("behaviour", { scope: "next", personId: person.address, behaviour });
        const failed = await reached(agent, await send(agent, person), "failed");
        assert.deepEqual([failed.error?.code, failed.error?.reason], [code, reason]);
      }
    });

    it("may be answered for a day", async () => {
      const person = await whoWrote(place);
      const { replyUntil } = await conversationOf(person);
      const left = Number(replyUntil) - Date.now();
      assert.ok(left > 23.9 * 3600_000 && left <= 24 * 3600_000, String(replyUntil));
    });
  });
}
