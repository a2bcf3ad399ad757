import assert from "node:assert/strict";
import type { InboundEvent } from "@hilo/schema";
import { messageIdFor } from "../../../../functions/src/providers/email/thread.ts";
import { proofFor } from "../../../../functions/src/providers/message-proof.ts";
import { account, eventsOf, mimeRequest, requestTo, sample } from "./samples.ts";

const ids = {
  conversationId: "abcdefghij234567klmn",
  messageId: "3f9b2f9e-6f0f-4d8e-9f1b-2f4b5a6c7d8e",
};
const messageId = messageIdFor(account, ids, account.address);
const mark = proofFor(account, ids);

/** A delivery report (RFC 3464) on the mail of that id. */
function report(id: string, fields: string[], { type = "message/rfc822" } = {}): string {
  return [
    "From: Mail Delivery Subsystem <mailer-daemon@mx.example.org>",
    "To: hola@hilo.test",
    "Return-Path: <>",
    "Subject: Undelivered",
    "Message-ID: <dsn@mx.example.org>",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
    "",
    "--r",
    "Content-Type: text/plain",
    "",
    "It could not be delivered.",
    "--r",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example.org",
    "",
    ...fields,
    "--r",
    `Content-Type: ${type}`,
    "",
    `Message-ID: <${id}>`,
    "To: Ana <ana@example.org>",
    "Subject: Hola",
    "",
    "Hola",
    "--r--",
    "",
  ].join("\r\n");
}

async function read(mime: string): Promise<InboundEvent | undefined> {
  return (await eventsOf(mimeRequest(mime)))[0];
}

describe("reports on our mails", () => {
  const outcomes: [string, string[], string, string?, string?][] = [
    [
      "a mailbox that is not there",
      ["Action: failed", "Status: 5.1.1"],
      "failed",
      "5.1.1",
      "badAddress",
    ],
    ["a full mailbox", ["Action: failed", "Status: 5.2.2"], "failed", "5.2.2", "unreachable"],
    [
      "a diagnostic that tells more than the status",
      [
        "Action: failed",
        "Status: 5.0.0",
        "Diagnostic-Code: smtp; 550-5.7.26 This mail is",
        " unauthenticated",
      ],
      "failed",
      "5.7.26",
      "configuration",
    ],
    ["a report of success", ["Action: delivered", "Status: 2.0.0"], "delivered"],
  ];
  for (const type of ["message/rfc822", "text/rfc822-headers"]) {
    for (const [name, fields, status, code, reason] of outcomes) {
      it(`reads ${name}, with ${type}`, async () => {
        const event = await read(
          report(messageId, ["Final-Recipient: rfc822; Ana@example.org", ...fields], { type }),
        );
        assert.equal(event?.type, "status");
        assert.deepEqual(event.type === "status" && event.message, { ...ids, mark });
        assert.equal(event.type === "status" && event.status, status);
        assert.equal(event.type === "status" && event.externalId, messageId);
        assert.equal(event.type === "status" && event.error?.code, code);
        assert.equal(event.type === "status" && event.error?.reason, reason);
      });
    }
  }

  it("is not worried by a mail system that goes on trying", async () => {
    const event = await read(
      report(messageId, ["Final-Recipient: rfc822; a@x.cl", "Action: delayed", "Status: 4.4.1"]),
    );
    assert.equal(event?.type, "ignored");
  });

  it("does not fail a message of ours that a report only pretends to name", async () => {
    const forged = messageId.replace("3f9b", "4f9b");
    const event = await read(
      report(forged, ["Final-Recipient: rfc822; a@x.cl", "Action: failed", "Status: 5.1.1"]),
    );
    assert.equal(event?.type === "status" && event.message, undefined);
  });

  it("reads the bounces of mail servers that send no report", async () => {
    const event = await read(
      [
        "From: Mail Delivery System <Mailer-Daemon@mx.cl>",
        "X-Failed-Recipients: ana@example.org",
        "Auto-Submitted: auto-replied",
        "",
        "  ana@example.org",
        "    host mx.cl: 550 5.2.1 disabled",
        `Message-ID: <${messageId}>`,
      ].join("\r\n"),
    );
    assert.deepEqual(event?.type === "status" && event.message, { ...ids, mark });
    assert.equal(event?.type === "status" && event.error?.code, "5.2.1");
  });

  it("finds the code of an old bounce in a long line, and keeps its characters whole", async () => {
    const around = "😀".repeat(400);
    const event = await read(
      [
        "From: Mail Delivery System <Mailer-Daemon@mx.cl>",
        "X-Failed-Recipients: ana@example.org",
        "Content-Type: text/plain; charset=utf-8",
        "",
        `${around} 550 5.2.1 disabled ${around}`,
        `Message-ID: <${messageId}>`,
      ].join("\r\n"),
    );
    const error = event?.type === "status" ? event.error : undefined;
    assert.equal(error?.code, "5.2.1");
    assert.match(error?.message ?? "", /disabled/);
    assert.ok(error?.message.isWellFormed());
  });

  it("tells an administrator of a bounce that names no mail", async () => {
    const [event] = await eventsOf(
      mimeRequest("From: mailer-daemon@mx.cl\r\nX-Failed-Recipients: a@x.cl\r\n\r\n5.1.1 no\r\n"),
    );
    assert.equal(event?.type === "account" && event.code, "bounce");
  });

  const arf = (id: string, kind = "abuse") =>
    report(id, [])
      .replace("message/delivery-status", "message/feedback-report")
      .replace("report-type=delivery-status", "report-type=feedback-report")
      .replace("Reporting-MTA: dns; mx.example.org", `Feedback-Type: ${kind}\r\nVersion: 1`);

  it("stops writing to who complains, once the complaint proves that it is about a mail of ours", async () => {
    const event = await read(arf(messageId));
    assert.deepEqual(event?.type === "consent" && [event.sender.address, event.consent], [
      "ana@example.org",
      "stop",
    ]);
    assert.ok(
      event?.type === "consent" && event.conversationId,
      "it holds in no other conversation",
    );
    const forged = await read(arf("x@y.cl"));
    assert.equal(forged?.type === "account" && forged.code, "complaint");
    assert.equal((await read(arf(messageId, "not-spam")))?.type, "ignored");
  });
});

