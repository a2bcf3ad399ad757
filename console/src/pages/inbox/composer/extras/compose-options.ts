import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { t } from "../../../../text/extras.ts";
import { w } from "../../../../text/words.ts";
import "../../../../ui/bubble.ts";
import "../../../../ui/dialog.ts";
import { define, HiloElement } from "../../../../ui/element.ts";
import { icon } from "../../../../ui/icon.ts";
import "../../kinds/options.ts";
import { composeStyles } from "./compose-styles.ts";
import {
  limitsOf,
  type OptionsDraft,
  type OptionsLimits,
  optionsOf,
  troubleWith,
} from "./options-draft.ts";

type RowPart = "title" | "description";

/** The dialog in which buttons or a list are put together under a text. Tells `compose` with them, and `close`. */
export class ComposeOptions extends HiloElement {
  static override properties: PropertyDeclarations = {
    limits: { attribute: false },
    draft: { state: true },
    tried: { state: true },
  };
  static override styles = [HiloElement.styles, composeStyles];
  declare limits: OptionsLimits;
  declare draft: OptionsDraft;
  /** Whether sending was tried: then what is missing is said. */
  declare tried: boolean;

  constructor() {
    super();
    this.limits = {};
    this.draft = { kind: "buttons", text: "", opener: t.openerUsual, rows: [blank, blank] };
    this.tried = false;
  }

  protected override willUpdate(): void {
    if (!this.limits[this.draft.kind]) this.#set({ kind: "list" });
  }

  protected override render(): TemplateResult {
    return html`<hilo-dialog label=${t.options} open>
      <form novalidate @submit=${this.#submit}>
        ${this.limits.buttons && this.limits.list ? this.#kinds() : nothing}
        <label>
          <span>${t.text}</span>
          <textarea
            class="field"
            rows="2"
            autofocus
            maxlength="1024"
            .value=${this.draft.text}
            @input=${(event: InputEvent) => this.#set({ text: written(event) })}
          ></textarea>
        </label>
        ${this.draft.kind === "list" ? this.#opener() : nothing} ${this.#rows()}
        ${this.#preview()}
        ${this.#trouble()}
      </form>
      <div class="actions">
        <button type="button" class="button" @click=${() => this.tell("close")}>${w.cancel}</button>
        <button type="button" class="button primary" @click=${this.#submit}>${t.send}</button>
      </div>
    </hilo-dialog>`;
  }

  #kinds(): TemplateResult {
    return html`<div class="kinds" role="group" aria-label=${t.options}>
      ${(["buttons", "list"] as const).map(
        (kind) => html`<button
          type="button"
          aria-pressed=${this.draft.kind === kind}
          @click=${() => this.#set({ kind })}
        >
          ${t[kind]}
        </button>`,
      )}
    </div>`;
  }

  #opener(): TemplateResult {
    return html`<label>
      <span>${t.opener}</span>
      <input
        class="field"
        maxlength=${limitsOf(this.draft, this.limits).opener}
        .value=${this.draft.opener}
        @input=${(event: InputEvent) => this.#set({ opener: written(event) })}
      />
    </label>`;
  }

  #rows(): TemplateResult {
    const { rows, kind } = this.draft;
    const { most } = limitsOf(this.draft, this.limits);
    const shown = rows.slice(0, most);
    return html`<fieldset>
      <legend>${kind === "buttons" ? t.buttons : t.rows}</legend>
      ${shown.map((_, index) => this.#row(index))}
      ${
        shown.length < most
          ? html`<button type="button" class="button plain" @click=${this.#add}>
              ${icon("plus", 16)}<span>${t.add}</span>
            </button>`
          : html`<p class="hint">${t.most(most)}</p>`
      }
    </fieldset>`;
  }

  #row(index: number): TemplateResult {
    const { title, description } = limitsOf(this.draft, this.limits);
    return html`<div class="one">
      ${this.#field(index, "title", title, t.choice(index + 1))}
      <button
        type="button"
        class="icon-button"
        aria-label=${t.remove(index + 1)}
        title=${t.remove(index + 1)}
        ?disabled=${this.draft.rows.length === 1}
        @click=${() => this.#set({ rows: this.draft.rows.filter((_, at) => at !== index) })}
      >
        ${icon("x", 16)}
      </button>
      ${
        this.draft.kind === "list"
          ? this.#field(index, "description", description, t.description(index + 1))
          : nothing
      }
    </div>`;
  }

  #field(index: number, part: RowPart, most: number, label: string): TemplateResult {
    return html`<input
      class=${part === "title" ? "field" : "field about"}
      maxlength=${most}
      placeholder=${label}
      aria-label=${label}
      .value=${this.draft.rows[index]?.[part] ?? ""}
      @input=${(event: InputEvent) => this.#write(index, part, written(event))}
    />`;
  }

  #preview(): TemplateResult | typeof nothing {
    if (troubleWith(this.draft, this.limits)) return nothing;
    return html`<div class="preview" aria-label=${t.preview}>
      <hilo-bubble tone="own">
        <hilo-options .options=${optionsOf(this.draft)}>${this.draft.text}</hilo-options>
      </hilo-bubble>
    </div>`;
  }

  #trouble(): TemplateResult | typeof nothing {
    const trouble = this.tried ? troubleWith(this.draft, this.limits) : undefined;
    return trouble ? html`<p class="trouble" role="alert">${t[`${trouble}Trouble`]}</p>` : nothing;
  }

  #add(): void {
    this.#set({ rows: [...this.draft.rows, blank] });
  }

  #write(index: number, part: RowPart, value: string): void {
    const rows = this.draft.rows.map((row, at) => (at === index ? { ...row, [part]: value } : row));
    this.#set({ rows });
  }

  #set(change: Partial<OptionsDraft>): void {
    this.draft = { ...this.draft, ...change };
  }

  #submit(event: Event): void {
    event.preventDefault();
    this.tried = true;
    if (troubleWith(this.draft, this.limits)) return;
    const { text } = this.draft;
    this.tell("compose", { kind: "buttons", text: text.trim(), options: optionsOf(this.draft) });
  }
}

const blank = { title: "", description: "" };

function written(event: InputEvent): string {
  return (event.target as HTMLInputElement | HTMLTextAreaElement).value;
}

define("hilo-compose-options", ComposeOptions);
