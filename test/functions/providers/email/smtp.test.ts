import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import PostalMime from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import {
  type OutboundMessage,
  ProviderError,
} from "../../../../functions/src/providers/adapter.ts";
import { check } from "../../../../functions/src/providers/email/check.ts";
import { send } from "../../../../functions/src/providers/email/outbound.ts";
import { account, message } from "./samples.ts";

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
    assert.ok(error instanceof ProviderError, String(error));
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
