import type { Attachment } from "@hilo/schema";
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { ApiProblem } from "../../../data/api.ts";
import { saveHeld } from "../../../data/held-file.ts";
import { isAllowed } from "../../../data/session.ts";
import { fileName } from "../../../text/file-name.ts";
import { t, whyLost } from "../../../text/lost-file.ts";
import { problems } from "../../../text/problems.ts";
import { w } from "../../../text/words.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { toast } from "../../../ui/toast.ts";
import "../../../ui/dialog.ts";
import { dialogActions } from "../../../ui/dialog-actions.ts";
import "../../../ui/document-card.ts";

/**
 * A file that is held back or is not there: which it is, why, and what can be done. Tells `fetchagain` with the
 * file's id.
 */
export class LostFile extends HiloElement {
  static override properties = {
    file: { attribute: false },
    asking: { state: true },
    asked: { state: true },
  };
  declare file: Attachment | undefined;
  /** Whether it is being asked if it is to be saved although it is dangerous. */
  declare asking: boolean;
  /** Whether it was asked for again and nothing has come of it yet. */
  declare asked: boolean;

  constructor() {
    super();
    this.file = undefined;
    this.asking = false;
    this.asked = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("file") && this.file?.state !== "pending") this.asked = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { file } = this;
    if (!file) return nothing;
    return html`<hilo-document
        .name=${fileName(file.name, file.type)}
        .type=${file.type}
        .size=${file.size}
        .state=${this.asked ? t.asked : whyLost(file.reason)}
        .lost=${true}
      ></hilo-document>
      ${file.state === "held" ? this.#held(file) : this.#again(file)}`;
  }

  #held(file: Attachment): TemplateResult {
    if (!isAllowed("files.release")) return html`<small>${t.askAdmin}</small>`;
    return html`<button type="button" class="way" @click=${() => this.#ask(true)}>
        ${t.saveAnyway}
      </button>
      ${this.asking ? this.#dialog(file) : nothing}`;
  }

  #dialog(file: Attachment): TemplateResult {
    return html`<hilo-dialog .label=${t.saveTitle} open @close=${() => this.#ask(false)}>
      <p>${t.danger(fileName(file.name, file.type))}</p>
      <p>${t.saved}</p>
      <div class="actions">
        <button type="button" class="button" @click=${() => this.#ask(false)}>${w.cancel}</button>
        <button type="button" class="button danger" @click=${() => this.#save(file)}>
          ${t.saveAnyway}
        </button>
      </div>
    </hilo-dialog>`;
  }

  #ask(asking: boolean): void {
    this.asking = asking;
  }

  async #save({ id, name }: Attachment): Promise<void> {
    this.asking = false;
    try {
      await saveHeld(id, name);
    } catch (error) {
      toast({ text: problems[error instanceof ApiProblem ? error.code : "internal"], tone: "bad" });
    }
  }

  /** What the provider still tells the place of can be asked for again; what is too large stays so. */
  #again({ id, source, reason }: Attachment): TemplateResult | typeof nothing {
    if (source === undefined || reason === "tooLarge") return nothing;
    return html`<button type="button" class="way" ?disabled=${this.asked} @click=${() => this.#fetch(id)}>
      ${t.fetchAgain}
    </button>`;
  }

  #fetch(id: string): void {
    this.asked = true;
    const failed = () => {
      this.asked = false;
    };
    this.tell("fetchagain", { id, failed });
  }

  static override styles = [
    HiloElement.styles,
    dialogActions,
    css`
      :host {
        display: grid;
        justify-items: start;
        gap: 4px;
        max-width: 100%;
        color: inherit;
      }
      small {
        font: var(--tiny);
        opacity: 0.85;
      }
      .way {
        min-height: 24px;
        font: var(--small);
        font-weight: 600;
        color: inherit;
        text-decoration: underline;
        text-underline-offset: 2px;
      }
      .way[disabled] {
        opacity: 0.6;
      }
      p {
        overflow-wrap: anywhere;
        color: var(--text);
      }
      p + p {
        margin-top: 8px;
        color: var(--secondary);
      }
    `,
  ];
}

define("hilo-lost-file", LostFile);
