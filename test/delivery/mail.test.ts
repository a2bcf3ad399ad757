import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { Conversation, Message } from "@hilo/schema";
import { forgetConnections } from "../../functions/src/channels/connections.ts";
import { channelsOf } from "../../functions/src/channels/store.ts";
import { conversationsOf, messageOf, messagesOf } from "../../functions/src/conversations/store.ts";
import { bytesOf } from "../../functions/src/files/files.ts";
import { deliver } from "../../functions/src/outbound/delivery.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { messageIdFor, replyAddress } from "../../functions/src/providers/email/thread.ts";
import { World } from "../../simulator/src/phones/world.ts";
import { startMailServer } from "../../simulator/src/providers/email/smtp.ts";
import { during } from "../support/during.ts";
import { outboundMessage } from "./outbound.ts";
import { startWebhooks } from "./server.ts";
import { connected } from "./voices/connected.ts";
import { email } from "./voices/email.ts";

const own = "hola@hilo.test";
const pixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

describe("e-mail, from the webhook to the thread and back", () => {
  during(startWebhooks);
  let workspaceId: string;
  beforeEach(async () => {
    workspaceId = await connected({
      ...email,
      credentials: { sendgridPath: "test_sendgrid_path" },
    });
  });

  async function post(mime: string[]): Promise<number> {
    const form = new FormData();
    form.set("email", mime.join("\r\n"));
    const path = `/webhooks/email/${workspaceId}/email/sendgrid/test_sendgrid_path`;
    const url = `${process.env.PUBLIC_BASE_URL}${path}`;
    const response = await fetch(url, { method: "POST", body: form });
    await response.arrayBuffer();
    return response.status;
  }

  const letter = (headers: string[], body: string[] = ["Hola"]) => [
    ...headers,
    ...plain,
    "",
    ...body,
    "",
  ];
  const plain = ["MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8"];

  async function threads() {
    const { docs } = await conversationsOf(workspaceId).get();
    return Promise.all(
      docs.map(async (doc) => {
        const messages = await messagesOf(workspaceId, doc.id).get();
        const all = messages.docs.map((one) => read(Message, one) ?? assert.fail());
        return {
          id: doc.id,
          conversation: read(Conversation, doc) ?? assert.fail(),
          messages: all,
        };
      }),
    );
  }

  it("keeps a mail once, with its picture and what it quotes apart", async () => {
    const mime = [
      "From: Ana <Ana@example.org>",
      "To: hola@hilo.test",
      "Subject: Pedido",
      "Message-ID: <1@example.org>",
      "MIME-Version: 1.0",
      'Content-Type: multipart/related; boundary="b"',
      "",
      "--b",
      "Content-Type: text/html; charset=utf-8",
      "",
      '<p>Mira</p><img src="cid:p1">',
      "--b",
      'Content-Type: image/png; name="p.png"',
      "Content-Transfer-Encoding: base64",
      "Content-ID: <p1>",
      'Content-Disposition: inline; filename="p.png"',
      "",
      pixel,
      "--b--",
      "",
    ];
    assert.equal(await post(mime), 200);
    assert.equal(await post(mime), 200);
    const [thread, ...others] = await threads();
    assert.deepEqual(others, []);
    assert.equal(thread?.conversation.address, "ana@example.org");
    const [message, ...more] = thread?.messages ?? [];
    assert.deepEqual(more, []);
    assert.equal(message?.text, "Mira");
    assert.match(message?.mail?.html ?? "", /cid:p1/);
    const [file] = message?.attachments ?? [];
    assert.deepEqual([file?.state, file?.type, file?.contentId], ["ready", "image/png", "p1"]);
    assert.equal((await bytesOf(workspaceId, file?.id ?? "")).toString("base64"), pixel);
  });

  it("lets a token lead a colleague's answer home, and nothing else", async () => {
    await post(letter(["From: ana@example.org", "To: hola@hilo.test", "Message-ID: <1@x>"]));
    const [home] = await threads();
    const to = replyAddress({ workspaceId }, { conversationId: home?.id ?? "", address: own });
    const ours = messageIdFor(
      { workspaceId, channelId: "email" },
      { conversationId: home?.id ?? "", messageId: randomUUID() },
      own,
    );
    await post(letter(["From: jefe@example.org", `To: ${to}`, "Message-ID: <2@x.cl>"]));
    await post(
      letter([
        "From: mallory@x.cl",
        "To: hola@hilo.test",
        `In-Reply-To: <${ours}>`,
        "Subject: Re: [#1] x",
        "Message-ID: <3@x.cl>",
      ]),
    );
    const found = await threads();
    const counts = found.map(({ conversation, messages }) => [
      conversation.address,
      messages.length,
    ]);
    assert.deepEqual(counts.sort(), [
      ["ana@example.org", 2],
      ["mallory@x.cl", 1],
    ]);
    const thread = found.find(({ id }) => id === home?.id)?.messages ?? [];
    assert.deepEqual(thread.map(({ writer }) => writer).sort(), ["jefe@example.org", undefined]);
  });

  it("sends an answer into the thread, and fails it when it comes back", async () => {
    const world = new World(
      { target: "http://127.0.0.1:9", retries: 0, retryPause: 1, timeout: 100, review: 0 },
      {},
    );
    const server = await startMailServer(world, { host: "127.0.0.1", port: 0 });
    const settings = { smtpHost: "127.0.0.1", smtpPort: String(server.port) };
    await channelsOf(workspaceId).doc("email").update({ settings });
    forgetConnections();
    await post(
      letter([
        "From: ana@example.org",
        "To: hola@hilo.test",
        "Subject: Pedido",
        "Message-ID: <q@example.org>",
      ]),
    );
    const [thread] = await threads();
    const ids = { workspaceId, conversationId: thread?.id ?? "", messageId: randomUUID() };
    const ref = messageOf(workspaceId, ids.conversationId, ids.messageId);
    await ref.set({ ...outboundMessage(), status: "queued", text: "Va el lunes" });
    await deliver(ids.workspaceId, ids.conversationId, ids.messageId);
    const sent = read(Message, await ref.get());
    const entry = [...world.threads.threads.values()].flatMap((one) => one.entries).at(-1);
    assert.deepEqual([sent?.status, sent?.externalId], ["sent", entry?.id]);
    assert.equal(entry?.mail?.subject, "Re: Pedido");
    assert.match(entry?.text ?? "", /^Va el lunes/);
    await server.stop();
    world.ending.abort();
    world.timers.clear();

    await post([
      "From: mailer-daemon@mx.example.org",
      "To: hola@hilo.test",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
      "MIME-Version: 1.0",
      "",
      "--r",
      "Content-Type: message/delivery-status",
      "",
      "Final-Recipient: rfc822; ana@example.org",
      "Action: failed",
      "Status: 5.1.1",
      "--r",
      "Content-Type: text/rfc822-headers",
      "",
      `Message-ID: <${sent?.externalId}>`,
      "--r--",
      "",
    ]);
    const bounced = read(Message, await ref.get());
    assert.equal(bounced?.status, "failed");
    assert.deepEqual([bounced?.error?.code, bounced?.error?.reason], ["5.1.1", "badAddress"]);
    assert.equal((await threads()).length, 1);
  });

  it("is refused without its secret", async () => {
    const url = `${process.env.PUBLIC_BASE_URL}/webhooks/email/${workspaceId}/email`;
    for (const end of [
      "/sendgrid",
      "/sendgrid/wrong",
      "/mailgun",
      "/postmark",
      "",
      "/other/test_sendgrid_path",
    ]) {
      const response = await fetch(`${url}${end}`, { method: "POST", body: new FormData() });
      assert.equal(response.status, 401, end);
    }
    assert.deepEqual(await threads(), []);
  });
});
