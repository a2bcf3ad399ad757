import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { now } from "../../../../functions/src/platform/clock.ts";
import { splitQuoted } from "../../../../functions/src/providers/email/quote.ts";
import { verify } from "../../../../functions/src/providers/email/signature.ts";
import { messageIdFor } from "../../../../functions/src/providers/email/thread.ts";
import { account, eventsOf, mimeRequest, multipart, requestTo } from "./samples.ts";

/** Milliseconds of computing. */
async function taken(work: () => unknown): Promise<number> {
  const before = process.cpuUsage().user;
  await work();
  return (process.cpuUsage().user - before) / 1000;
}

const size = 200_000;
const fill = (piece: string) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

describe("a mail that is made to be searched for long", () => {
  const texts: [string, string][] = [
    ["quoted lines and one that is none", `a\n${fill("> a\n")}\nend`],
    ["empty quotes", `a\n${fill(">\n")}\nend`],
    ["a line of dashes below", `---${fill("-forwarded")}\nFrom: a\nDate: b`],
    ["lines of dashes", fill(`${"-".repeat(990)}forwarded${"-".repeat(990)}x\nFrom: a\n`)],
    ["introductions", fill(`on ${"schrieb ".repeat(55)}\n`)],
    ["introductions of spaces", fill(`on a schrieb${" ".repeat(400)}x:\n`)],
    ["short introductions", fill("on\n")],
    ["spaces", `a${fill(" ")}b`],
    ["headers", fill("From: a\n")],
    ["dashes and blanks", `${fill("- _")}x`],
    ["rules", fill(`${"_".repeat(32)}\n`)],
    ["rules over nothing", `${fill(`${"_".repeat(32)}\n`)}${fill("\n")}x`],
    ["dividers", fill("-----Mensaje original-----\n")],
    ["names before their verb", fill("a <a@x.cl> escreveu (\n")],
    ["heads of mails without the rest", fill("De: a <a@x.cl>\n")],
    ["dashes that begin", fill("---- On 1 ")],
    ["introductions with an address", fill(`El 1/1/2026 a <a@x.cl> ${"a ".repeat(200)}\n`)],
    ["what is passed on", fill("Begin forwarded a\n")],
    ["signatures", `a\n> b\n${fill("Enviado desde\n")}`],
    ["addresses that do not end", fill(`(${"a".repeat(60)}@\n`)],
    ["one character", fill("<")],
  ];
  for (const [name, text] of texts) {
    it(`is parted at once: ${name}`, async () => {
      assert.ok((await taken(() => splitQuoted(text))) < 2000);
    });

    it(`is parted at once where it is five times as long: ${name}`, async () => {
      assert.ok((await taken(() => splitQuoted(text.repeat(5)))) < 2000);
    });
  }

  it("keeps what is written beyond where quotes are looked for", () => {
    const long = "a line\n".repeat(60_000).trim();
    assert.equal(splitQuoted(long).text, long);
    const { text, quoted } = splitQuoted(
      `new\n\nOn Fri, 20 Nov 2026, Shop wrote:\n${"> a\n".repeat(60_000)}`,
    );
    assert.equal(text, "new");
    assert.equal(quoted?.split("\n").length, 60_001);
  });

  const bounce = (text: string) =>
    `From: mailer-daemon@mx.cl\r\nX-Failed-Recipients: a@x.cl\r\n\r\n${text}`;
  for (const piece of ["a", "5.", "5.1", "5.1.", "5.1.1111 "]) {
    it(`is read at once as a bounce of ${JSON.stringify(piece)}`, async () => {
      const request = mimeRequest(bounce(fill(piece)));
      assert.ok((await taken(() => eventsOf(request))) < 2000);
    });
  }

  for (const piece of ["a", "a,", "@", "a@", "to:", "a."]) {
    it(`is read at once as a complaint on ${JSON.stringify(piece)}`, async () => {
      const request = mimeRequest(complaint("x@y.cl", `To: ${fill(piece)}`));
      assert.ok((await taken(() => eventsOf(request))) < 2000);
    });
  }
});

function complaint(messageId: string, to: string): string {
  return [
    "From: abuse@mx.example.org",
    'Content-Type: multipart/report; report-type=feedback-report; boundary="r"',
    "",
    "--r",
    "Content-Type: message/feedback-report",
    "",
    "Feedback-Type: abuse",
    "--r",
    "Content-Type: message/rfc822",
    "",
    `Message-ID: <${messageId}>`,
    to,
    "",
    "Hola",
    "--r--",
    "",
  ].join("\r\n");
}

describe("a complaint", () => {
  const conversationId = "abcdefghij234567klmn";
  const messageId = messageIdFor(
    account,
    { conversationId, messageId: "3f9b2f9e-6f0f-4d8e-9f1b-2f4b5a6c7d8e" },
    account.address,
  );

  it("holds in the conversation alone that its mail of ours proves, whomever it names", async () => {
    const [event] = await eventsOf(mimeRequest(complaint(messageId, "To: <eva@example.org>")));
    assert.ok(event?.type === "consent");
    assert.deepEqual(
      [event.sender.address, event.conversationId],
      ["eva@example.org", conversationId],
    );
  });
});

