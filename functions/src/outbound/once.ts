import { isDeepStrictEqual } from "node:util";
import type { Message } from "@hilo/schema";
import { isSame, plain, refuseUnless, saidBy } from "../conversations/same-message.ts";
import { attachmentsOf, type Draft } from "./draft.ts";
import type { DraftMail } from "./draft-mail.ts";

/** The same messageId again asks for the same message: another one under it would be lost without a word. Throws `conflict`. */
export function refuseOther(known: Message | undefined, draft: Draft): undefined {
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
