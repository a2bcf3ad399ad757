import type { PublicChannel } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import type { DraftMail } from "../../../data/draft-mail.ts";
import { t } from "../../../text/start.ts";
import { sends } from "../composer/writing/enter.ts";
import "../mail/forwarded-card.ts";
import "../mail/mail-editor.ts";
import type { MailText } from "../mail/mail-editor.ts";
import "../mail/mail-head.ts";
import { signatureBelow } from "../composer/writing/mail-parts.ts";
import type { FirstDraft } from "./first-draft.ts";

type Write = (change: Partial<FirstDraft>) => void;

/** Who gets copies of a first mail. */
export function startCopies({ mail }: FirstDraft, write: Write): TemplateResult {
  return html`<hilo-mail-head
    class="copies"
    .mail=${mail}
    @mail=${(event: CustomEvent<DraftMail>) => {
      event.stopPropagation();
      write({ mail: event.detail });
    }}
  ></hilo-mail-head>`;
}

/** The text of a first mail, what stands below it, and what it passes on. */
export function startText(
  draft: FirstDraft,
  channel: PublicChannel | undefined,
  trouble: string | null,
  write: Write,
): TemplateResult {
  const { text, mail } = draft;
  return html`<div>
      <span class="label" aria-hidden="true">${mail.forwards ? t.forwardNote : t.firstMessage}</span>
      <div class="field words">
        <hilo-mail-editor
          id="text"
          plainfiles
          .text=${text}
          .source=${mail.html ?? ""}
          .label=${mail.forwards ? t.forwardNote : t.firstMessage}
          @keydown=${submit}
          @written=${(event: CustomEvent<MailText>) => {
            event.stopPropagation();
            write({ text: event.detail.text, mail: { ...mail, html: event.detail.html } });
          }}
        ></hilo-mail-editor>
        ${signatureBelow(channel)}
      </div>
      <p class="trouble" role="alert" ?hidden=${trouble === null}>${trouble}</p>
    </div>
    ${
      mail.forwards
        ? html`<hilo-forwarded
            .forwards=${mail.forwards}
            @drop=${(event: Event) => {
              event.stopPropagation();
              const { forwards: _, ...rest } = mail;
              write({ mail: rest });
            }}
          ></hilo-forwarded>`
        : nothing
    }`;
}

function submit(event: KeyboardEvent): void {
  if (!sends(event, true)) return;
  event.preventDefault();
  (event.currentTarget as HTMLElement).closest("form")?.requestSubmit();
}
