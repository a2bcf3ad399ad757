import type { PublicChannel } from "@hilo/schema";
import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { ApiProblem, call } from "../../../data/api.ts";
import { me } from "../../../data/members.ts";
import { changeSeen } from "../../../data/seen.ts";
import { t } from "../../../text/mail.ts";
import { problems } from "../../../text/problems.ts";
import { w } from "../../../text/words.ts";
import { askWhose } from "../../../ui/ask-whose.ts";
import "../../../ui/dialog.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { toast } from "../../../ui/toast.ts";
import "./mail-editor.ts";
import type { MailText } from "./mail-editor.ts";
import { paragraphs, tidied } from "./tidied.ts";

/** The longest signature the API takes. */
const longest = 5000;

/** Where a member writes what stands below their e-mails on a channel. Tells `close`. */
export class SignatureDialog extends HiloElement {
  static override properties: PropertyDeclarations = {
    channel: { attribute: false },
    written: { state: true },
    trouble: { state: true },
    busy: { state: true },
  };
  declare channel: PublicChannel | undefined;
  declare written: MailText | undefined;
  declare trouble: string;
  declare busy: boolean;

  /** What it was when it began to be changed. */
  #seen: string | undefined;

  constructor() {
    super();
    this.channel = undefined;
    this.written = undefined;
    this.trouble = "";
    this.busy = false;
  }

  protected override render(): TemplateResult {
    const kept = me()?.signatures?.[this.channel?.id ?? ""] ?? "";
    const { text = "", html: source = kept } = this.written ?? {};
    return html`<hilo-dialog label=${t.signatureTitle} open>
      <p>${t.signatureHint} <bdi>${this.channel?.name}</bdi></p>
      <div class="field">
        <hilo-mail-editor
          autofocus
          plainfiles
          .text=${text}
          .source=${source}
          .label=${t.signatureText}
          @written=${(event: CustomEvent<MailText>) => {
            this.#seen ??= kept;
            this.written = event.detail;
            this.trouble = "";
          }}
        ></hilo-mail-editor>
      </div>
      ${this.trouble ? html`<p class="trouble" role="alert">${this.trouble}</p>` : nothing}
      <div class="actions">
        <button type="button" class="button" @click=${() => this.tell("close")}>${w.cancel}</button>
        <button type="button" class="button primary" aria-disabled=${this.busy} @click=${this.#save}>
          ${this.busy ? t.saving : t.save}
        </button>
      </div>
    </hilo-dialog>`;
  }

  async #save(): Promise<void> {
    if (!this.written) return this.tell("close");
    const signature = htmlOf(this.written);
    if (signature.length > longest) {
      this.trouble = t.signatureLong;
      return;
    }
    if (this.busy) return;
    this.busy = true;
    try {
      const signatures = { [this.channel?.id ?? ""]: signature };
      const sent = await changeSeen(
        { signatures },
        { signatures: { [this.channel?.id ?? ""]: this.#seen ?? "" } },
        (body) => call("changeSignatures", { body }),
        askWhose(() => t.signatureText),
      );
      if (sent) toast({ text: t.signatureSaved });
      this.tell("close");
    } catch (error) {
      this.trouble = problems[error instanceof ApiProblem ? error.code : "internal"];
    } finally {
      this.busy = false;
    }
  }

  static override styles = [
    HiloElement.styles,
    css`
      .field {
        --editor-height: 120px;
        margin-top: 10px;
        padding: 0 0 4px;
      }
      .field:focus-within {
        border-color: var(--accent);
      }
      .trouble {
        margin-top: 6px;
        color: var(--bad-text);
        font: var(--small);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 8px;
        margin-top: 14px;
      }
    `,
  ];
}

/** A signature is HTML also where nothing of it is formatted. */
function htmlOf({ text, html: source }: MailText): string {
  if (source || text.trim() === "") return source;
  const box = document.createElement("div");
  box.append(paragraphs(text.trim()));
  return tidied(box, true);
}

define("hilo-signature-dialog", SignatureDialog);
