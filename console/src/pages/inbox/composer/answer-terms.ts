import type { ListedConversation, PublicChannel } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { upcoming } from "../../../text/formats.ts";
import { w } from "../../../text/words.ts";
import { lateNotice, quoteBar, subjectField } from "./notices.ts";
import { mailParts } from "./writing/mail-lazy.ts";
import type { Writing } from "./writing/writing.ts";

type Host = {
  requestUpdate(): void;
  conversation: ListedConversation | undefined;
  channel: PublicChannel | undefined;
  now: number;
  /** The subject that an e-mail's thread keeps. */
  subject: string;
  /** The customer's newest mail. */
  answered: ThreadMessage | undefined;
};

/** What is to be known before an answer is written: on what terms it goes, and about what. */
export function answerTerms(
  host: Host,
  writing: Writing,
  lateUntil: number | undefined,
): TemplateResult {
  const { conversation, channel, now, subject } = host;
  const platform = conversation ? w[conversation.platform] : "";
  const field = () =>
    subjectField(subject, writing.subject, (written) => {
      writing.subject = written;
    });
  return html`
    ${lateUntil ? lateNotice(platform, upcoming(lateUntil, now)) : nothing}
    ${mailParts(host, channel, writing.mode)?.mailHead(host, writing)}
    ${channel?.capabilities?.subject ? field() : nothing}
  `;
}

/** The message that is quoted in the answer. */
export function quoted(
  writing: Writing,
  quoting: (id: string) => ThreadMessage | undefined,
): TemplateResult | typeof nothing {
  const { replyTo } = writing.draft;
  const message = replyTo === undefined ? undefined : quoting(replyTo);
  return message ? quoteBar(message, () => writing.quote(undefined)) : nothing;
}
