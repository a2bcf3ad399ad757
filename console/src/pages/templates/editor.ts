import type { Platform, PublicChannel } from "@hilo/schema";
import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import { ApiProblem } from "../../data/api.ts";
import { changeTemplate, createTemplate } from "../../data/templates.ts";
import { problems } from "../../text/problems.ts";
import { t } from "../../text/templates.ts";
import { w } from "../../text/words.ts";
import { define, HiloElement } from "../../ui/element.ts";
import { icon } from "../../ui/icon.ts";
import { previewStyles, templatePreview } from "../../ui/template-preview.ts";
import { approvedParts } from "./editor-approved.ts";
import { chips, line } from "./editor-parts.ts";
import { editorStyles } from "./editor-styles.ts";
import {
  type Form,
  faultsOfForm,
  isNumbered,
  isWhole,
  nextNumber,
  partsOf,
  providerName,
  variablesOf,
  writtenOf,
} from "./form.ts";
import { faultWords } from "./words.ts";

/** What quick replies can say of whoever they are for. */
const knownNames = ["first_name", "agent", "company", "phone", "email", "date"] as const;

/** Where a template is written, beside how it will look. Tells `saved` with its id, and `leave`. */
export class TemplateEditor extends HiloElement {
  static override properties: PropertyDeclarations = {
    start: { attribute: false },
    form: { state: true },
    channels: { attribute: false },
    platforms: { attribute: false },
    categories: { attribute: false },
    samples: { attribute: false },
    saving: { state: true },
    problem: { state: true },
  };
  static override styles = [HiloElement.styles, previewStyles, editorStyles];
  /** What writing begins with; another one begins anew. */
  declare start: Form;
  declare form: Form;
  /** The channels whose provider approves templates. */
  declare channels: readonly PublicChannel[];
  declare platforms: readonly Platform[];
  declare categories: readonly string[];
  declare samples: Record<string, string>;
  declare saving: boolean;
  declare problem: string;

  constructor() {
    super();
    this.channels = [];
    this.platforms = [];
    this.categories = [];
    this.samples = {};
    this.saving = false;
    this.problem = "";
  }

  /** What was written since the start; undefined while nothing was. */
  get written(): Form | undefined {
    return this.form === this.start ? undefined : this.form;
  }

