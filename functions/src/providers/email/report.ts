import { type InboundEvent, longestAddress, type OurIds, type StatusEvent } from "@hilo/schema";
import type { Account } from "../adapter.ts";
import { explainWith } from "./errors.ts";
import { firstOf } from "./headers.ts";
import type { Letter } from "./letter.ts";
import type { LetterFile } from "./letter-file.ts";
import { idsIn, messageIdsIn } from "./thread.ts";

type Fields = Record<string, string>;

/** The fields of a report's part, by block: of the message, then of each recipient. */
export function blocksOf(file: LetterFile): Fields[] {
  const text = Buffer.from(file.bytes.subarray(0, longest)).toString("utf8");
  return text
    .replace(/\r\n/g, "\n")
    .replace(/\n[ \t]+/g, " ")
    .split(/\n\s*\n/)
    .map((block) =>
      Object.fromEntries(
        block
          .split("\n")
          .map(fieldOf)
          .filter(([name]) => name),
      ),
    )
    .filter((fields) => Object.keys(fields).length > 0);
}

const longest = 200_000;

function fieldOf(line: string): [string, string] {
  const at = line.indexOf(":");
  return at < 1 ? ["", ""] : [line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()];
}

/** The message of ours that a report is about, by the mail it returns, its own thread, or its words. */
export function subjectOf(
  account: Account,
  letter: Letter,
): { named: string; ids?: OurIds } | undefined {
  const returned = letter.files.filter(({ type }) => /rfc822|global/.test(type)).map(textOf);
  const thread = [firstOf(letter.headers, "in-reply-to"), firstOf(letter.headers, "references")];
  for (const text of [...returned, ...thread, letter.text.slice(0, longest)]) {
    const ours = idsIn(account, text);
    if (ours) return ours;
  }
  const foreign = returned.map((text) => /^message-id:\s*<?([^<>\s]+)/im.exec(text)?.[1]);
  const named = foreign.find(Boolean) ?? messageIdsIn(thread[0] ?? "")[0];
  return named ? { named } : undefined;
}

export function textOf({ bytes }: LetterFile): string {
  return Buffer.from(bytes.subarray(0, longest)).toString("utf8");
}

/**
 * What a delivery report says (RFC 3464), or undefined when the letter is none.
 * Mails that were delayed only are of no consequence: a mail system goes on trying for days.
 */
export function deliveryEvents(account: Account, letter: Letter): InboundEvent[] | undefined {
  const recipients = recipientsOf(letter);
  if (!recipients) return undefined;
  const about = subjectOf(account, letter);
  return recipients.map((fields) => eventOf(fields, about));
}

/** The blocks of the recipients; a bounce of the old kind names them in a header. */
function recipientsOf(letter: Letter): Fields[] | undefined {
  const part = letter.files.find(({ type }) => /^message\/(global-)?delivery-status$/.test(type));
  if (part) return blocksOf(part).filter((fields) => fields.action || fields.status);
  const failed = firstOf(letter.headers, "x-failed-recipients");
  if (!failed) return undefined;
  const diagnostic = lineWithCode(letter.text.slice(0, longest));
  const action = "failed";
  return [{ action, "final-recipient": failed.split(",")[0] ?? "", "diagnostic-code": diagnostic }];
}

/** What stands on one line around an enhanced status code, such as 5.1.1: whole characters, the code among them. */
function lineWithCode(text: string): string {
  return /.{0,100}\b[45]\.\d{1,3}\.\d{1,3}\b.{0,100}/u.exec(text)?.[0] ?? "";
}

function eventOf(fields: Fields, about: ReturnType<typeof subjectOf>): InboundEvent {
  const action = (fields.action ?? "").toLowerCase();
  const code = fields.status?.split(" ")[0] ?? "";
  if (action === "delayed" || code.startsWith("4"))
    return { type: "ignored", reason: "A mail system is still trying to deliver" };
  const done = ["delivered", "relayed", "expanded"].includes(action) || code.startsWith("2");
  const address = addressOf(fields["final-recipient"] ?? fields["original-recipient"] ?? "");
  const error = explainWith(code, addressless(fields["diagnostic-code"] ?? ""));
  return reported(about, address, done ? { status: "delivered" } : { status: "failed", error });
}

function reported(
  about: ReturnType<typeof subjectOf>,
  address: string,
  outcome: Pick<StatusEvent, "status" | "error">,
): InboundEvent {
  if (!about)
    return {
      type: "account",
      level: "warning",
      code: "bounce",
      text: `A mail to ${address || "somebody"} came back: ${outcome.error?.message ?? ""}`.slice(
        0,
        500,
      ),
    };
  const { named, ids } = about;
  return {
    type: "status",
    externalId: named.slice(0, 300),
    at: null,
    ...outcome,
    ...(ids ? { message: ids } : {}),
    ...(address && address.length <= longestAddress
      ? { sender: { address }, recipient: address }
      : {}),
  };
}

/** `rfc822; ana@example.org` → `ana@example.org`. */
export function addressOf(field: string): string {
  return field
    .replace(/^[\w-]+\s*;/, "")
    .replace(/[<>]/g, "")
    .trim()
    .toLowerCase();
}

/** `smtp; 550 5.1.1 no such user` → `550 5.1.1 no such user`. */
function addressless(diagnostic: string): string {
  return diagnostic.replace(/^[\w-]+\s*;/, "").trim();
}

/** A complaint that an e-mail provider passes on (RFC 5965), or undefined when the letter is none. */
export function complaintEvents(account: Account, letter: Letter): InboundEvent[] | undefined {
  const part = letter.files.find(({ type }) => type === "message/feedback-report");
  if (!part) return undefined;
  const fields = Object.assign({}, ...blocksOf(part)) as Fields;
  if (fields["feedback-type"] === "not-spam")
    return [{ type: "ignored", reason: "Somebody takes our mail for good" }];
  const about = subjectOf(account, letter);
  const address = complainant(fields, letter);
  // Anybody can write a complaint: only the mail itself proves that it went to whom it names.
  if (!about?.ids || !address) return [complained(address)];
  const externalId = `complaint:${about.named}`.slice(0, 300);
  const { conversationId } = about.ids;
  return [
    { type: "consent", externalId, at: null, sender: { address }, consent: "stop", conversationId },
  ];
}

function complainant(fields: Fields, letter: Letter): string {
  const returned = letter.files.filter(({ type }) => /rfc822/.test(type)).map(textOf);
  const named = addressOf(fields["original-rcpt-to"] ?? "");
  // Of a mail with copies it may be anybody who complains.
  if (returned.some((text) => /^cc:/im.test(headOf(text)))) return named;
  const to = returned.map((text) => {
    const line = /^to:[^\n]{0,1000}/im.exec(text)?.[0] ?? "";
    return line.split(/[\s<>"',;:]+/).find((word) => /^[^@]{1,100}@[^@]{1,200}$/.test(word));
  });
  return to.find(Boolean) ? addressOf(to.find(Boolean) ?? "") : named;
}

function headOf(mail: string): string {
  return mail.slice(0, Math.max(mail.search(/\r?\n\r?\n/), 0)) || mail;
}

function complained(address: string): InboundEvent {
  const who = address || "Somebody";
  const text = `${who} reported a mail of this address as unwanted; which one, the report does not prove.`;
  return { type: "account", level: "warning", code: "complaint", text: text.slice(0, 500) };
}
