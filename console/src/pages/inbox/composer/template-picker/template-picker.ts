import type { Parameter } from "@hilo/schema";
import { faultsOf, parametersOf } from "@hilo/schema/template/parameters";
import { filledIn } from "@hilo/schema/template/template";
import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { ApiProblem } from "../../../../data/api.ts";
import { fileLinks } from "../../../../data/files.ts";
import { me, members } from "../../../../data/members.ts";
import { settings } from "../../../../data/settings.ts";
import { headerPicture, knownTemplates, mayWrite, templates } from "../../../../data/templates.ts";
import { upload } from "../../../../data/uploads.ts";
import { problems } from "../../../../text/problems.ts";
import { t } from "../../../../text/templates.ts";
import { define, HiloElement } from "../../../../ui/element.ts";
import type { FileUpload } from "../../../../ui/file-field.ts";
import { icon } from "../../../../ui/icon.ts";
import { Watch } from "../../../../ui/source.ts";
import { previewStyles, templatePreview } from "../../../../ui/template-preview.ts";
import { toast } from "../../../../ui/toast.ts";
import { matching, valuesOf } from "../quick-replies/slash-values.ts";
import { templateField } from "./template-fields.ts";
import { pickerStyles } from "./template-styles.ts";
import {
  type ApprovedOne,
  filledValues,
  labelOf,
  readText,
  sendableOn,
  wordsOf,
} from "./template-values.ts";

/** A template with its values, and what the customer will read. */
export type Picked = { templateId: string; variables: Record<string, string>; text: string };

/** Where a template is chosen and filled in, when nothing else may be sent. Tells `picked` what is to be sent. */
export class TemplatePicker extends HiloElement {
  static override properties: PropertyDeclarations = {
    channelId: {},
    customer: { attribute: false },
    busy: { type: Boolean },
    chosenId: { state: true },
    words: { state: true },
    values: { state: true },
    asked: { state: true },
    upload: { state: true },
  };
  static override styles = [HiloElement.styles, pickerStyles, previewStyles];
  declare channelId: string;
  /** Whom it is for. */
  declare customer: { name: string; address: string };
  /** While the last one is on its way. */
  declare busy: boolean;
  declare chosenId: string;
  declare words: string;
  declare values: Record<string, string>;
  /** Whether sending was tried: then what is missing is said. */
  declare asked: boolean;
  declare upload: FileUpload;

  constructor() {
    super();
    this.channelId = "";
    this.customer = { name: "", address: "" };
    this.busy = false;
    this.reset();
    this.words = "";
    new Watch(this, templates, settings, members, fileLinks.changed);
  }

  protected override render(): TemplateResult {
    const all = sendableOn(this.channelId, knownTemplates());
    const chosen = all.find(({ id }) => id === this.chosenId);
    return html`<section class="picker" aria-label=${t.pick}>
      ${chosen ? this.#form(chosen) : this.#list(all)}
    </section>`;
  }

