import { isDeepStrictEqual } from "node:util";
import type { Message } from "@hilo/schema";
import { AppError } from "../platform/errors.ts";
import { attachmentsOf, type Draft } from "./draft.ts";
import type { DraftMail } from "./sent-mail.ts";

/** The same messageId again asks for the same message: another one under it would be lost without a word. Throws `conflict`. */
export function refuseOther(known: Message | undefined, draft: Draft): void {
  const { kind, text, template, location, cards, options, subject, replyTo } = draft;
  const fileIds = attachmentsOf(draft).map(({ id }) => id);
  const quoted = replyTo?.id;
  // What a template says, its files and its buttons follow from its variables.
  const said = kind === "template" ? {} : { text, fileIds, options };
  const asked = { direction: "outbound", kind, template, location, cards, quoted, ...said };
  const isNamed = subject === undefined || known?.mail?.subject === subject;
  const isAsked = known !== undefined && isSame(asked, saidBy(known));
  refuseUnless(isNamed && isAsked && isSameMail(draft.mail, known?.mail));
}

/** What was passed on may have changed since: it is the same by its id. */
function isSameMail(asked: Draft["mail"], known: Message["mail"]): boolean {
  return isDeepStrictEqual(plain(mailIn(asked)), plain(mailIn(known)));
}

function mailIn(mail: Pick<DraftMail, "cc" | "bcc" | "html" | "forwards"> | undefined) {
  const { cc = [], bcc = [], html = "", forwards } = mail ?? {};
  return { cc, bcc, html, conversation: forwards?.conversationId, message: forwards?.messageId };
}

/** The same for a note. */
export function refuseOtherNote(
  known: Message | undefined,
  note: { text: string; fileIds: readonly string[]; mentions: readonly string[] },
): void {
  const asked = { direction: "note", ...note };
  refuseUnless(known !== undefined && isSame(asked, saidBy(known)));
}

function saidBy(known: Message): Record<string, unknown> {
  const { text, original, attachments, replyTo, mentions = [] } = known;
  return {
    ...known,
    text: original ?? text,
    fileIds: attachments.map(({ id }) => id),
    quoted: replyTo?.id,
    mentions,
  };
}

/** Whether all that is asked for is known so; the database keeps nothing that is undefined. */
function isSame(asked: Record<string, unknown>, known: Record<string, unknown>): boolean {
  return Object.entries(asked).every(([what, value]) =>
    isDeepStrictEqual(plain(value), plain(known[what])),
  );
}

function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function refuseUnless(same: boolean): void {
  if (same) return;
  throw new AppError(
    "conflict",
    "Another message was sent under this messageId already. Give each message an id of its own.",
  );
}
