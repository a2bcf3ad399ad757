import type { Platform, PublicChannel } from "@hilo/schema";
import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import { ApiProblem } from "../../data/api.ts";
import { fileLinks } from "../../data/files.ts";
import { createTemplate, headerPicture } from "../../data/templates.ts";
import { upload } from "../../data/uploads.ts";
import { problems } from "../../text/problems.ts";
import { t as e } from "../../text/template-editor.ts";
import { t } from "../../text/templates.ts";
import { w } from "../../text/words.ts";
import { define, HiloElement } from "../../ui/element.ts";
import type { FileUpload } from "../../ui/file-field.ts";
import { icon } from "../../ui/icon.ts";
import { Watch } from "../../ui/source.ts";
import { previewStyles, templatePreview } from "../../ui/template-preview.ts";
import { Unsaved } from "../../ui/unsaved.ts";
import { aboveText, belowText } from "./editor-approved.ts";
import { exampleFields, faultList, platformChips } from "./editor-fields.ts";
import { chips, line } from "./editor-parts.ts";
import { editorStyles } from "./editor-styles.ts";
import {
  type Form,
  faultsOfForm,
  isWhole,
  nextNumber,
  partsOf,
  providerName,
  shapeOf,
  variablesOf,
  writtenOf,
} from "./form.ts";
import { saveTemplate } from "./save.ts";

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
    upload: { state: true },
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
  /** The file of a header on its way up. */
  declare upload: FileUpload;
  declare problem: string;

  constructor() {
    super();
    this.channels = [];
    this.platforms = [];
    this.categories = [];
    this.samples = {};
    this.saving = false;
    this.upload = undefined;
    this.problem = "";
    new Watch(this, fileLinks.changed);
    new Unsaved(this, () => this.written !== undefined);
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
    if (!changed.has("start")) return;
    this.form = this.start;
    this.upload = undefined;
  }

  protected override render(): TemplateResult {
    const { form, saving } = this;
    const submitted = form.approved?.submitted ?? false;
    const channel = this.#channel();
    const platform = channel ? w[channel.platform] : "";
    const parts = partsOf(form, shapeOf(channel));
    const values = { ...this.samples, ...form.examples };
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
      ${submitted ? html`<p class="notice">${e.sentAlready(platform)}</p>` : nothing}
      <div class="columns">
        <div class="fields">
          ${this.#own()}
          ${form.approved ? nothing : platformChips(form, this.platforms, (platforms) => this.#set({ platforms }))}
          ${submitted ? nothing : this.#content()} ${this.#examples(platform)}
        </div>
        <aside aria-label=${t.preview}>
          <h3>${t.preview}</h3>
          ${templatePreview(parts, values, headerPicture(parts.header, values))}
          ${form.text.trim() === "" ? nothing : faultList(faultsOfForm(form, channel))}
        </aside>
      </div>
      <footer>
        ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
        <button type="button" class="button" @click=${() => this.tell("leave")}>${w.cancel}</button>
        <button type="submit" class="button primary" ?disabled=${saving || !isWhole(form)}>
          ${saving ? e.saving : form.id ? w.save : e.create}
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

  #content(): TemplateResult {
    const { form, channels, upload } = this;
    const write = (approved: NonNullable<Form["approved"]>) => this.#rewrite(approved);
    const choose = (file: File) => void this.#upload(file);
    const parts = { form, channels, upload, write, choose };
    return html`${aboveText(parts)} ${this.#text()} ${belowText(parts)}`;
  }

  /** Another kind of header wants another file. */
  #rewrite(approved: NonNullable<Form["approved"]>): void {
    const { header: _, ...examples } = this.form.examples;
    const same = approved.header.kind === this.form.approved?.header.kind;
    if (!same) this.upload = undefined;
    this.#set({ approved, ...(same ? {} : { examples }) });
  }

  async #upload(file: File): Promise<void> {
    const { header: _, ...examples } = this.form.examples;
    this.#set({ examples });
    this.problem = "";
    const kind = this.form.approved?.header.kind;
    const isWanted = () => this.form.approved?.header.kind === kind;
    const tell = (progress: number) => {
      if (isWanted()) this.upload = { name: file.name, progress };
    };
    tell(0);
    try {
      const { id } = await upload(file, this.form.approved?.channelId, tell).done;
      if (isWanted()) this.#set({ examples: { ...this.form.examples, header: id } });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      this.upload = undefined;
      this.problem = problems[error.code];
    }
  }

  #text(): TemplateResult {
    const { text, approved } = this.form;
    return html`<label>
        <span>${t.text}</span>
        <textarea
          dir="auto"
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
    const next = nextNumber(this.form, shapeOf(this.#channel()));
    return [[next, t.variable(Number(next))]];
  }

  #examples(platform: string): TemplateResult | typeof nothing {
    const { form, samples } = this;
    return exampleFields({
      form,
      names: variablesOf(form, shapeOf(this.#channel())),
      samples,
      platform,
      write: (examples) => this.#set({ examples: { ...form.examples, ...examples } }),
    });
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
      const written = writtenOf(form, this.#channel());
      const id = form.id ?? (await createTemplate(written));
      if (form.id) await saveTemplate(form.id, written, writtenOf(this.start, this.#channel()));
      this.tell("saved", id);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      const taken = error.errors.some(({ path }) => path === "approved.name");
      this.problem = taken ? e.nameTaken : problems[error.code];
    } finally {
      this.saving = false;
    }
  }
}

define("hilo-template-editor", TemplateEditor);