  #list(all: ApprovedOne[]): TemplateResult {
    return html`${this.#search()}
      <div class="choice">${this.#choice(all)}</div>`;
  }

  #choice(all: ApprovedOne[]): TemplateResult {
    if (templates.value === "loading") return html`<p class="quiet">${t.loading}</p>`;
    if (templates.value === "failed") return html`<p class="quiet" role="alert">${t.failed}</p>`;
    if (all.length === 0)
      return html`<p class="quiet">${t.pickNone}</p>
        ${mayWrite() ? html`<p><a href="/templates">${t.goToTemplates}</a></p>` : html`<p class="quiet">${t.pickNoneWhy}</p>`}`;
    const found = matching(all, this.words);
    return html`<ul class="list" @keydown=${this.#step}>
        ${found.map(
          (one) => html`<li>
            <button type="button" class="option" @click=${() => this.#choose(one)}>
              <span>${one.name}</span><small>${this.#read(one)}</small>
            </button>
          </li>`,
        )}
      </ul>
      ${found.length === 0 ? html`<p class="quiet">${t.noMatch}</p>` : nothing}`;
  }

  #search(): TemplateResult {
    return html`<input
      class="field"
      type="search"
      placeholder=${t.search}
      aria-label=${t.search}
      .value=${this.words}
      @input=${(event: InputEvent) => {
        this.words = (event.target as HTMLInputElement).value;
      }}
    />`;
  }

  #form(chosen: ApprovedOne): TemplateResult {
    const whole = { ...chosen.approved, text: chosen.text };
    const wanted = parametersOf(whole);
    const faults = this.asked ? faultsOf(whole, this.values) : [];
    const general = faults.find(({ name }) => name === "");
    return html`<div class="columns ${wanted.length === 0 ? "alone" : ""}" @keydown=${this.#escape}>
        ${
          wanted.length > 0
            ? html`<form
                aria-label=${t.fill}
                @submit=${(event: Event) => {
                  event.preventDefault();
                  this.#send(chosen);
                }}
              >
                ${wanted.map((one) => this.#field(chosen, one, faults))}
                ${general ? html`<p class="fault" role="alert">${t.valueTooLong}</p>` : nothing}
                <button type="submit" hidden></button>
              </form>`
            : nothing
        }
        <div aria-label=${t.preview} role="group">${templatePreview(
          whole,
          this.values,
          this.#picture(chosen),
          (name) => labelOf({ name, kind: "text", part: "text" }, wordsOf(chosen)),
        )}</div>
      </div>
      <div class="foot">
        <button type="button" class="button" @click=${() => this.reset()}>
          ${icon("arrowLeft", 16)}<span>${t.pickOther}</span>
        </button>
        <button type="button" class="button primary" aria-disabled=${this.busy} @click=${() => this.#send(chosen)}>
          <span>${t.sendTemplate}</span>${icon("send", 16)}
        </button>
      </div>`;
  }

  /** The picture of this message or, where every message has the same one, that one. */
  #picture({ approved: { header }, examples }: ApprovedOne): string | undefined {
    const isFixed = header && header.type !== "text" && header.url === "";
    return headerPicture(header, isFixed ? examples : this.values);
  }

  #field(
    chosen: ApprovedOne,
    parameter: Parameter,
    faults: ReturnType<typeof faultsOf>,
  ): TemplateResult {
    const { name } = parameter;
    return templateField({
      parameter,
      label: labelOf(parameter, wordsOf(chosen)),
      value: this.values[name] ?? "",
      example: chosen.examples[name] ?? "",
      fault: faults.find((one) => one.name === name)?.fault,
      upload: this.upload,
      write: (value) => this.#write(name, value),
      choose: (file) => void this.#upload(name, file),
    });
  }

  #write(name: string, value: string): void {
    this.values = { ...this.values, [name]: value };
  }

  async #upload(name: string, file: File): Promise<void> {
    this.upload = { name: file.name, progress: 0 };
    this.#write(name, "");
    const tellProgress = (progress: number) => {
      this.upload = { name: file.name, progress };
    };
    try {
      const { done } = upload(file, this.channelId, tellProgress);
      this.#write(name, (await done).id);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      this.upload = undefined;
      toast({ text: problems[error.code], tone: "bad" });
    }
  }

  /** Everything that is known of whom it is for, and of who writes. */
  #known(): Record<string, string> {
    const agent = me()?.name ?? "";
    const company = settings.value?.name ?? "";
    return valuesOf({ ...this.customer, agent, company, date: "" });
  }

  /** Its text as this customer would read it; what nobody knows stands by its name. */
  #read(one: ApprovedOne): string {
    const wanted = parametersOf({ text: one.text });
    const values = filledValues(wanted, wordsOf(one), this.#known());
    const named = wanted.map((blank) => [blank.name, `[${labelOf(blank, wordsOf(one))}]`] as const);
    const given = Object.entries(values).filter(([, value]) => value !== "");
    return filledIn(one.text, Object.fromEntries([...named, ...given]));
  }

  #choose(chosen: ApprovedOne): void {
    this.reset();
    this.chosenId = chosen.id;
    const wanted = parametersOf({ ...chosen.approved, text: chosen.text });
    this.values = filledValues(wanted, wordsOf(chosen), this.#known());
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>("form .field, .button.primary")?.focus(),
    );
  }

  /** Back to where one is chosen. */
  reset(): void {
    this.chosenId = "";
    this.values = {};
    this.asked = false;
    this.upload = undefined;
  }

  #send(chosen: ApprovedOne): void {
    const { values } = this;
    if (this.busy) return;
    const wrong = faultsOf({ ...chosen.approved, text: chosen.text }, values)[0];
    this.asked = true;
    if (wrong) return void this.#focus(wrong.name);
    const text = readText(chosen, values);
    const picked: Picked = { templateId: chosen.id, variables: values, text };
    this.tell("picked", picked);
  }

  #focus(name: string): void {
    this.renderRoot.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.reset();
  }

  #step(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const options = [...this.renderRoot.querySelectorAll<HTMLElement>(".option")];
    const at = options.findIndex((option) => option.matches(":focus"));
    options.at((at + step) % options.length)?.focus();
    event.preventDefault();
  }
}

define("hilo-template-picker", TemplatePicker);
