import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { hash } from "../../functions/src/platform/crypto.ts";
import { samples } from "../functions/files/samples.ts";
import { house } from "../support/house.ts";
import { callApi } from "../support/people.ts";
import { eventually } from "../support/wait.ts";
import { control } from "./control.ts";
import type { Customer } from "./customers.ts";
import { messageOf, threadOf, welcomed } from "./records.ts";
import { reached, send, textMessage, tokenOf } from "./staff.ts";

type Json = Record<string, unknown>;

let count = 0;

/** Somebody who has never written to the account. */
function newPerson(): Customer {
  const id = String(1_690_000_000_000_000_000n + BigInt(++count));
  const conversationId = hash("x", id);
  return { name: `Clienta ${id}`, phone: id, platform: "whatsapp", channelId: "x", conversationId };
}

async function writes({ phone, name }: Customer, message: Json): Promise<void> {
  const told = await control("x/inbound", { channel: "x", from: { xId: phone, name }, ...message });
  assert.equal(told.status, 200, JSON.stringify(told));
}

async function whoWrote(text = "Hola"): Promise<Customer> {
  const person = newPerson();
  await writes(person, { text });
  await welcomed(person);
  return person;
}

describe("a conversation by X", () => {
  let agent: string;
  before(async () => {
    agent = await tokenOf("agent");
  });

  it("goes both ways, to being read, and shows each message once", async () => {
    const person = await whoWrote("¿Está abierto?");
    const state = await send(agent, person, textMessage("Hasta las 19"));
    await reached(agent, state, "read");
    // X tells of what Hilo sent as of anything that the account sends.
    const thread = await threadOf(person);
    assert.deepEqual(
      thread.map(({ direction, text }) => [direction, text]),
      [
        ["inbound", "¿Está abierto?"],
        ["outbound", "Hasta las 19"],
      ],
    );
    assert.equal((await messageOf(person, state.messageId)).externalId, state.externalId);
  });

  it("carries a picture each way", async () => {
    const person = await whoWrote();
    await writes(person, { kind: "image", text: "Así llegó" });
    await eventually(async () => {
      const message = (await threadOf(person)).find(({ kind }) => kind === "image");
      assert.deepEqual([message?.text, message?.attachments[0]?.state], ["Así llegó", "ready"]);
    });
    const form = new FormData();
    const png = new Uint8Array(samples["image/png"] ?? Buffer.alloc(0));
    form.append("file", new Blob([png], { type: "image/png" }), "plano.png");
    const upload = await callApi(agent, "/files?channelId=x", { body: form });
    assert.equal(upload.status, 201, JSON.stringify(upload.json));
    const picture = { ...textMessage("El plano"), kind: "image", attachments: [upload.json.id] };
    await reached(agent, await send(agent, person, picture), "read");
  });

  it("shows what the account wrote in X's own app", async () => {
    const person = await whoWrote();
    await writes(person, { text: "Desde el teléfono", echo: true });
    const echo = (await threadOf(person)).find(({ text }) => text === "Desde el teléfono");
    assert.deepEqual([echo?.direction, echo?.echo], ["outbound", true]);
  });

  it("says why an answer was refused", async () => {
    const person = await whoWrote();
    const behaviour = { failure: { code: 403, at: "call" } };
    await control("behaviour", { scope: "next", personId: person.phone, behaviour });
    const failed = await reached(agent, await send(agent, person), "failed");
    assert.deepEqual([failed.error?.code, failed.error?.reason], ["403", "permission"]);
  });

  it("proves hourly that it knows the secret", async () => {
    const address = `${house.baseUrl}/webhooks/x/demo/x`;
    const response = await fetch(`${address}?crc_token=Zm9v`);
    const hmac = createHmac("sha256", "test_x_consumer_secret").update("Zm9v").digest("base64");
    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), { response_token: `sha256=${hmac}` });
  });
});
