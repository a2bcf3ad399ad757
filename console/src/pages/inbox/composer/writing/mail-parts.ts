import type { PublicChannel } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import { me } from "../../../../data/members.ts";
import { t } from "../../../../text/mail.ts";
import { showBar, showsBar } from "../../mail/bar-shown.ts";
import type { FieldEars, FieldHost } from "./field-host.ts";
import type { Writing } from "./writing.ts";
import "../../mail/mail-editor.ts";
import type { MailText } from "../../mail/mail-editor.ts";
import "../../mail/mail-head.ts";
import { stagedPictures } from "../../mail/pictures.ts";
import "../../mail/signature.ts";

type HeadHost = Pick<FieldHost, "conversation" | "answered">;

/** To whom the e-mail goes. */
export function mailHead(host: HeadHost, writing: Writing): TemplateResult {
  const { conversation, answered } = host;
  return html`<hilo-mail-head
    .conversationId=${conversation?.id ?? ""}
    .address=${conversation?.address ?? ""}
    .name=${conversation?.contact.name ?? ""}
    .mail=${writing.mail}
    .answered=${answered}
    @mail=${(event: CustomEvent<Writing["mail"]>) => {
      event.stopPropagation();
      writing.mail = event.detail;
    }}
  ></hilo-mail-head>`;
}

/** The field in which it is written, and its signature. */
export function mailField(host: FieldHost, writing: Writing, ears: FieldEars): TemplateResult {
  const { text, mail, staging } = writing;
  const active = ears.active();
  return html`<hilo-mail-editor
      .text=${text}
      .source=${mail.html ?? ""}
      .label=${t.text}
      .hint=${t.placeholder}
      ?barred=${!showsBar()}
      ?begun=${host.renderRoot.querySelector("textarea:focus") !== null}
      .picture=${stagedPictures(staging)}
      .active=${active ? host.renderRoot.querySelector(`#${active}`) : null}
      @written=${(event: CustomEvent<MailText>) => {
        event.stopPropagation();
        ears.typed(event.detail.text, event.detail);
      }}
      @pictures=${(event: CustomEvent<File[]>) => putPictures(event, writing, ears)}
      @keydown=${ears.key}
      @paste=${ears.pasted}
      @blur=${ears.blurred}
    ></hilo-mail-editor>
    ${signatureBelow(host.channel)}`;
}

function putPictures(
  { detail, currentTarget }: CustomEvent<File[]>,
  writing: Writing,
  { stage }: FieldEars,
): void {
  const ids = stage(detail);
  const { mail } = writing;
  writing.mail = { ...mail, pictures: [...(mail.pictures ?? []), ...ids] };
  const editor = currentTarget as HTMLElementTagNameMap["hilo-mail-editor"];
  for (const { id, name } of writing.staging.files.value)
    if (ids.includes(id)) editor.insertPicture(id, name);
}

/** Whether the buttons that format are shown, and the way to change that. */
export function formatting(host: { requestUpdate(): void }) {
  const shown = showsBar();
  const toggle = () => {
    showBar(!shown);
    host.requestUpdate();
  };
  return { shown, toggle };
}

/** What stands below each e-mail of this member on a channel. */
export function signatureBelow(
  channel: PublicChannel | undefined,
): TemplateResult | typeof nothing {
  const signature = me()?.signatures?.[channel?.id ?? ""] ?? "";
  return signature === ""
    ? nothing
    : html`<hilo-mail-signature .signature=${signature}></hilo-mail-signature>`;
}
