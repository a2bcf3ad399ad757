import { randomUUID } from "node:crypto";
import type { EntryStatus } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import type { Webhook } from "../../wire/webhook.ts";
import { mailbox } from "./account.ts";
import { type Proof, sendgridCall } from "./bring.ts";
import { failures } from "./failures.ts";
import type { Arrived } from "./mailboxes.ts";

/** What becomes of a mail: the service's events say that it left and arrived, a delivery report that it came back. */
export function report(
  world: World,
  mail: Arrived,
  status: EntryStatus,
  code: string | null,
): Promise<Webhook> {
  const note = `${status} · ${mail.id}`;
  return status === "failed"
    ? sendgridCall(world, { body: bounce(mail, code ?? "5.0.0") }, note)
    : eventCall(world, eventOf(mail, status), note);
}

/** A customer's mail program reported our mail as spam. */
export function spamReport(world: World, email: string, proof: Proof): Promise<Webhook> {
  return eventCall(world, { ...base(email), event: "spamreport" }, `spamreport · ${email}`, proof);
}

function eventCall(world: World, event: object, note: string, proof?: Proof): Promise<Webhook> {
  const body = JSON.stringify([event]);
  return sendgridCall(world, { body, type: "application/json" }, note, proof);
}

function base(email: string) {
  return {
    email,
    timestamp: Math.floor(Date.now() / 1000),
    sg_event_id: randomUUID(),
    sg_message_id: randomUUID(),
  };
}

function eventOf(mail: Arrived, status: EntryStatus): object {
  const event = status === "delivered" ? "delivered" : "processed";
  return {
    ...base(mail.to),
    "smtp-id": `<${mail.id}>`,
    event,
    ...(event === "delivered" && { response: "250 OK" }),
  };
}

/** A delivery report (RFC 3464), as the recipient's mail server sends it to our address. */
function bounce(mail: Arrived, code: string): FormData {
  const form = new FormData();
  const words = failures[code]?.message ?? "Delivery failed";
  const boundary = randomUUID();
  const lines = [
    `From: Mail Delivery Subsystem <mailer-daemon@mx.ejemplo.cl>`,
    `To: ${mailbox.address}`,
    "Return-Path: <>",
    "Subject: Undelivered Mail Returned to Sender",
    `Message-ID: <${randomUUID()}@mx.ejemplo.cl>`,
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    `Your mail to ${mail.to} could not be delivered: ${words}`,
    `--${boundary}`,
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.ejemplo.cl",
    "",
    `Final-Recipient: rfc822; ${mail.to}`,
    "Action: failed",
    `Status: ${/^\d\.\d+\.\d+$/.test(code) ? code : "5.0.0"}`,
    `Diagnostic-Code: smtp; ${failures[code]?.reply ?? 550} ${code} ${words}`,
    `--${boundary}`,
    "Content-Type: text/rfc822-headers",
    "",
    `Message-ID: <${mail.id}>`,
    `To: ${mail.to}`,
    `Subject: ${mail.subject.replace(/[^\x20-\x7e]/g, "?")}`,
    `--${boundary}--`,
    "",
  ];
  form.set("email", lines.join("\r\n"));
  form.set("to", mailbox.address);
  form.set("envelope", JSON.stringify({ to: [mailbox.address], from: "" }));
  return form;
}