  override focus(): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>("input[name=name]")?.focus(),
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("start")) this.form = this.start;
  }

  protected override render(): TemplateResult {
    const { form, saving } = this;
    const submitted = form.approved?.submitted ?? false;
    return html`<form
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.#save();
      }}
      @keydown=${this.#key}
    >
      <header>
        <button type="button" class="icon-button" aria-label=${w.back} @click=${() => this.tell("leave")}>
          ${icon("arrowLeft", 20)}
        </button>
        <h2>${form.name.trim() || this.#title()}</h2>
      </header>
      ${submitted ? html`<p class="notice">${t.sentAlready}</p>` : nothing}
      <div class="columns">
        <div class="fields">
          ${this.#own()} ${this.#platforms()}
          ${form.approved && !submitted ? this.#approved() : nothing}
          ${submitted ? nothing : this.#text()} ${this.#examples()}
        </div>
        <aside aria-label=${t.preview}>
          <h3>${t.preview}</h3>
          ${templatePreview(partsOf(form), { ...this.samples, ...form.examples })}
          ${this.#faults()}
        </aside>
      </div>
      <footer>
        ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
        <button type="button" class="button" @click=${() => this.tell("leave")}>${w.cancel}</button>
        <button type="submit" class="button primary" ?disabled=${saving || !isWhole(form)}>
          ${saving ? t.saving : form.id ? w.save : t.create}
        </button>
      </footer>
    </form>`;
  }

  #title(): string {
    return this.form.approved ? t.newApproved : t.newQuickReply;
  }

  #own(): TemplateResult {
    const { name, category } = this.form;
    return html`${line({
      label: t.name,
      name: "name",
      value: name,
      most: 80,
      write: (value) => this.#rename(value),
    })}
    ${line({
      label: t.category,
      name: "category",
      value: category,
      most: 40,
      list: "categories",
      write: (value) => this.#set({ category: value }),
    })}
    <datalist id="categories">
      ${this.categories.map((one) => html`<option value=${one}></option>`)}
    </datalist>`;
  }

  #platforms(): TemplateResult | typeof nothing {
    const { platforms, approved } = this.form;
    if (approved) return nothing;
    return html`<fieldset>
      <legend>${platforms.length === 0 ? `${t.platform}: ${t.everywhere}` : t.platform}</legend>
      <div class="chips">
        ${this.platforms.map((one) => {
          const on = platforms.includes(one);
          const next = on ? platforms.filter((other) => other !== one) : [...platforms, one];
          return html`<button
            type="button"
            class="chip"
            aria-pressed=${on}
            @click=${() => this.#set({ platforms: next })}
          >
            ${w[one]}
          </button>`;
        })}
      </div>
    </fieldset>`;
  }

  #approved(): TemplateResult | typeof nothing {
    return approvedParts(this.form, this.channels, (approved) => this.#set({ approved }));
  }

  #text(): TemplateResult {
    const { text, approved } = this.form;
    return html`<label>
        <span>${t.text}</span>
        <textarea
          class="field"
          name="text"
          rows="6"
          maxlength=${approved ? 1024 : 4096}
          .value=${text}
          @input=${(event: InputEvent) =>
            this.#set({ text: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
      </label>
      ${chips({ names: this.#offered(), insert: (name) => this.#insert(name) })}`;
  }

  #offered(): (readonly [string, string])[] {
    if (!this.form.approved) return knownNames.map((name) => [name, t[name]]);
    const next = nextNumber(this.form, isNumbered(this.#channel()));
    return [[next, t.variable(Number(next))]];
  }

  /** Values for the preview: of approved ones the provider wants all, of quick replies only what nobody knows. */
  #examples(): TemplateResult | typeof nothing {
    const { approved, examples } = this.form;
    const names = variablesOf(this.form).filter((name) => approved || !(name in this.samples));
    if (names.length === 0) return nothing;
    return html`<fieldset>
      <legend>${t.examples}</legend>
      ${approved ? html`<small>${t.examplesHint}</small>` : nothing}
      ${names.map((name) =>
        line({
          label: t.exampleOf(/^\d+$/.test(name) ? t.variable(Number(name)) : name),
          name: `example-${name}`,
          value: examples[name] ?? "",
          most: 200,
          write: (value) => this.#set({ examples: { ...this.form.examples, [name]: value } }),
        }),
      )}
    </fieldset>`;
  }

  #faults(): TemplateResult | typeof nothing {
    if (this.form.text.trim() === "") return nothing;
    const faults = faultsOfForm(this.form, this.#channel());
    const words = [...new Set(faults.map(faultWords))];
    return words.length === 0
      ? nothing
      : html`<ul class="faults">
          ${words.map((one) => html`<li>${icon("alert", 14)}<span>${one}</span></li>`)}
        </ul>`;
  }

  #channel(): PublicChannel | undefined {
    return this.channels.find(({ id }) => id === this.form.approved?.channelId);
  }

  #set(change: Partial<Form>): void {
    this.form = { ...this.form, ...change };
  }

  /** The provider's name follows, until somebody writes it. */
  #rename(name: string): void {
    const { approved } = this.form;
    const follows = approved && !approved.named;
    this.#set({
      name,
      ...(follows ? { approved: { ...approved, name: providerName(name) } } : {}),
    });
  }

  #insert(name: string): void {
    const field = this.renderRoot.querySelector<HTMLTextAreaElement>("textarea");
    if (!field) return;
    const { selectionStart: from, selectionEnd: to, value } = field;
    const inserted = `{{${name}}}`;
    this.#set({ text: value.slice(0, from) + inserted + value.slice(to) });
    void this.updateComplete.then(() => {
      field.focus();
      field.setSelectionRange(from + inserted.length, from + inserted.length);
    });
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.tell("leave");
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void this.#save();
  }

  async #save(): Promise<void> {
    const { form } = this;
    if (this.saving || !isWhole(form)) return;
    this.saving = true;
    this.problem = "";
    try {
      const written = writtenOf(form);
      if (form.id) await changeTemplate(form.id, written);
      const id = form.id ?? (await createTemplate(written));
      this.tell("saved", id);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      const taken = error.errors.some(({ path }) => path === "approved.name");
      this.problem = taken ? t.nameTaken : problems[error.code];
    } finally {
      this.saving = false;
    }
  }
}

define("hilo-template-editor", TemplateEditor);
