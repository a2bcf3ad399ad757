import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { InboundEvent, MessageEvent } from "@hilo/schema";
import type { InboundRequest } from "@hilo/simulator";
import type { Account, OutboundMessage } from "../../../../functions/src/providers/adapter.ts";
import { ProviderError } from "../../../../functions/src/providers/adapter.ts";
import { email } from "../../../../functions/src/providers/email/index.ts";
import { send } from "../../../../functions/src/providers/email/outbound.ts";
import { proofFor } from "../../../../functions/src/providers/message-proof.ts";
import { requestOf, standingPair } from "../../support/standing-pair.ts";

const credentials = {
  sendgridPath: "test_sendgrid_path",
  mailgunKey: "test_mailgun_key",
  postmarkBasic: "postmark:test_postmark",
};
const customer = { email: "rodrigo.tapia@ejemplo.cl", name: "Rodrigo Tapia" };

describe("the simulated mailboxes", () => {
  const pair = standingPair({ smtpPort: 0 });
  let account: Account;
  pair.stand();
  before(() => {
    account = {
      workspaceId: "demo",
      channelId: "email",
      platform: "email",
      address: "hola@hilo.test",
      settings: { smtpHost: "127.0.0.1", smtpPort: String(pair.simulator.smtpPort) },
      webhook: `${pair.target}/webhooks/email/demo/email`,
    };
  });

  /** What the house understands of what it was told, all of it proved. */
  async function heard(): Promise<InboundEvent[]> {
    await pair.simulator.control.settled();
    const events: InboundEvent[] = [];
    for (const request of pair.calls.map((call) => requestOf(call))) {
      assert.ok(email.verify(request, credentials), "proved");
      events.push(...(await email.parse(request, account)));
    }
    return events;
  }

  async function writes(message: Partial<InboundRequest>): Promise<MessageEvent> {
    pair.calls.length = 0;
    await pair.simulator.control.inbound({ channel: "email", from: customer, ...message }, "email");
    const event = (await heard()).find((one): one is MessageEvent => one.type === "message");
    assert.ok(event, "a message came");
    return event;
  }

  function answerWith(changes: Partial<OutboundMessage> = {}) {
    const message: OutboundMessage = {
      workspaceId: "demo",
      channelId: "email",
      conversationId: "abcdefghij234567klmn",
      messageId: randomUUID(),
      platform: "email",
      from: account.address,
      to: customer.email,
      kind: "text",
      text: "Hola Rodrigo:\n\nSale el lunes.",
      files: [],
      webhook: account.webhook,
      settings: account.settings,
      author: "Camila",
      ...changes,
    };
    return { message, sent: send(message, {}, true) };
  }

  it("shows on the phone the subject that the mail went out with", async () => {
    const { subject } = (await writes({ text: "¿Cuánto cuesta?" })).mail ?? {};
    const [thread] = pair.simulator.control.threads();
    assert.deepEqual([subject, thread?.entries.at(-1)?.mail?.subject], ["Consulta", "Consulta"]);
  });

  it("lays copies into every mailbox, and lets whoever got one answer all", async () => {
    await writes({ text: "¿Cuánto cuesta?" });
    const mail = {
      subject: "Precio",
      references: [],
      cc: ["jefa@ejemplo.cl"],
      bcc: ["oculta@ejemplo.cl"],
      html: "<p>Diez <b>mil</b></p>",
    };
    await answerWith({ mail }).sent;
    await pair.simulator.control.settled();
    const people = pair.simulator.control.people();
    const mailboxes = pair.simulator.control.threads().map(({ personId, entries }) => ({
      who: people.find(({ id }) => id === personId)?.email,
      last: entries.at(-1)?.mail,
    }));
    assert.deepEqual(mailboxes.map(({ who }) => who).sort(), [
      "jefa@ejemplo.cl",
      "oculta@ejemplo.cl",
      customer.email,
    ]);
    for (const { last } of mailboxes) {
      assert.deepEqual(last?.cc, ["jefa@ejemplo.cl"]);
      assert.match(last?.html ?? "", /Diez <b>mil<\/b>/);
    }
    for (const service of ["sendgrid", "mailgun", "postmark"] as const) {
      const from = { email: "jefa@ejemplo.cl", name: "Jefa" };
      const answer = await writes({ from, text: "De acuerdo", toAll: true, service });
      assert.equal(answer.conversationId, "abcdefghij234567klmn");
      assert.deepEqual(answer.mail?.cc, [customer.email]);
    }
  });

  for (const service of ["sendgrid", "mailgun", "postmark"] as const) {
    it(`holds a conversation by ${service}, with a picture each way`, async () => {
      const first = await writes({
        service,
        subject: "Cotización ñ",
        text: "¿Cuánto cuesta?",
        kind: "image",
      });
      assert.deepEqual(first.sender, {
        address: customer.email,
        email: customer.email,
        name: customer.name,
      });
      assert.equal(first.mail?.subject, "Cotización ñ");
      assert.equal(first.text, "¿Cuánto cuesta?");
      assert.ok(first.files[0]?.contentId && first.files[0].bytes?.length);
      assert.match(first.mail?.html ?? "", new RegExp(`cid:${first.files[0]?.contentId}`));

      const bytes = Buffer.from("not really a picture");
      const picture = {
        url: "",
        type: "image/png",
        name: "plano.png",
        size: 20,
        read: async () => bytes,
      };
      const mail = { subject: "Cotización ñ", inReplyTo: first.externalId, references: [] };
      const { message, sent } = answerWith({ files: [picture], mail });
      const { externalId } = await sent;
      const entry = pair.simulator.control
        .threads()
        .flatMap((thread) => thread.entries)
        .at(-1);
      assert.equal(entry?.id, externalId);
      assert.equal(entry?.mail?.subject, "Re: Cotización ñ");
      assert.equal(entry?.files[0]?.name, "plano.png");

      const second = await writes({ service, text: "Perfecto, gracias" });
      assert.equal(second.text, "Perfecto, gracias");
      assert.match(second.mail?.quoted ?? "", /> Sale el lunes\./);
      assert.equal(second.conversationId, message.conversationId);
      assert.equal(second.replyTo, externalId);
      assert.deepEqual(second.mail?.references, [first.externalId, externalId]);
    });

    it(`is refused by its proof when ${service} did not send it`, async () => {
      for (const signature of ["wrong", "missing"] as const) {
        pair.calls.length = 0;
        await pair.simulator.control.inbound(
          { channel: "email", from: customer, text: "x", service, signature },
          "email",
        );
        assert.equal(pair.calls.length, 1);
        for (const call of pair.calls)
          assert.equal(email.verify(requestOf(call), credentials), false);
      }
    });
  }

  it("tells that a mail left and arrived", async () => {
    const { message, sent } = answerWith();
    await sent;
    const { conversationId, messageId } = message;
    const told = (await heard()).map(
      (event) => event.type === "status" && [event.status, event.message],
    );
    const ours = { conversationId, messageId, mark: proofFor(message, message) };
    assert.deepEqual(told, [
      ["sent", ours],
      ["delivered", ours],
    ]);
    assert.deepEqual(
      pair.simulator.control.sends().map(({ message, accepted }) => [message, accepted]),
      [[messageId, 1]],
    );
  });

  it("refuses with the chosen code", async () => {
    const rows: [string, string, string][] = [
      ["5.1.1", "refused", "5.1.1"],
      ["550", "refused", "550"],
      ["450", "rateLimited", "4.2.0"],
      ["535", "refused", "5.7.8"],
    ];
    for (const [code, kind, told] of rows) {
      pair.simulator.control.behave({
        scope: "next",
        behaviour: { failure: { code, at: "call" } },
      });
      const error = await answerWith().sent.catch((thrown) => thrown);
      assert.ok(error instanceof ProviderError);
      assert.deepEqual([error.kind, error.code], [kind, told]);
    }
  });

  it("sends a mail back later", async () => {
    pair.simulator.control.behave({
      scope: "next",
      behaviour: { failure: { code: "5.2.2", at: "callback" } },
    });
    const { message, sent } = answerWith();
    await sent;
    const [event] = await heard();
    assert.equal(event?.type === "status" && event.status, "failed");
    assert.equal(event?.type === "status" && event.error?.code, "5.2.2");
    assert.equal(event?.type === "status" && event.message?.messageId, message.messageId);
  });

  it("breaks off after the content, so that nobody knows", async () => {
    pair.simulator.control.behave({ scope: "next", behaviour: { call: "reset", accepted: true } });
    const error = await answerWith().sent.catch((thrown) => thrown);
    assert.equal(error.kind, "unknown");
    assert.equal(pair.simulator.control.sends()[0]?.accepted, 1);
  });

  it("reports mail as spam when the customer blocks", async () => {
    await pair.simulator.control.inbound(
      { channel: "email", from: customer, kind: "block" },
      "email",
    );
    // What becomes of the mail before, which was taken though nobody heard so, may be told meanwhile.
    const consents = (await heard()).flatMap((one) =>
      one.type === "consent" ? [[one.sender.address, one.consent]] : [],
    );
    assert.deepEqual(consents, [[customer.email, "stop"]]);
  });

  it("writes an automatic answer, which is known as such", async () => {
    const event = await writes({
      text: "Estoy fuera",
      fields: { "Auto-Submitted": "auto-replied" },
    });
    assert.equal(event.mail?.automatic, "reply");
  });
});
