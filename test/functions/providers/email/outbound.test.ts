import assert from "node:assert/strict";
import PostalMime, { type Email } from "postal-mime";
import type { OutboundMessage } from "../../../../functions/src/providers/adapter.ts";
import { referencesOf } from "../../../../functions/src/providers/email/compose.ts";
import { built } from "../../../../functions/src/providers/email/outbound.ts";
import { conversationOf, idsFrom } from "../../../../functions/src/providers/email/thread.ts";
import { proofFor } from "../../../../functions/src/providers/message-proof.ts";
import { account, message } from "./samples.ts";

async function mailFrom(changes: Partial<OutboundMessage> = {}): Promise<Email> {
  return PostalMime.parse(await built({ ...message, ...changes }));
}

describe("a mail of ours", () => {
  it("says who writes, to whom, and where answers go", async () => {
    const mail = await mailFrom();
    assert.deepEqual(mail.from, { name: "Andes Gestión", address: "hola@hilo.test" });
    assert.equal(mail.to?.[0]?.address, "ana@example.org");
    const answer = mail.replyTo?.[0]?.address ?? "";
    assert.equal(conversationOf(account, answer, account.address), message.conversationId);
    assert.deepEqual(idsFrom(account, mail.messageId?.slice(1, -1) ?? ""), {
      conversationId: message.conversationId,
      messageId: message.messageId,
      mark: proofFor(message, message),
    });
  });

  it("is the same text plain and as HTML, signed, and nothing in it is markup", async () => {
    const { text, html } = await mailFrom();
    assert.equal(text?.trim(), `${message.text}\n\n-- \nCamila\nAndes Gestión\nSantiago`);
    assert.match(html ?? "", /¿&lt;b&gt;dos&lt;\/b&gt; cajas\?<br \/>Saludos/);
    assert.match(html ?? "", /Camila<br>Andes Gestión<br>Santiago/);
  });

  const subjects: [string, OutboundMessage["mail"], string][] = [
    ["an answer", { subject: "Pedido", inReplyTo: "a@x.cl", references: [] }, "Re: Pedido"],
    [
      "an answer to an answer",
      { subject: "RE: Pedido", inReplyTo: "a@x.cl", references: [] },
      "RE: Pedido",
    ],
    ["a mail of its own", { subject: "Oferta", references: [] }, "Oferta"],
    [
      "one with a line break in it",
      { subject: "a\r\nBcc: b@x.cl", references: [] },
      "a Bcc: b@x.cl",
    ],
    ["one without a subject", undefined, "Hola Ana,"],
  ];
  for (const [name, mail, subject] of subjects) {
    it(`has the subject of ${name}`, async () => {
      const sent = await mailFrom(mail ? { mail } : {});
      assert.equal(sent.subject, subject);
      assert.equal(sent.bcc, undefined);
    });
  }

  it("names its conversation in the subject, where that is wanted", async () => {
    const mail = { subject: "Pedido", inReplyTo: "a@x.cl", references: [] };
    const settings = { ...message.settings, subjectTag: "on" };
    const { subject } = await mailFrom({ mail, settings });
    assert.equal(subject, `Re: Pedido [#${message.conversationId}]`);
    assert.equal(
      (await mailFrom({ mail: { ...mail, subject: subject ?? "" }, settings })).subject,
      subject,
    );
  });

  it("stands in its thread", async () => {
    const mail = {
      subject: "x",
      inReplyTo: "c@x.cl",
      references: ["a@x.cl", "b@x.cl", "c@x.cl", "no id"],
    };
    const sent = await mailFrom({ mail });
    assert.equal(sent.inReplyTo, "<c@x.cl>");
    assert.equal(sent.references, "<a@x.cl> <b@x.cl> <c@x.cl>");
  });

  it("trims a long thread in the middle", () => {
    const references = Array.from({ length: 90 }, (_, i) => `${i}@x.cl`);
    const kept = referencesOf({ subject: "", inReplyTo: "last@x.cl", references });
    assert.equal(kept.length, 20);
    assert.deepEqual([kept[0], kept[1], kept.at(-1)], ["0@x.cl", "72@x.cl", "last@x.cl"]);
  });

  it("carries its files", async () => {
    const bytes = Buffer.from("%PDF-1.7");
    const file = {
      url: "https://x.cl",
      type: "application/pdf",
      name: "Cotización ñ.pdf",
      size: 8,
      read: async () => bytes,
    };
    const { attachments } = await mailFrom({ files: [file] });
    assert.deepEqual(
      attachments.map((one) => [
        one.filename,
        one.mimeType,
        one.disposition,
        Buffer.from(one.content as ArrayBuffer).toString(),
      ]),
      [["Cotización ñ.pdf", "application/pdf", "attachment", "%PDF-1.7"]],
    );
  });

  const hosts: [string, string, RegExp][] = [
    ["smtp.sendgrid.net", "x-smtpapi", /"hilo_message":"3f9b/],
    ["smtp.mailgun.org", "x-mailgun-variables", /"hilo_conversation":"abcd/],
    ["smtp.mailgun.org", "x-mailgun-variables", /"hilo_mark":"[0-9a-f]{20}"/],
    ["smtp.postmarkapp.com", "x-pm-metadata-hilo-message", /^3f9b/],
    ["smtp.postmarkapp.com", "x-pm-keepid", /true/],
  ];
  for (const [smtpHost, name, value] of hosts) {
    it(`has ${smtpHost} give our ids back (${name})`, async () => {
      const { headers } = await mailFrom({ settings: { smtpHost } });
      assert.match(headers.find(({ key }) => key === name)?.value ?? "", value);
    });
  }

  it("says so when a machine wrote it", async () => {
    const named = (mail: Email) => mail.headers.find(({ key }) => key === "auto-submitted")?.value;
    const mail = { subject: "x", inReplyTo: "a@x.cl", references: [] };
    assert.equal(named(await mailFrom({ automatic: true, mail })), "auto-replied");
    assert.equal(named(await mailFrom({ automatic: true })), "auto-generated");
    assert.equal(named(await mailFrom()), undefined);
  });
});
