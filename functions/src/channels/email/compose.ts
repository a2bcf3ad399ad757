import { cut } from "@hilo/schema";
import type { OutboundMessage } from "../channel.ts";
import { markFor } from "../mark.ts";
import { loopHeader } from "./machine.ts";
import { tagged } from "./named.ts";
import { loopMark, messageIdFor, replyAddress } from "./thread.ts";

/** The mail that a message becomes, in nodemailer's words. */
export async function compose(message: OutboundMessage) {
  const { from, to, settings, mail } = message;
  const thread = referencesOf(mail);
  const text = message.text.replace(/\r\n?/g, "\n").trimEnd();
  const signature = signatureOf(message);
  return {
    from: { name: settings.senderName ?? "", address: from },
    to: { name: "", address: to },
    replyTo: replyToOf(message),
    subject: subjectOf(message),
    messageId: `<${messageIdFor(message, message, from)}>`,
    ...(mail?.inReplyTo ? { inReplyTo: `<${mail.inReplyTo}>` } : {}),
    ...(thread.length > 0 ? { references: thread.map((id) => `<${id}>`).join(" ") } : {}),
    headers: {
      [loopHeader]: loopMark(message),
      ...byMachine(message),
      ...serviceHeaders(message),
    },
    text: plainOf(text, signature),
    html: htmlOf(text, signature),
    attachments: await attachmentsOf(message),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Has other machines leave it unanswered (RFC 3834, 5, and Exchange's own). */
function byMachine({ automatic, mail }: OutboundMessage): Record<string, string> {
  if (!automatic) return {};
  const submitted = mail?.inReplyTo ? "auto-replied" : "auto-generated";
  return { "Auto-Submitted": submitted, "X-Auto-Response-Suppress": "All" };
}

function subjectOf(message: OutboundMessage): string {
  const subject = wordsOf(message);
  return message.settings.subjectTag === "on" ? tagged(subject, message.conversationId) : subject;
}

/** An answer keeps the subject of what it answers; a new mail without one takes its first line. */
function wordsOf({ mail, text, author }: OutboundMessage): string {
  const subject = mail?.subject.replace(/\s+/g, " ").trim() ?? "";
  if (mail?.inReplyTo && !/^(re|aw|sv|antw|rv)\s*:/i.test(subject)) return `Re: ${subject}`.trim();
  return subject || cut(text.trim().split("\n")[0] ?? "", 78) || author;
}

const mostReferences = 20;

/** The thread, oldest first, trimmed in the middle (RFC 5322 wants the first and the last ones). */
export function referencesOf(mail: OutboundMessage["mail"]): string[] {
  const { references = [], inReplyTo } = mail ?? {};
  const before = references.filter((id) => id !== inReplyTo && isMessageId(id));
  const all = inReplyTo && isMessageId(inReplyTo) ? [...before, inReplyTo] : before;
  const [first] = all;
  if (first === undefined || all.length <= mostReferences) return all;
  return [first, ...all.slice(1 - mostReferences)];
}

/** What a header can hold as it is. */
function isMessageId(id: string): boolean {
  return /^[^\s<>]{3,500}$/.test(id);
}

function replyToOf(message: OutboundMessage): string {
  const { conversationId, from: address, settings } = message;
  const at = settings.inboundAddress || address;
  return settings.replyToken === "off"
    ? at
    : replyAddress(message, { conversationId, address, at });
}

/** The writer's name above what the business puts below every mail. */
function signatureOf({ author, settings }: OutboundMessage): string {
  return [author, settings.signature ?? ""]
    .map((part) => part.replace(/\r\n?/g, "\n").trim())
    .filter(Boolean)
    .join("\n");
}

/** `-- ` begins a signature (RFC 3676, 4.3). */
function plainOf(text: string, signature: string): string {
  return signature ? `${text}\n\n-- \n${signature}\n` : `${text}\n`;
}

const style =
  "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:15px;line-height:1.5;color:#1f2328";

/** The same words as HTML: nothing in them is markup. */
export function htmlOf(text: string, signature: string): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((part) => `<p style="margin:0 0 1em">${lines(part)}</p>`);
  const below = signature
    ? `<p style="margin:1.5em 0 0;color:#59636e">${lines(signature)}</p>`
    : "";
  return `<!doctype html><html><body><div style="${style}">${paragraphs.join("")}${below}</div></body></html>`;
}

function lines(text: string): string {
  return escaped(text).replace(/\n/g, "<br>");
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

async function attachmentsOf({ files }: OutboundMessage) {
  return Promise.all(
    files.map(async (file) => ({
      filename: file.name,
      content: await file.read(),
      contentType: file.type,
      contentDisposition: "attachment",
    })),
  );
}

/**
 * What has a mail service give our ids back with its events, and leave the Message-ID as it is.
 * @see https://www.twilio.com/docs/sendgrid/for-developers/sending-email/unique-arguments,
 * https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/send-smtp and
 * https://postmarkapp.com/developer/user-guide/send-email-with-smtp
 */
export function serviceHeaders(message: OutboundMessage) {
  const { conversationId, messageId, settings } = message;
  const host = (settings.smtpHost ?? "").toLowerCase();
  const mark = markFor(message, message);
  const ids = { hilo_conversation: conversationId, hilo_message: messageId, hilo_mark: mark };
  if (host.endsWith("sendgrid.net")) return { "X-SMTPAPI": asItIs({ unique_args: ids }) };
  if (host.endsWith("mailgun.org")) return { "X-Mailgun-Variables": asItIs(ids) };
  if (!host.endsWith("postmarkapp.com")) return {};
  return {
    "X-PM-KeepID": "true",
    "X-PM-Metadata-hilo-conversation": conversationId,
    "X-PM-Metadata-hilo-message": messageId,
    "X-PM-Metadata-hilo-mark": mark,
  };
}

/** JSON on one line, which no mail service would read from encoded words. */
function asItIs(value: object) {
  return { prepared: true, value: JSON.stringify(value) };
}
