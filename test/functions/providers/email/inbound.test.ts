import assert from "node:assert/strict";
import { InboundEvent, type MessageEvent } from "@hilo/schema";
import fc from "fast-check";
import {
  eventsOf,
  fixture,
  mail,
  mimeRequest,
  multipart,
  requestOf,
  requestTo,
  sample,
  samples,
} from "./samples.ts";

async function messageOf(request: ReturnType<typeof requestTo>): Promise<MessageEvent> {
  const [event, ...others] = await eventsOf(request);
  assert.deepEqual(others, []);
  assert.equal(event?.type, "message");
  return event as MessageEvent;
}

const types: Record<string, string[]> = {
  "message.inbound": ["message"],
  auto_reply: ["message"],
  complaint: ["account"],
  bounce: ["status", "ignored"],
  "message.status": ["ignored", "consent"],
};

describe("reading mail", () => {
  for (const one of samples) {
    it(`reads ${one.event}`, async () => {
      const events = await eventsOf(requestOf(one));
      assert.ok(events.length > 0);
      for (const event of events)
        assert.ok(types[one.kind]?.includes(InboundEvent.parse(event).type), event.type);
    });
  }

  for (const event of [
    "sendgrid_inbound",
    "sendgrid_inbound_raw",
    "mailgun_inbound",
    "postmark_inbound_attachment",
  ]) {
    it(`tells who wrote what to whom in ${event}`, async () => {
      const message = await messageOf(requestOf(sample(event)));
      assert.deepEqual(message.sender, {
        address: "ana@example.org",
        email: "ana@example.org",
        name: "Ana Souza",
      });
      assert.equal(message.text, "Thanks!");
      assert.equal(message.externalId, "CA+1@mail.example.org");
      assert.equal(message.mail?.subject, "Re: [#42] Order");
      assert.deepEqual(message.mail?.to, ["support+t_abc123@in.example.com"]);
      assert.deepEqual(message.mail?.references, [
        "msg_01H@app.example.com",
        "msg_01J@app.example.com",
      ]);
      assert.equal(message.replyTo, "msg_01J@app.example.com");
    });
  }

  it("reads Postmark's own test mail, in parts and whole", async () => {
    for (const name of [
      "postmark-inbound-test-payload",
      "postmark-inbound-test-payload-with-raw",
    ]) {
      const body = JSON.stringify(fixture(`${name}.json`));
      const message = await messageOf(requestTo("postmark", "application/json", body));
      assert.equal(message.sender.address, "replyto@example.com");
      assert.match(message.mail?.subject ?? "", /Test subject/);
      assert.match(message.text, /test text body/);
      assert.ok(message.files.every((file) => (file.bytes?.length ?? 0) > 0));
    }
  });

  it("keeps files with their bytes, and knows which are shown inside the text", async () => {
    const { files } = await messageOf(requestOf(sample("sendgrid_inbound_attachments")));
    assert.deepEqual(
      files.map(({ name, type, size, contentId }) => [name, type, size, contentId]),
      [
        ["a.pdf", "application/pdf", 3, undefined],
        ["image.png", "image/png", 3, "abc123"],
      ],
    );
    const mailgun = await messageOf(requestOf(sample("mailgun_inbound_attachments")));
    assert.equal(mailgun.files[0]?.contentId, "abc123");
    assert.equal(Buffer.from(mailgun.files[0]?.bytes ?? []).toString(), "xxx");
  });

  it("takes an invitation for what it is", async () => {
    const { files, kind } = await messageOf(requestOf(sample("mime_calendar_invite")));
    assert.equal(kind, "document");
    assert.deepEqual(
      files.map(({ name, type }) => [name, type]),
      [["invite.ics", "text/calendar"]],
    );
  });

  it("reads every field in its own charset", async () => {
    const message = await messageOf(
      multipart("sendgrid", [
        {
          name: "headers",
          content: "Message-ID: <1@x.cl>\nFrom: =?utf-8?q?Rodrigo_Mu=C3=B1oz?= <R.Munoz@X.cl>",
        },
        { name: "subject", content: Buffer.from("Cotización", "latin1") },
        { name: "text", content: Buffer.from("Señor, ¿cuánto?", "latin1") },
        { name: "html", content: "<p>Señor</p>" },
        {
          name: "charsets",
          content: '{"subject":"iso-8859-1","text":"windows-1252","html":"UTF-8"}',
        },
      ]),
    );
    assert.deepEqual(message.sender, {
      address: "r.munoz@x.cl",
      email: "r.munoz@x.cl",
      name: "Rodrigo Muñoz",
    });
    assert.equal(message.mail?.subject, "Cotización");
    assert.equal(message.text, "Señor, ¿cuánto?");
    assert.equal(message.mail?.html, "<p>Señor</p>");
  });

  it("does not lose a text whose charset is told wrongly", async () => {
    const message = await messageOf(
      multipart("sendgrid", [
        { name: "from", content: "a@b.cl" },
        { name: "text", content: Buffer.from("año", "latin1") },
        { name: "charsets", content: '{"text":"klingon"}' },
      ]),
    );
    assert.equal(message.text, "año");
  });

  it("makes a text of a mail that is HTML only", async () => {
    const html = "<style>p{}</style><h1>Hola</h1><p>Quiero <b>dos</b> cajas.</p><img src='cid:a'>";
    const message = await messageOf(
      mimeRequest(mail({ "Content-Type": "text/html; charset=utf-8" }, html)),
    );
    assert.equal(message.text, "Hola\n\nQuiero dos cajas.");
    assert.equal(message.mail?.html?.trim(), html);
  });

  it("keeps a text too long for a message as a file beside its beginning", async () => {
    const text = "palabra ".repeat(20_000);
    const message = await messageOf(mimeRequest(mail({}, text)));
    assert.ok(message.text.length < 70_000);
    assert.equal(message.files[0]?.name, "message.txt");
    assert.ok((message.files[0]?.size ?? 0) > 150_000);
  });

  it("knows the same mail by its content when it has no Message-ID", async () => {
    const nameless = (text: string) => mimeRequest(mail({ "Message-ID": "" }, text));
    const [first, again, other] = await Promise.all(
      ["uno", "uno", "dos"].map((text) => messageOf(nameless(text))),
    );
    assert.match(first?.externalId ?? "", /^[0-9a-f]{64}$/);
    assert.equal(first?.externalId, again?.externalId);
    assert.notEqual(first?.externalId, other?.externalId);
  });

  it("believes no clock that is far off", async () => {
    const future = new Date(Date.now() + 86_400_000).toUTCString();
    assert.equal((await messageOf(mimeRequest(mail({ Date: future })))).at, null);
    const past = "Mon, 01 Jan 2001 00:00:00 +0000";
    assert.equal((await messageOf(mimeRequest(mail({ Date: past })))).at, null);
  });

  it("keeps what nobody could answer for a person to look at", async () => {
    for (const From of ["", "nobody", `${"a".repeat(320)}@x.cl`]) {
      const [event] = await eventsOf(mimeRequest(mail({ From })));
      assert.equal(event?.type, "unsupported", From);
    }
  });

  it("never throws, whatever comes", async () => {
    const bodies = fc.oneof(
      fc.uint8Array(),
      fc.json().map((json) => Buffer.from(json)),
    );
    const kinds = fc.constantFrom(
      "application/json",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "multipart/form-data",
      "",
    );
    const services = fc.constantFrom("sendgrid", "mailgun", "postmark", "other");
    await fc.assert(
      fc.asyncProperty(bodies, kinds, services, async (body, kind, service) => {
        const events = await eventsOf(requestTo(service, kind, Buffer.from(body)));
        for (const event of events) InboundEvent.parse(event);
      }),
      { numRuns: 300 },
    );
  });

  it("never throws on a mail of any bytes", async () => {
    const mails = fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom(
          "From: a@b.cl\r\n",
          "\r\n",
          "--x",
          "Content-Type: multipart/mixed; boundary=x\r\n",
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(mails, async (parts) => {
        const events = await eventsOf(mimeRequest(parts.join("")));
        for (const event of events) InboundEvent.parse(event);
      }),
      { numRuns: 200 },
    );
  });
});