describe("a large body that nobody has proved to have sent", () => {
  const mailgunKey = "the-key";
  const large = "x".repeat(4_000_000);
  function signed() {
    const [timestamp, token] = [String(Math.floor(now() / 1000)), "b".repeat(50)];
    const hmac = createHmac("sha256", mailgunKey).update(timestamp + token);
    return { timestamp, token, signature: hmac.digest("hex") };
  }
  const proves = (request: Parameters<typeof verify>[0]) => verify(request, { mailgunKey });
  const json = (body: object) => requestTo("mailgun", "application/json", JSON.stringify(body));

  it("is not parsed as an event, which is small", () => {
    assert.equal(proves(json({ signature: signed() })), true);
    assert.equal(proves(json({ signature: signed(), large })), false);
  });

  it("is searched for what is signed where it comes in parts", () => {
    const parts = Object.entries({ "body-plain": large, ...signed() });
    assert.equal(
      proves(
        multipart(
          "mailgun",
          parts.map(([name, content]) => ({ name, content })),
        ),
      ),
      true,
    );
  });

  const posted = (fields: object) => {
    const body = new URLSearchParams({ ...fields }).toString();
    return requestTo("mailgun", "application/x-www-form-urlencoded", body);
  };
  const page = `${large}&token=x&signature=x`;

  it("is searched for what is signed where it comes as a form", () => {
    assert.equal(proves(posted({ ...signed(), "body-mime": page })), true);
    assert.equal(proves(posted({ "body-mime": page, ...signed() })), true);
    assert.equal(proves(posted({ "body-mime": page, ...signed(), token: "x" })), false);
    assert.equal(proves(posted({ "body-mime": page })), false);
  });

  for (const piece of ['name="token"', "&token", "&token=", "--xYzZY\r\n", "a=b&", "[[", '{"a":'])
    it(`is searched at once, whatever it holds: ${JSON.stringify(piece)}`, async () => {
      const body = Buffer.alloc(30_000_000, piece);
      for (const type of [
        "application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=xYzZY",
      ]) {
        const request = { ...requestTo("mailgun", type, ""), rawBody: body };
        assert.ok((await taken(() => proves(request))) < 1000, type);
      }
    });
});

describe("a page in a mail that is more than a screen should read", () => {
  const two = (html: string) =>
    mimeRequest(
      `From: ana@example.org\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\n\r\nHola\r\n--x\r\nContent-Type: text/html\r\n\r\n${html}\r\n--x--`,
    );

  it("is flat where it was nested deep", async () => {
    const [event] = await eventsOf(two(`${"<div>".repeat(500)}Hola`));
    assert.ok(event?.type === "message");
    assert.match(event.mail?.html ?? "", /^(?:<div>){100}(?:<wbr>){400}Hola\s*$/);
  });

  it("is there to be saved where it is too long, beside its text", async () => {
    const [event] = await eventsOf(two(`<p>${"a".repeat(400_000)}</p>`));
    assert.ok(event?.type === "message");
    assert.deepEqual([event.text, event.mail?.html], ["Hola", undefined]);
    assert.deepEqual(
      event.files.map(({ name, size }) => [name, (size ?? 0) > 400_000]),
      [["message.html", true]],
    );
  });
});

describe("a mail of more than a message has room for", () => {
  it("tells in a file whom else it was to", async () => {
    const many = Array.from({ length: 150 }, (_, index) => `a${index}@x.cl`);
    const [event] = await eventsOf(mimeRequest(`From: ana@x.cl\r\nTo: ${many}\r\n\r\nHola`));
    assert.ok(event?.type === "message");
    assert.deepEqual(event.mail?.to, many.slice(0, 100));
    const [file] = event.files;
    assert.equal(file?.name, "recipients.txt");
    assert.equal(
      Buffer.from(file?.bytes ?? []).toString(),
      many.map((one) => `To: ${one}`).join("\n"),
    );
  });

  it("tells in a file which of its files are left out", async () => {
    const part = (index: number) =>
      `--x\r\nContent-Disposition: attachment; filename=${index}.bin\r\n\r\na\r\n`;
    const parts = Array.from({ length: 310 }, (_, index) => part(index)).join("");
    const head = "From: ana@x.cl\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n";
    const [event] = await eventsOf(mimeRequest(`${head}${parts}--x--`));
    assert.ok(event?.type === "message");
    const last = event.files.at(-1);
    assert.deepEqual([event.files.length, last?.name], [301, "files.txt"]);
    assert.match(
      Buffer.from(last?.bytes ?? []).toString(),
      /^300\.bin \(1 bytes\)\n(?:.+\n){8}309\.bin/,
    );
  });
});
