import assert from "node:assert/strict";
import { Template } from "@hilo/schema";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { samples } from "../functions/files/samples.ts";
import { callApi } from "../support/people.ts";
import { eventually } from "../support/wait.ts";
import { control } from "./control.ts";
import type { Customer } from "./customers.ts";
import { demo, documentAt, threadOf, welcomed } from "./records.ts";
import { act, problemIn, reached, send, textMessage, tokenOf } from "./staff.ts";

const png = samples["image/png"] ?? Buffer.alloc(0);
const day = 24 * 3_600_000;

type Place = {
  channelId: "whatsapp" | "messenger";
  /** How the simulator is told who writes. */
  person: "userId" | "psid";
  address: string;
};

const places: Place[] = [
  { channelId: "whatsapp", person: "userId", address: "CL.7700000000001" },
  { channelId: "messenger", person: "psid", address: "7700000000000002" },
];

type Entry = {
  id: string;
  from: string;
  text: string;
  files: { type: string }[];
  offer?: { buttons: { id: string; title: string; url?: string }[] };
};

for (const place of places) {
  const { channelId, address } = place;
  const customer: Customer = {
    ...{ name: "Clienta", phone: address, platform: "whatsapp", channelId },
    conversationId: hash(channelId, address),
  };

  async function acts(message: object): Promise<void> {
    const from = { [place.person]: address, name: customer.name };
    const told = await control("meta/inbound", { channel: channelId, from, ...message });
    assert.equal((told as { status: number }).status, 200, JSON.stringify(told));
  }

  async function lastShown(): Promise<Entry | undefined> {
    const { threads } = await control<{
      threads: { personId: string; channelId: string; entries: Entry[] }[];
    }>("threads");
    const own = threads.find((it) => it.personId === address && it.channelId === channelId);
    return own?.entries.findLast(({ from }) => from === "business");
  }

  async function uploaded(): Promise<string> {
    const data = new FormData();
    data.append("file", new Blob([new Uint8Array(png)], { type: "image/png" }), "portada.png");
    const token = await tokenOf("supervisor");
    const { status, json } = await callApi(token, `/files?channelId=${channelId}`, { body: data });
    assert.equal(status, 201, JSON.stringify(json));
    return String(json.id);
  }

  /** A draft with a picture above it, a value in its text, an answer and a page below. */
  async function draft(name: string, file: string): Promise<string> {
    const id = newId();
    const written = {
      ...{ id, name, category: "Prueba", text: "Hola {{1}}, tu pedido ya llegó." },
      examples: { "1": "Ana", header: file, button1: "77" },
    };
    const buttons = [
      { type: "reply", title: "Gracias" },
      { type: "url", title: "Ver", value: "https://clientes.hilo.test/p/{{button1}}" },
    ];
    const header = { type: "image" };
    const approved = { channelId, name, language: "es", category: "UTILITY", header, buttons };
    const token = await tokenOf("supervisor");
    const { status, json } = await callApi(token, "/templates", { body: { ...written, approved } });
    assert.equal(status, 201, JSON.stringify(json));
    return id;
  }

  describe(`a template with a picture on ${channelId}`, () => {
    it("is written, approved by its provider's word, and takes a conversation up again", async () => {
      const supervisor = await tokenOf("supervisor");
      const file = await uploaded();
      const id = await draft(`pedido_${channelId}_${Date.now()}`, file);
      const submitted = await callApi(supervisor, `/templates/${id}/submit`, { body: {} });
      assert.equal(submitted.status, 200, JSON.stringify(submitted.json));
      await eventually(async () => {
        const { approved, platforms } = await documentAt(Template, `templates/${id}`);
        assert.deepEqual([approved?.status, platforms], ["approved", [channelId]]);
      });

      await acts({ text: "Lo pienso" });
      await welcomed(customer);
      const times = { replyUntil: Date.now() - 7 * day, lastInboundAt: Date.now() - 8 * day };
      const conversations = workspace(demo).collection("conversations");
      await conversations.doc(customer.conversationId).update(times);
      const agent = await tokenOf("agent");
      problemIn(await act(agent, customer, "messages", textMessage()), "windowClosed");

      const fixed = channelId === "messenger";
      const variables = { "1": "Rocío", button1: "20418", ...(fixed ? {} : { header: file }) };
      const template = { id, variables };
      const state = await send(agent, customer, { messageId: newId(), kind: "template", template });
      await reached(agent, state, "delivered");
      const shown = await lastShown();
      assert.match(shown?.text ?? "", /Hola Rocío, tu pedido ya llegó\./);
      assert.deepEqual(
        shown?.files.map(({ type }) => type),
        ["image/png"],
      );
      assert.equal(shown?.offer?.buttons[1]?.url, "https://clientes.hilo.test/p/20418");

      const [button] = shown?.offer?.buttons ?? [];
      await acts({ kind: "button", text: "Gracias", button, replyTo: shown?.id });
      await eventually(async () => {
        // WhatsApp tells whole seconds: what is pressed at once may stand before what it answers.
        const pressed = (await threadOf(customer)).filter(({ text }) => text === "Gracias");
        assert.deepEqual(
          pressed.map(({ direction }) => direction),
          ["inbound"],
        );
      });
    });
  });
}
