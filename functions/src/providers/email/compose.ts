import { cut } from "@hilo/schema";
import type { OutboundMessage } from "../adapter.ts";
import { proofFor } from "../message-proof.ts";
import { bodyOf, contentIdOf } from "./body.ts";
import { loopHeader } from "./machine.ts";
import { tagged } from "./named.ts";
import { addresseeMark, loopMark, messageIdFor, replyAddress } from "./thread.ts";

/** The mail that a message becomes, in nodemailer's words. */
export async function compose(message: OutboundMessage) {
  const { from, to, settings, mail } = message;
  const thread = referencesOf(mail);
  const body = await bodyOf(message);
  return {
    from: { name: settings.senderName ?? "", address: from },
    to: { name: "", address: to },
    // Who gets a hidden copy stands in the envelope alone.
    cc: (mail?.cc ?? []).map((address) => ({ name: "", address })),
    replyTo: replyToOf(message),
    subject: subjectOf(message),
    messageId: `<${messageIdFor(message, message, from)}>`,
    ...(mail?.inReplyTo ? { inReplyTo: `<${mail.inReplyTo}>` } : {}),
    ...(thread.length > 0 ? { references: thread.map((id) => `<${id}>`).join(" ") } : {}),
    headers: {
      [loopHeader]: loopMark(message),
      ...byMachine(message),
      ...stopHeaders(message),
      ...serviceHeaders(message),
    },
    ...body,
    attachments: await attachmentsOf(message, body.html),
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

/** Has mail programs offer a way to have no more (RFC 8058). */
function stopHeaders({ unseen }: OutboundMessage): Record<string, string> {
  if (!unseen) return {};
  return {
    "List-Unsubscribe": `<${unseen.stopUrl}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
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
  if (settings.replyToken === "off") return at;
  const only = message.unseen ? { only: message.to } : {};
  return replyAddress(message, { conversationId, address, at, ...only });
}

/** A file that the HTML shows goes with it (RFC 2387), the others beside it. */
async function attachmentsOf({ files, from }: OutboundMessage, html: string) {
  return Promise.all(
    files.map(async ({ name, type, contentId, read }) => {
      const cid = contentId === undefined ? "" : contentIdOf(contentId, from);
      const isShown = cid !== "" && html.includes(`src="cid:${cid}"`);
      return {
        filename: name,
        content: await read(),
        contentType: type,
        contentDisposition: isShown ? "inline" : "attachment",
        ...(isShown ? { cid } : {}),
      };
    }),
  );
}

/**
 * What has a mail service give our ids back with its events, and leave the Message-ID as it is.
 * @see https://www.twilio.com/docs/sendgrid/for-developers/sending-email/unique-arguments,
 * https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/send-smtp and
 * https://postmarkapp.com/developer/user-guide/send-email-with-smtp
 */
export function serviceHeaders(message: OutboundMessage) {
  const { conversationId, messageId, settings, to } = message;
  const host = (settings.smtpHost ?? "").toLowerCase();
  const mark = proofFor(message, message);
  const ids = {
    hilo_conversation: conversationId,
    hilo_message: messageId,
    hilo_mark: mark,
    hilo_to: addresseeMark(to),
  };
  if (host.endsWith("sendgrid.net")) return { "X-SMTPAPI": asItIs({ unique_args: ids }) };
  if (host.endsWith("mailgun.org")) return { "X-Mailgun-Variables": asItIs(ids) };
  if (!host.endsWith("postmarkapp.com")) return {};
  return {
    "X-PM-KeepID": "true",
    "X-PM-Metadata-hilo-conversation": conversationId,
    "X-PM-Metadata-hilo-message": messageId,
    "X-PM-Metadata-hilo-mark": mark,
    "X-PM-Metadata-hilo-to": addresseeMark(to),
  };
}

/** JSON on one line, which no mail service would read from encoded words. */
function asItIs(value: object) {
  return { prepared: true, value: JSON.stringify(value) };
}
