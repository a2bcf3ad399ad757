import type { ListedConversation, PublicChannel } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import { upcoming } from "../../../text/formats.ts";
import { w } from "../../../text/words.ts";
import { lateNotice, subjectField } from "./notices.ts";
import type { Writing } from "./writing.ts";

type Desk = {
  conversation: ListedConversation | undefined;
  channel: PublicChannel | undefined;
  now: number;
  /** The subject that an e-mail's thread keeps. */
  subject: string;
};

/** What is to be known before an answer is written: on what terms it goes, and about what. */
export function above(desk: Desk, writing: Writing, lateUntil: number | undefined): TemplateResult {
  const { conversation, channel, now, subject } = desk;
  const platform = conversation ? w[conversation.platform] : "";
  const field = () =>
    subjectField(subject, writing.subject, (written) => {
      writing.subject = written;
    });
  return html`
    ${lateUntil ? lateNotice(platform, upcoming(lateUntil, now)) : nothing}
    ${channel?.capabilities?.subject ? field() : nothing}
  `;
}
