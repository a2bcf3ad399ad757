import assert from "node:assert/strict";
import { hash } from "../../functions/src/platform/crypto.ts";
import { samples } from "../functions/files/samples.ts";
import { callApi } from "../support/people.ts";
import { eventually } from "../support/wait.ts";
import { control } from "./control.ts";
import type { Customer } from "./customers.ts";
import { conversationOf, threadOf, welcomed } from "./records.ts";
import {
  act,
  comesDue,
  deliverNow,
  problemIn,
  reached,
  send,
  textMessage,
  tokenOf,
} from "./staff.ts";

type Json = Record<string, unknown>;
type Writer = Customer & { email: string };

let count = 0;

/** Somebody who has never written to the mailbox. */
function newWriter(): Writer {
  count += 1;
  const email = `clienta${count}.${Date.now()}@ejemplo.cl`;
  const conversationId = hash("email", email);
  const base = { phone: email, platform: "whatsapp", channelId: "email" } as const;
  return { ...base, name: `Clienta ${count}`, email, conversationId };
}

/** The customer writes a mail; the house must take it. */
async function writes({ email, name }: Writer, message: Json): Promise<void> {
  const inbound = { channel: "email", from: { email, name }, ...message };
  const told = await control<{ status: number | null }>("email/inbound", inbound);
  assert.equal(told.status, 200, JSON.stringify(told));
}

async function whoWrote(message: Json = { text: "Hola" }, writer = newWriter()): Promise<Writer> {
  await writes(writer, message);
  await welcomed(writer);
  return writer;
}

type Letter = { subject: string; html?: string; cc?: string[] };
type Entry = { id: string; from: string; text: string; mail: Letter; files: Json[] };
type State = {
  people: { id: string; email?: string }[];
  threads: { personId: string; entries: Entry[] }[];
};

/** What of ours lies in the customer's mailbox. */
async function mailboxOf({ email }: Writer): Promise<Entry[]> {
  const { people, threads } = await control<State>("threads");
  const person = people.find((one) => one.email === email);
  const thread = threads.find(({ personId }) => personId === person?.id);
  return (thread?.entries ?? []).filter(({ from }) => from === "business");
}

async function fails(writer: Writer, failure: Json): Promise<void> {
  const { people } = await control<State>("threads");
  const personId = people.find(({ email }) => email === writer.email)?.id;
  await control("behaviour", { scope: "next", personId, behaviour: { failure, pace: 5 } });
}

