import assert from "node:assert/strict";
import { Conversation, Message } from "@hilo/schema";
import { conversationsOf, messagesOf } from "../../functions/src/conversations/store.ts";
import { bytesOf } from "../../functions/src/files/files.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { during } from "../support/during.ts";
import { startWebhooks } from "./server.ts";
import { connected } from "./voices/connected.ts";
import { email } from "./voices/email.ts";

// Whose a mail is, and whether anybody waits for an answer to it.

describe("whose mail", () => {
  during(startWebhooks);
  let workspaceId: string;
  beforeEach(async () => {
    const credentials = { sendgridPath: "test_sendgrid_path" };
    workspaceId = await connected({ ...email, credentials });
  });

  async function post(headers: Record<string, string>, body = ["Hola"]): Promise<void> {
    const plain = { "Content-Type": "text/plain; charset=utf-8" };
    const lines = Object.entries({
      To: "hola@hilo.test",
      "MIME-Version": "1.0",
      ...plain,
      ...headers,
    });
    const form = new FormData();
    const head = lines.map(([name, value]) => `${name}: ${value}`);
    form.set("email", [...head, "", ...body, ""].join("\r\n"));
    const path = `/webhooks/email/${workspaceId}/email/sendgrid/test_sendgrid_path`;
    const response = await fetch(`${process.env.PUBLIC_BASE_URL}${path}`, {
      method: "POST",
      body: form,
    });
    await response.arrayBuffer();
    assert.equal(response.status, 200);
  }

  const ref = (address: string) => conversationsOf(workspaceId).doc(hash("email", address));
  const conversation = async (address: string) =>
    read(Conversation, await ref(address).get()) ?? assert.fail(address);
  const messages = async (address: string) => {
    const { docs } = await messagesOf(workspaceId, hash("email", address)).get();
    return docs.map((doc) => read(Message, doc) ?? assert.fail());
  };

  it("is a conversation of each person who fills in a shop's form, answered at their address", async () => {
    const From = "Tienda <mailer@tienda.cl>";
    await post({ From, "Reply-To": "ana@x.cl", "Message-ID": "<1@tienda.cl>" });
    await post({ From, "Reply-To": "luis@x.cl", "Message-ID": "<2@tienda.cl>" });
    for (const person of ["ana@x.cl", "luis@x.cl"]) {
      assert.equal((await conversation(person)).address, person);
      assert.equal((await messages(person)).length, 1);
    }
  });

  it("is a colleague's in copy, who is answered at another address, in the customer's conversation", async () => {
    await post({ From: "ana@x.cl", Cc: "jefe@x.cl", "Message-ID": "<1@x.cl>" });
    const answer = { "In-Reply-To": "<1@x.cl>", Cc: "ana@x.cl", "Message-ID": "<2@x.cl>" };
    await post({ From: "Jefe <jefe@x.cl>", "Reply-To": "jefe@casa.cl", ...answer });
    const writers = (await messages("ana@x.cl")).map(({ writer }) => writer ?? "").sort();
    assert.deepEqual(writers, ["", "Jefe <jefe@casa.cl>"]);
    assert.equal((await conversation("ana@x.cl")).address, "ana@x.cl");
  });

  it("is kept from an address of 160 characters", async () => {
    const long = `respuesta+${"k".repeat(120)}@mensajes.portal.example`;
    await post({ From: `Portal <${long}>`, "Message-ID": "<1@portal.example>" });
    assert.equal((await conversation(long)).address, long);
  });

  describe("of one Message-ID", () => {
    const from = { From: "ana@x.cl", "Message-ID": "<same@x.cl>" };
    const rows: [what: string, second: Record<string, string>, body: string[]][] = [
      ["with other words", {}, ["¿Y el martes?"]],
      ["with another subject", { Subject: "Otro pedido" }, ["Hola"]],
      ["of another day", { Date: "Mon, 02 Nov 2026 10:00:00 +0000" }, ["Hola"]],
    ];
    for (const [what, second, body] of rows) {
      it(`are both kept: ${what}`, async () => {
        await post(from);
        await post({ ...from, ...second }, body);
        await post({ ...from, ...second }, body);
        await post(from);
        assert.equal((await messages("ana@x.cl")).length, 2);
        assert.equal((await conversation("ana@x.cl")).inboundCount, 2);
      });
    }

    it("are one where only servers on the way have written into it", async () => {
      await post({ Received: "from a", ...from });
      await post({ Received: "from b", "X-Spam": "no", ...from });
      assert.equal((await messages("ana@x.cl")).length, 1);
    });

    it("have each their own files, even at the same moment", async () => {
      const mime = { ...from, "Content-Type": 'multipart/mixed; boundary="b"' };
      const file = (text: string) => [
        "--b",
        'Content-Type: text/plain; name="a.txt"',
        'Content-Disposition: attachment; filename="a.txt"',
        "",
        text,
        "--b--",
      ];
      const texts = ["uno", "dos"];
      await Promise.all(texts.map((text) => post(mime, file(text))));
      const files = (await messages("ana@x.cl")).flatMap(({ attachments }) => attachments);
      const kept = await Promise.all(files.map(({ id }) => bytesOf(workspaceId, id)));
      assert.deepEqual(
        kept
          .map(String)
          .map((text) => text.trim())
          .sort(),
        ["dos", "uno"],
      );
    });
  });

  describe("written by a machine", () => {
    const away = { "Auto-Submitted": "auto-replied" };
    const rows: [what: string, headers: Record<string, string>][] = [
      ["by RFC 3834", away],
      ["by Exchange", { "X-Auto-Response-Suppress": "All", Subject: "Automatic reply: Pedido" }],
      ["by a header of its own", { "X-Autoreply": "yes", Precedence: "bulk" }],
      ["by Precedence", { Precedence: "auto_reply" }],
      ["as nobody", { "Return-Path": "<>", Subject: "Fuera de la oficina" }],
    ];
    const states = [
      { status: "resolved", snoozedUntil: null },
      { status: "closed", snoozedUntil: null },
      { status: "snoozed", snoozedUntil: 4_000_000_000_000 },
      { status: "waiting", snoozedUntil: null },
    ];
    for (const [what, headers] of rows) {
      it(`reopens, wakes and starts nothing: ${what}`, async () => {
        await post({ From: "ana@x.cl", "Message-ID": "<1@x.cl>" });
        for (const [index, state] of states.entries()) {
          await ref("ana@x.cl").update({ ...state, waitingSince: null });
          await post({ From: "ana@x.cl", "Message-ID": `<a${index}@x.cl>`, ...headers });
          const { status, snoozedUntil, waitingSince, unread } = await conversation("ana@x.cl");
          const wanted = { ...state, waitingSince: null, unread: index + 2 };
          assert.deepEqual({ status, snoozedUntil, waitingSince, unread }, wanted);
        }
        await post({ From: "ana@x.cl", "Message-ID": "<2@x.cl>" });
        assert.equal((await conversation("ana@x.cl")).status, "open");
      });
    }

    it("has nobody wait in the conversation that it begins", async () => {
      await post({ From: "ana@x.cl", "Message-ID": "<1@x.cl>", ...away });
      assert.equal((await conversation("ana@x.cl")).waitingSince, null);
    });

    it("is no more than that: who waited before waits on", async () => {
      await post({ From: "ana@x.cl", "Message-ID": "<1@x.cl>" });
      const before = (await conversation("ana@x.cl")).waitingSince;
      await post({ From: "ana@x.cl", "Message-ID": "<2@x.cl>", ...away });
      assert.equal((await conversation("ana@x.cl")).waitingSince, before);
    });
  });
});
