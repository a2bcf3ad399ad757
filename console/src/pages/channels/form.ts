import type { ChannelField } from "@hilo/schema";
import { inEach } from "@hilo/schema/languages";
import { html, type PropertyDeclarations, type TemplateResult } from "lit";
import { storedChannels } from "../../data/channel-settings.ts";
import { t } from "../../text/channels.ts";
import { define, HiloElement } from "../../ui/element.ts";
import { Watch } from "../../ui/source.ts";
import { Unsaved } from "../../ui/unsaved.ts";
import { type Entry, emptyEntry, faultWords, pathOf, textOf } from "./entry.ts";
import { entryField, type FieldState } from "./field.ts";
import { formStyles } from "./form-styles.ts";
import { chosenAmong } from "./own-channels.ts";

const nameField = {
  name: "name",
  in: "name",
  get label() {
    return inEach(() => t.name);
  },
  get help() {
    return inEach(() => t.nameHelp);
  },
  required: true,
} as const;

/**
 * The form of an account, made of the fields its provider asks for. Tells `edit` with the entry as it stands and
 * `submit-entry` when it is complete. Stored credentials are not shown; they are kept, replaced or taken away.
 */
export class ChannelForm extends HiloElement {
  static override properties: PropertyDeclarations = {
    fields: { attribute: false },
    entry: { attribute: false },
    stored: { attribute: false },
    faults: { attribute: false },
    opened: { state: true },
    shown: { state: true },
  };
  static override styles = [HiloElement.styles, formStyles];
  declare fields: readonly ChannelField[];
  declare entry: Entry;
  /** The names of the credentials that are stored. */
  declare stored: readonly string[];
  /** What is wrong, by the path of the field. */
  declare faults: Readonly<Record<string, string>>;
  /** The credentials being replaced, and the secrets shown as they are typed. */
  declare opened: readonly string[];
  declare shown: readonly string[];

  /** Whether something was written since it was shown or saved. Credentials are never kept on the device. */
  #written = false;

  constructor() {
    super();
    this.fields = [];
    this.entry = emptyEntry;
    this.stored = [];
    this.faults = {};
    this.opened = [];
    this.shown = [];
    new Watch(this, storedChannels);
    new Unsaved(this, () => this.#written);
  }

  /** Closes what was opened to be replaced, once it is saved. */
  settle(): void {
    this.#written = false;
    this.opened = [];
    this.shown = [];
  }

  /** Puts the focus on the first field that is wrong. */
  async pointOut(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  protected override render(): TemplateResult {
    return html`<form novalidate autocomplete="off" @submit=${this.#submit} @input=${this.#typed}>
      <p class="help">${t.mandatory}</p>
      ${[nameField, ...this.fields].map((field) => this.#field(field))}
      <slot></slot>
      <input type="submit" hidden />
    </form>`;
  }

  #field(field: ChannelField | typeof nameField): TemplateResult {
    const state = this.#stateOf(field);
    return entryField(field.in === "name" ? field : chosenAmong(field, state.value), state);
  }

  #stateOf(field: ChannelField | typeof nameField): FieldState {
    const path = pathOf(field);
    const removed = this.entry.credentials[field.name] === null && field.in === "credentials";
    return {
      path,
      value: textOf(this.entry, field),
      fault: faultWords(this.faults[path]),
      stored: field.in === "credentials" && this.stored.includes(field.name),
      opened: this.opened.includes(path),
      shown: this.shown.includes(path),
      removed,
      open: () => this.#open(path),
      keep: () => this.#keep(field.name, path),
      remove: () => this.#put(field, null),
      invent: () => this.#invent(field, path),
      toggle: () => this.#toggle(path),
    };
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    this.tell("submit-entry", this.entry);
  }

  #typed(event: Event): void {
    const input = event.target;
    const typed =
      input instanceof HTMLInputElement ||
      input instanceof HTMLSelectElement ||
      input instanceof HTMLTextAreaElement;
    const field = typed && [nameField, ...this.fields].find((one) => pathOf(one) === input.name);
    if (typed && field) this.#put(field, input.value);
  }

  #put(field: ChannelField | typeof nameField, value: string | null): void {
    const { entry } = this;
    this.#written = true;
    if (field.in === "name" || field.in === "address")
      this.entry = { ...entry, [field.in]: value ?? "" };
    else if (field.in === "settings")
      this.entry = { ...entry, settings: { ...entry.settings, [field.name]: value ?? "" } };
    else this.entry = { ...entry, credentials: { ...entry.credentials, [field.name]: value } };
    this.tell("edit", this.entry);
  }

  async #open(path: string): Promise<void> {
    this.opened = [...this.opened, path];
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[name="${path}"]`)?.focus();
  }

  #keep(name: string, path: string): void {
    this.opened = this.opened.filter((one) => one !== path);
    const { [name]: _, ...credentials } = this.entry.credentials;
    this.entry = { ...this.entry, credentials };
    this.tell("edit", this.entry);
  }

  #invent(field: ChannelField | typeof nameField, path: string): void {
    const bytes = crypto.getRandomValues(new Uint8Array(24));
    this.shown = [...this.shown, path];
    this.#put(field, Array.from(bytes, (byte) => byte.toString(36).padStart(2, "0")).join(""));
  }

  #toggle(path: string): void {
    const { shown } = this;
    this.shown = shown.includes(path) ? shown.filter((one) => one !== path) : [...shown, path];
  }
}

define("hilo-channel-form", ChannelForm);