describe("events of the mail services", () => {
  const own = {
    hilo_conversation: ids.conversationId,
    hilo_message: ids.messageId,
    hilo_mark: mark,
  };
  const at = 1_795_180_744;
  const mailgun = (data: object) => ({ signature: {}, "event-data": { timestamp: at, ...data } });
  const message = { headers: { "message-id": messageId } };
  const Metadata = {
    "hilo-conversation": ids.conversationId,
    "hilo-message": ids.messageId,
    "hilo-mark": mark,
  };
  const rows: [string, string, unknown, string, string?][] = [
    [
      "sendgrid",
      "processed",
      [{ event: "processed", "smtp-id": `<${messageId}>`, timestamp: at }],
      "sent",
    ],
    ["sendgrid", "delivered", [{ event: "delivered", ...own }], "delivered"],
    [
      "sendgrid",
      "bounce",
      [{ event: "bounce", ...own, status: "5.1.1", reason: "no" }],
      "failed",
      "5.1.1",
    ],
    [
      "sendgrid",
      "dropped",
      [{ event: "dropped", ...own, reason: "Bounced Address" }],
      "failed",
      "dropped",
    ],
    ["mailgun", "delivered", mailgun({ event: "delivered", message }), "delivered"],
    [
      "mailgun",
      "failed for good",
      mailgun({
        event: "failed",
        severity: "permanent",
        message,
        "delivery-status": { code: 550, message: "5.1.1 none" },
      }),
      "failed",
      "5.1.1",
    ],
    [
      "mailgun",
      "rejected",
      mailgun({ event: "rejected", "user-variables": { ...own } }),
      "failed",
      "rejected",
    ],
    [
      "postmark",
      "Delivery",
      { RecordType: "Delivery", DeliveredAt: "2026-11-20T13:19:04Z", Metadata },
      "delivered",
    ],
    [
      "postmark",
      "HardBounce",
      { RecordType: "Bounce", Type: "HardBounce", Metadata },
      "failed",
      "5.1.1",
    ],
  ];
  for (const [service, name, body, status, code] of rows) {
    it(`reads ${service}'s ${name}`, async () => {
      const [event] = await eventsOf(requestTo(service, "application/json", JSON.stringify(body)));
      assert.equal(event?.type, "status");
      assert.deepEqual(event.type === "status" && event.message, { ...ids, mark });
      assert.equal(event.type === "status" && event.status, status);
      assert.equal(event.type === "status" && event.error?.code, code);
    });
  }

  const others: [string, string, unknown, InboundEvent["type"]][] = [
    ["sendgrid", "a foreign mail", sample("sendgrid_events").body, "ignored"],
    [
      "sendgrid",
      "a complaint",
      [{ event: "spamreport", email: "A@x.cl", sg_event_id: "1" }],
      "consent",
    ],
    ["sendgrid", "an unknown event", [{ event: "teleported" }], "unsupported"],
    ["sendgrid", "no list", {}, "unsupported"],
    [
      "mailgun",
      "a failure for now",
      mailgun({ event: "failed", severity: "temporary", message }),
      "ignored",
    ],
    ["mailgun", "a complaint", mailgun({ event: "complained", recipient: "a@x.cl" }), "consent"],
    ["mailgun", "an unknown event", mailgun({ event: "teleported" }), "unsupported"],
    ["postmark", "a delivery elsewhere", sample("postmark_delivery").body, "ignored"],
    ["postmark", "a complaint", { RecordType: "SpamComplaint", Email: "a@x.cl" }, "consent"],
    ["postmark", "an unknown event", { RecordType: "Teleport" }, "unsupported"],
    ["postmark", "neither mail nor event", {}, "unsupported"],
  ];
  for (const [service, name, body, type] of others) {
    it(`takes ${service}'s ${name} as ${type}`, async () => {
      const [event] = await eventsOf(requestTo(service, "application/json", JSON.stringify(body)));
      assert.equal(event?.type, type);
    });
  }
});