describe("a conversation by e-mail", () => {
  let agent: string;
  before(async () => {
    agent = await tokenOf("agent");
  });

  for (const service of ["sendgrid", "mailgun", "postmark"]) {
    it(`goes to and fro by ${service}, in one thread`, async () => {
      const writer = await whoWrote({ service, subject: "Cotización", text: "¿Cuánto cuesta?" });
      const { contact, replyUntil } = await conversationOf(writer);
      assert.deepEqual([contact.name, replyUntil], [writer.name, null]);
      const state = await send(agent, writer, textMessage("Diez mil"));
      await reached(agent, state, "delivered");
      const [mail] = await mailboxOf(writer);
      assert.equal(mail?.mail.subject, "Re: Cotización");
      assert.match(mail?.text ?? "", /^Diez mil\n\n-- \nAgente/);
      await writes(writer, { service, text: "Gracias" });
      const thread = await threadOf(writer);
      const said = thread.filter(({ direction }) => direction !== "system");
      // A mail's date has no parts of a second: within one, the order is open.
      assert.deepEqual(said.map(({ text }) => text).sort(), [
        "Diez mil",
        "Gracias",
        "¿Cuánto cuesta?",
      ]);
      const last = said.find(({ text }) => text === "Gracias");
      assert.equal(last?.replyTo?.externalId, mail?.id);
      assert.match(last?.mail?.quoted ?? "", /> Diez mil/);
    });
  }

  it("takes in a colleague whom the customer named, and nobody else", async () => {
    const [writer, colleague, stranger] = [newWriter(), newWriter(), newWriter()];
    const sid = `${Date.now()}.first@mail.ejemplo.cl`;
    await whoWrote({ text: "¿Cuánto cuesta?", sid, fields: { Cc: colleague.email } }, writer);
    const fields = { "In-Reply-To": `<${sid}>`, Cc: writer.email };
    await writes(colleague, { text: "Me interesa", fields });
    await whoWrote({ text: "A mí no", fields }, stranger);
    const state = await send(agent, writer, textMessage("Diez mil"));
    await reached(agent, state, "delivered");
    const said = (await threadOf(writer)).filter(({ direction }) => direction !== "system");
    assert.deepEqual(said.map(({ text, writer: by }) => `${text} ${by ?? ""}`.trim()).sort(), [
      "Diez mil",
      `Me interesa ${colleague.name} <${colleague.email}>`,
      "¿Cuánto cuesta?",
    ]);
    assert.deepEqual(
      [(await mailboxOf(writer)).length, (await mailboxOf(colleague)).length],
      [1, 0],
    );
  });

  it("sends copies and formatted text, and takes in whoever got a copy and answers all", async () => {
    const [writer, colleague] = [newWriter(), newWriter()];
    await whoWrote({ subject: "Cotización", text: "¿Cuánto cuesta?" }, writer);
    const mail = { cc: [colleague.email], html: "<p>Diez <b>mil</b></p>" };
    const state = await send(agent, writer, { ...textMessage("Diez mil"), mail });
    await reached(agent, state, "delivered");
    for (const one of [writer, colleague]) {
      const [letter] = await mailboxOf(one);
      assert.deepEqual(letter?.mail.cc, [colleague.email]);
      assert.match(letter?.mail.html ?? "", /Diez <b>mil<\/b>/);
    }
    await writes(colleague, { text: "De acuerdo", toAll: true });
    const said = (await threadOf(writer)).filter(({ direction }) => direction !== "system");
    const answer = said.find(({ text }) => text === "De acuerdo");
    assert.equal(answer?.writer, `${colleague.name} <${colleague.email}>`);
    assert.deepEqual(answer?.mail?.cc, [writer.email]);
    assert.equal((await conversationOf(writer)).contact.name, writer.name);
  });

  it("carries a picture each way", async () => {
    const writer = await whoWrote({ kind: "image", text: "Así llegó" });
    const [message] = await eventually(async () => {
      const thread = await threadOf(writer);
      assert.equal(thread[0]?.attachments[0]?.state, "ready");
      return thread;
    });
    const [file] = message?.attachments ?? [];
    assert.equal(file?.type, "image/jpeg");
    assert.match(message?.mail?.html ?? "", new RegExp(`cid:${file?.contentId}`));
    const form = new FormData();
    const png = new Uint8Array(samples["image/png"] ?? Buffer.alloc(0));
    form.append("file", new Blob([png], { type: "image/png" }), "plano.png");
    const upload = await callApi(agent, "/files?channelId=email", { body: form });
    assert.equal(upload.status, 201, JSON.stringify(upload.json));
    const picture = { ...textMessage("El plano"), kind: "image", attachments: [upload.json.id] };
    await reached(agent, await send(agent, writer, picture), "delivered");
    const [shown] = await mailboxOf(writer);
    assert.deepEqual(
      shown?.files.map(({ name, type }) => [name, type]),
      [["plano.png", "image/png"]],
    );
  });

  it("says why a mail was refused, and why one came back", async () => {
    const writer = await whoWrote();
    await fails(writer, { code: "5.1.1", at: "call" });
    const refused = await reached(agent, await send(agent, writer), "failed");
    assert.deepEqual([refused.error?.code, refused.error?.reason], ["5.1.1", "badAddress"]);
    await fails(writer, { code: "5.2.2", at: "callback" });
    const bounced = await reached(agent, await send(agent, writer), "failed");
    assert.deepEqual([bounced.error?.code, bounced.error?.reason], ["5.2.2", "unreachable"]);
  });

  it("tries again when the server is busy", async () => {
    const writer = await whoWrote();
    await fails(writer, { code: "450", at: "call" });
    const asked = Date.now();
    const state = await send(agent, writer);
    assert.equal(state.status, "queued");
    assert.ok((await comesDue(state)) >= asked + 1000);
    await deliverNow(state);
    await reached(agent, state, "delivered");
    assert.equal((await mailboxOf(writer)).length, 1);
  });

  it("ends with whoever reports our mail as spam", async () => {
    const writer = await whoWrote();
    await writes(writer, { kind: "block" });
    problemIn(await act(agent, writer, "messages", textMessage()), "optedOut");
  });
});
