import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { Message } from "@hilo/schema";
import { channelsOf } from "../../functions/src/channels/store.ts";
import { contactOf } from "../../functions/src/contacts/store.ts";
import { conversationsOf, messageOf, messagesOf } from "../../functions/src/conversations/store.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { messageIdFor } from "../../functions/src/providers/email/thread.ts";
import { onMessageCreated } from "../../functions/src/triggers.ts";
import { countOperations } from "../bench/support/operations.ts";
import { contactIn } from "../support/known-person.ts";
import { startWebhooks, type Webhooks } from "./server.ts";
import { connected } from "./voices/connected.ts";
import { email } from "./voices/email.ts";

const ana = hash("email", "ana@example.org");
const jefe = hash("email", "jefe@example.org");
const mallory = hash("email", "mallory@x.cl");

type Headers = Record<string, string>;

describe("whose thread a mail belongs to", () => {
  let webhooks: Webhooks;
  let workspaceId: string;
  let ours: string;

  before(async () => {
    webhooks = await startWebhooks();
  });
  after(() => webhooks.stop());
  beforeEach(async () => {
    workspaceId = await connected({ ...email, credentials: { sendgridPath: "a_long_path" } });
    const ids = { conversationId: ana, messageId: randomUUID() };
    ours = messageIdFor({ workspaceId, channelId: "email" }, ids, email.address);
  });

  async function post(headers: Headers): Promise<void> {
    const usual = { To: email.address, Subject: "Pedido", "Content-Type": "text/plain" };
    const lines = Object.entries({ ...usual, ...headers }).map((pair) => pair.join(": "));
    const form = new FormData();
    form.set("email", [...lines, "", "Hola", ""].join("\r\n"));
    const path = `/webhooks/email/${workspaceId}/email/sendgrid/a_long_path`;
    const url = `${process.env.PUBLIC_BASE_URL}${path}`;
    const response = await fetch(url, { method: "POST", body: form });
    await response.arrayBuffer();
    assert.equal(response.status, 200);
  }

  const letters = {
    ana: { From: "Ana <ana@example.org>", "Message-ID": "<q@example.org>" },
    copied: {
      From: "Ana <ana@example.org>",
      Cc: "Jefe <Jefe@Example.org>",
      "Message-ID": "<q@example.org>",
    },
    jefe: { From: "Jefe <jefe@example.org>", "Message-ID": "<a@example.org>" },
    mallory: { From: "mallory@x.cl", "Message-ID": "<m@x.cl>" },
  };

  /** The conversations with the writers of their inbound messages. */
  async function threads(): Promise<Record<string, (string | undefined)[]>> {
    const { docs } = await conversationsOf(workspaceId).get();
    const entries = docs.map(async ({ id }): Promise<[string, (string | undefined)[]]> => {
      const messages = (await messagesOf(workspaceId, id).get()).docs.map((doc) =>
        read(Message, doc),
      );
      return [id, messages.map((message) => message?.writer).sort()];
    });
    return Object.fromEntries(await Promise.all(entries));
  }

  const named = "Jefe <jefe@example.org>";

  it("is the customer's, where a colleague who got their mail answers all", async () => {
    await post(letters.copied);
    const toAll = { To: "ana@example.org, hola@hilo.test", "In-Reply-To": "<q@example.org>" };
    for (const _ of [1, 2]) await post({ ...letters.jefe, ...toAll });
    assert.deepEqual(await threads(), { [ana]: [named, undefined] });
  });

  it("keeps the customer's name and address, whoever is looked at first", async () => {
    await post(letters.copied);
    await post({ ...letters.jefe, Cc: "ana@example.org", "In-Reply-To": "<q@example.org>" });
    for (const id of ["a@example.org", "q@example.org"]) {
      const ids = { workspaceId, conversationId: ana, messageId: hash("email", id) };
      await onMessageCreated(ids, await messageOf(workspaceId, ana, ids.messageId).get());
    }
    const contact = await contactIn(workspaceId, ana);
    const conversation = await conversationsOf(workspaceId).doc(ana).get();
    assert.deepEqual(
      [contact?.name, conversation.get("contact.name"), conversation.get("address")],
      ["Ana", "Ana", "ana@example.org"],
    );
  });

  it("is the customer's, where a colleague answers below a mail of ours", async () => {
    await post(letters.ana);
    await post({ ...letters.copied, "Message-ID": "<q2@example.org>", "In-Reply-To": `<${ours}>` });
    const References = `<q@example.org> <${ours}> <q2@example.org>`;
    await post({ ...letters.jefe, "In-Reply-To": "<q2@example.org>", References });
    await post({
      ...letters.jefe,
      "Message-ID": "<a2@example.org>",
      References: `<${ours}> <a@example.org>`,
    });
    assert.deepEqual(await threads(), { [ana]: [named, named, undefined, undefined] });
  });

  it("is the colleague's own, where they write of something else", async () => {
    await post(letters.copied);
    await post({ ...letters.jefe, Cc: "ana@example.org" });
    assert.deepEqual(await threads(), { [ana]: [undefined], [jefe]: [undefined] });
  });

  it("is one, where the answer comes before the mail it answers, and again after it", async () => {
    const answer = { ...letters.jefe, Cc: "ana@example.org", "In-Reply-To": "<q@example.org>" };
    await post(answer);
    await post(letters.copied);
    await post(answer);
    assert.deepEqual(await threads(), { [ana]: [undefined], [jefe]: [undefined] });
  });

  describe("from another address of the customer's contact", () => {
    beforeEach(async () => {
      await post(letters.ana);
      await conversationsOf(workspaceId).doc(ana).update({ contactId: "c1" });
      await contactOf(workspaceId, "c1").set({ emails: ["ana@example.org", "Ana@Casa.cl"] });
    });
    const home = { From: "ana@casa.cl", "Message-ID": "<h@casa.cl>" };
    const ways: [string, () => Headers][] = [
      ["In-Reply-To", () => ({ "In-Reply-To": `<${ours}>` })],
      ["References", () => ({ References: `<x@x.cl> <${ours}> <y@x.cl>` })],
      ["the subject's tag", () => ({ Subject: `Re: Pedido [#${ana}]` })],
    ];
    for (const [name, headers] of ways)
      it(`is the customer's by ${name}`, async () => {
        await post({ ...home, ...headers() });
        assert.deepEqual(await threads(), { [ana]: ["ana@casa.cl", undefined] });
      });

    for (const [name, headers] of ways)
      it(`is a new one by ${name}, where the customer's contact only says that it is theirs`, async () => {
        await contactOf(workspaceId, "c1").update({ unproven: ["Ana@Casa.cl"] });
        await post({ ...home, ...headers() });
        assert.deepEqual(Object.keys(await threads()).length, 2);
      });

    it("is a new one, where nothing names the customer's", async () => {
      await post({ ...home, Subject: "Re: [#42] Pedido", References: "<x@x.cl>" });
      assert.deepEqual(await threads(), {
        [ana]: [undefined],
        [hash("email", "ana@casa.cl")]: [undefined],
      });
    });

    it("is never one of another channel", async () => {
      await channelsOf(workspaceId).doc("other").set({});
      await conversationsOf(workspaceId).doc(ana).update({ channelId: "other" });
      await post({ ...home, Subject: `Re: Pedido [#${ana}]` });
      assert.equal((await threads())[ana]?.length, 1);
    });
  });

  describe("of a stranger", () => {
    const forgeries: [string, () => Headers][] = [
      ["a Message-ID of ours that leaked", () => ({ "In-Reply-To": `<${ours}>` })],
      ["one among the references", () => ({ References: `<q@example.org> <${ours}>` })],
      [
        "one that they made up",
        () => ({ "In-Reply-To": `<${ana}.${randomUUID()}.${"0".repeat(20)}@hilo.test>` }),
      ],
      [
        "the customer's own mail, which they never got",
        () => ({
          "In-Reply-To": "<q@example.org>",
          Cc: "ana@example.org, jefe@example.org",
        }),
      ],
      [
        "all of it",
        () => ({
          "In-Reply-To": "<q@example.org>",
          References: `<${ours}> <q@example.org>`,
          Cc: "ana@example.org",
          Subject: `Re: Pedido [#${ana}]`,
        }),
      ],
      ["the tag of the conversation", () => ({ Subject: `Re: Pedido [#${ana}]` })],
      ["the tag of one that is not there", () => ({ Subject: `[#${"a".repeat(20)}]` })],
    ];
    for (const [name, headers] of forgeries)
      it(`is their own, though it names ${name}`, async () => {
        await post(letters.copied);
        await post({ ...letters.mallory, ...headers() });
        assert.deepEqual(await threads(), { [ana]: [undefined], [mallory]: [undefined] });
      });

    it("is a colleague's own by the tag alone", async () => {
      await post(letters.copied);
      await post({ ...letters.jefe, Subject: `Re: Pedido [#${ana}]` });
      assert.deepEqual(await threads(), { [ana]: [undefined], [jefe]: [undefined] });
    });
  });

  it("is told without a read, where the customer answers us", async () => {
    await post(letters.ana);
    let serial = 0;
    const counted = await countOperations(5, () => {
      serial += 1;
      return post({
        ...letters.copied,
        "Message-ID": `<${serial}@example.org>`,
        "In-Reply-To": `<${ours}>`,
        References: `<q@example.org> <${ours}>`,
        Subject: `Re: Pedido [#${ana}]`,
      });
    });
    assert.deepEqual(counted, { reads: 0, writes: 3, rpcs: 1 });
  });
});
