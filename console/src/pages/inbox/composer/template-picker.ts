import type { ListedConversation, Parameter } from "@hilo/schema";
import { faultsOf, parametersOf } from "@hilo/schema/template-parameters";
import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { ApiProblem } from "../../../data/api.ts";
import { me, members } from "../../../data/members.ts";
import { signedIn } from "../../../data/session.ts";
import { settings } from "../../../data/settings.ts";
import { sendTemplate } from "../../../data/template-sending.ts";
import { countUse, knownTemplates, mayWrite, templates } from "../../../data/templates.ts";
import { upload } from "../../../data/uploads.ts";
import { problems } from "../../../text/problems.ts";
import { t } from "../../../text/templates.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { icon } from "../../../ui/icon.ts";
import { Watch } from "../../../ui/source.ts";
import { previewStyles, templatePreview } from "../../../ui/template-preview.ts";
import { toast } from "../../../ui/toast.ts";
import { matching, valuesOf } from "./slash-values.ts";
import { type HeaderUpload, templateField } from "./template-fields.ts";
import { pickerStyles } from "./template-styles.ts";
import { type ApprovedOne, readText, sendableOn } from "./template-values.ts";

/** Where a template is chosen, filled in and sent, when nothing else may be. Tells `sent`. */
export class TemplatePicker extends HiloElement {
  static override properties: PropertyDeclarations = {
    conversation: { attribute: false },
    chosenId: { state: true },
    words: { state: true },
    values: { state: true },
    asked: { state: true },
    upload: { state: true },
  };
  static override styles = [HiloElement.styles, pickerStyles, previewStyles];
  declare conversation: ListedConversation | undefined;
  declare chosenId: string;
  declare words: string;
  declare values: Record<string, string>;
  /** Whether sending was tried: then what is missing is said. */
  declare asked: boolean;
  declare upload: HeaderUpload;

  constructor() {
    super();
    this.conversation = undefined;
    this.#leave();
    this.words = "";
    new Watch(this, templates, settings, members);
  }

  protected override render(): TemplateResult {
    const all = sendableOn(this.conversation?.channelId ?? "", knownTemplates());
    const chosen = all.find(({ id }) => id === this.chosenId);
    return html`<section class="picker" aria-label=${t.pick}>
      ${chosen ? this.#form(chosen) : this.#list(all)}
    </section>`;
  }

  #list(all: ApprovedOne[]): TemplateResult {
    if (templates.value === "loading") return html`<p class="quiet">${t.loading}</p>`;
    if (templates.value === "failed") return html`<p class="quiet" role="alert">${t.failed}</p>`;
    if (all.length === 0)
      return html`<p class="quiet">${t.pickNone}</p>
        ${mayWrite() ? html`<p><a href="/templates">${t.goToTemplates}</a></p>` : html`<p class="quiet">${t.pickNoneWhy}</p>`}`;
    const found = matching(all, this.words);
    return html`${all.length > 4 ? this.#search() : nothing}
      <ul class="list" @keydown=${this.#step}>
        ${found.map(
          (one) => html`<li>
            <button type="button" class="option" @click=${() => this.#choose(one)}>
              <span>${one.name}</span><small>${one.text}</small>
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
                ${general ? html`<p class="fault" role="alert">${t.faultTooLong}</p>` : nothing}
                <button type="submit" hidden></button>
              </form>`
            : nothing
        }
        <div aria-label=${t.preview} role="group">${templatePreview(whole, this.values)}</div>
      </div>
      <div class="foot">
        <button type="button" class="button" @click=${() => this.#leave()}>
          ${icon("arrowLeft", 16)}<span>${t.pickOther}</span>
        </button>
        <button type="button" class="button primary" @click=${() => this.#send(chosen)}>
          <span>${t.sendTemplate}</span>${icon("send", 16)}
        </button>
      </div>`;
  }

  #field(
    chosen: ApprovedOne,
    parameter: Parameter,
    faults: ReturnType<typeof faultsOf>,
  ): TemplateResult {
    const { name } = parameter;
    return templateField({
      parameter,
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
      const { done } = upload(file, this.conversation?.channelId, tellProgress);
      this.#write(name, (await done).id);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      this.upload = undefined;
      toast({ text: problems[error.code], tone: "bad" });
    }
  }

  #choose(chosen: ApprovedOne): void {
    this.#leave();
    this.chosenId = chosen.id;
    const { contact, address = "" } = this.conversation ?? {};
    const known = valuesOf({
      name: contact?.name ?? "",
      address,
      agent: me()?.name ?? "",
      company: settings.value?.name ?? "",
      date: "",
    });
    const wanted = parametersOf({ ...chosen.approved, text: chosen.text });
    this.values = Object.fromEntries(wanted.map(({ name }) => [name, known[name] ?? ""]));
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>("form .field, .button.primary")?.focus(),
    );
  }

  #leave(): void {
    this.chosenId = "";
    this.values = {};
    this.asked = false;
    this.upload = undefined;
  }

  #send(chosen: ApprovedOne): void {
    const { conversation, values } = this;
    if (!conversation) return;
    const wrong = faultsOf({ ...chosen.approved, text: chosen.text }, values)[0];
    this.asked = true;
    if (wrong) return void this.#focus(wrong.name);
    void sendTemplate({
      conversationId: conversation.id,
      templateId: chosen.id,
      variables: values,
      text: readText(chosen, values),
      name: me()?.name ?? signedIn().email,
    });
    countUse(chosen.id);
    this.#leave();
    this.tell("sent");
  }

  #focus(name: string): void {
    this.renderRoot.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.#leave();
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
