import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { ChannelError, type OutboundMessage } from "../../../../functions/src/channels/channel.ts";
import { check } from "../../../../functions/src/channels/email/check.ts";
import { referencesOf } from "../../../../functions/src/channels/email/compose.ts";
import { built, send } from "../../../../functions/src/channels/email/outbound.ts";
import { conversationOf, idsFrom } from "../../../../functions/src/channels/email/thread.ts";
import { markFor } from "../../../../functions/src/channels/mark.ts";
import { account } from "./samples.ts";

const message: OutboundMessage = {
  workspaceId: "demo",
  channelId: "email",
  conversationId: "abcdefghij234567klmn",
  messageId: "3f9b2f9e-6f0f-4d8e-9f1b-2f4b5a6c7d8e",
  platform: "email",
  from: account.address,
  to: "ana@example.org",
  kind: "text",
  text: "Hola Ana,\n\n¿<b>dos</b> cajas?\nSaludos",
  files: [],
  webhook: account.webhook,
  settings: { senderName: "Andes Gestión", signature: "Andes Gestión\nSantiago" },
  author: "Camila",
};

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
      mark: markFor(message, message),
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

describe("sending by SMTP", () => {
  let server: SMTPServer | undefined;
  let received: { to: string[]; raw: Buffer }[] = [];

  async function listen(options: SMTPServerOptions = {}): Promise<Record<string, string>> {
    received = [];
    const made = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          received.push({
            to: session.envelope.rcptTo.map(({ address }) => address),
            raw: Buffer.concat(chunks),
          });
          done();
        });
      },
      ...options,
    });
    made.on("error", () => undefined);
    server = made;
    await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
    const { port } = made.server.address() as AddressInfo;
    return { ...message.settings, smtpHost: "127.0.0.1", smtpPort: String(port) };
  }

  afterEach(() => new Promise<void>((resolve) => (server ? server.close(resolve) : resolve())));

  function refusing(code: number, text: string) {
    return Object.assign(new Error(text), { responseCode: code });
  }

  async function failure(
    settings: Record<string, string>,
    changes: Partial<OutboundMessage> = {},
    credentials = {},
  ) {
    const error = await send({ ...message, settings, ...changes }, credentials, true).catch(
      (thrown) => thrown,
    );
    assert.ok(error instanceof ChannelError, String(error));
    return [error.kind, error.code];
  }

  it("hands the mail over and knows it by its Message-ID", async () => {
    const settings = await listen();
    const { externalId } = await send({ ...message, settings }, {}, true);
    assert.deepEqual(received[0]?.to, ["ana@example.org"]);
    const mail = await PostalMime.parse(received[0]?.raw ?? "");
    assert.equal(mail.messageId, `<${externalId}>`);
  });

  it("signs in, where there is a user", async () => {
    const settings = await listen({
      authOptional: false,
      onAuth: ({ username, password }, _session, done) =>
        username === "u" && password === "p"
          ? done(null, { user: "u" })
          : done(refusing(535, "5.7.8 no")),
    });
    await send({ ...message, settings }, { smtpUser: "u", smtpPassword: "p" }, true);
    assert.equal(received.length, 1);
    const wrong = { smtpUser: "u", smtpPassword: "x" };
    assert.deepEqual(await failure(settings, {}, wrong), ["refused", "5.7.8"]);
    assert.equal((await check({ ...account, settings }, wrong, true))[0]?.code, "smtpCredentials");
    assert.equal(
      (await check({ ...account, settings }, { smtpUser: "u", smtpPassword: "p" }, true))[0]?.level,
      "ok",
    );
  });

  it("tells what the server refuses for good from what it refuses for now", async () => {
    const answers: Record<string, Error> = {
      "none@x.cl": refusing(550, "5.1.1 no such user"),
      "grey@x.cl": refusing(450, "4.2.0 greylisted"),
    };
    const settings = await listen({
      onRcptTo: ({ address }, _session, done) => done(answers[address] ?? null),
    });
    assert.deepEqual(await failure(settings, { to: "none@x.cl" }), ["refused", "5.1.1"]);
    assert.deepEqual(await failure(settings, { to: "grey@x.cl" }), ["rateLimited", "4.2.0"]);
  });

  it("sends to everybody, each once, and says whom the server refused", async () => {
    const settings = await listen({
      onRcptTo: ({ address }, _session, done) =>
        done(address === "none@x.cl" ? refusing(550, "5.1.1 no such user") : null),
    });
    const mail = {
      subject: "x",
      references: [],
      cc: ["jefe@example.org", "none@x.cl"],
      bcc: ["oculta@x.cl", "Jefe@Example.org"],
    };
    const receipt = await send({ ...message, settings, mail }, {}, true);
    assert.deepEqual(received[0]?.to, ["ana@example.org", "jefe@example.org", "oculta@x.cl"]);
    const refused = [
      { address: "none@x.cl", code: "5.1.1", message: "No such mailbox: 550 5.1.1 no such user" },
    ];
    assert.deepEqual(receipt.refused, refused);
    const nobody = { ...mail, cc: [], bcc: ["none@x.cl"] };
    assert.deepEqual(await failure(settings, { to: "none@x.cl", mail: nobody }), [
      "refused",
      "5.1.1",
    ]);
    assert.deepEqual(await failure(settings, { mail: { ...mail, cc: ["a@x.cl\r\nDATA"] } }), [
      "refused",
      "badAddress",
    ]);
  });

  it("does not know what became of a mail when the line is cut after its content", async () => {
    const settings = await listen({
      onData(stream, _session) {
        stream.resume();
        stream.on("end", () => {
          for (const connection of server?.connections ?? [])
            (connection as unknown as { _socket: { destroy(): void } })._socket.destroy();
        });
      },
    });
    assert.equal((await failure(settings))[0], "unknown");
  });

  it("knows that a mail was never handed over when nobody listens", async () => {
    const settings = await listen();
    await new Promise<void>((resolve) => server?.close(resolve));
    server = undefined;
    assert.equal((await failure(settings))[0], "unreachable");
  });

  const badAddresses = [
    "ana",
    "a@b@c",
    "a@x.cl, b@x.cl",
    "a@x.cl\r\nRCPT TO:<b@x.cl>",
    "<a@x.cl>",
    "",
  ];
  for (const to of badAddresses) {
    it(`sends nothing to ${JSON.stringify(to)}`, async () => {
      assert.deepEqual(await failure({}, { to }), ["refused", "badAddress"]);
    });
  }

  for (const smtpHost of ["127.0.0.1", "localhost", "10.0.0.1", "169.254.169.254", "::1"]) {
    it(`dials no private address, such as ${smtpHost}`, async () => {
      const error = await send({ ...message, settings: { smtpHost } }, {}, false).catch(
        (one) => one,
      );
      assert.deepEqual([error.kind, error.code], ["refused", "notPublic"]);
    });
  }

  it("says when there is no server", async () => {
    assert.deepEqual(await failure({}), ["refused", "noServer"]);
  });
});
