import { isMailAddress } from "@hilo/schema/mail-address";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { unreachable, withAddresses, withoutAddresses } from "../text/address-list.ts";
import { t } from "../text/mail.ts";
import { addressStyles } from "./address-styles.ts";
import { announce } from "./announce.ts";
import { define, HiloElement } from "./element.ts";
import { icon } from "./icon.ts";
import { place } from "./place.ts";

/** Somebody known, at one of their addresses. */
export type Known = { name: string; address: string };

/** How long typing pauses before somebody known is looked for, in milliseconds, and how much there must be to go by. */
const pauseMs = 250;
const leastLetters = 2;

/**
 * A line of e-mail addresses, each a chip: typed, pasted as lists, or taken from those known. Arrows go among the
 * chips and the suggestions, Backspace takes out. Tells `change` with the addresses as they should be.
 */
export class AddressField extends HiloElement {
  static override properties = {
    label: {},
    hint: {},
    addresses: { attribute: false },
    most: { type: Number },
    ask: { attribute: false },
    known: { state: true },
    at: { state: true },
  };
  declare label: string;
  declare hint: string;
  declare addresses: readonly string[];
  declare most: number;
  /** Asks who is known by the beginning of a name. */
  declare ask: (typed: string) => Promise<readonly Known[]>;
  declare known: readonly Known[];
  /** The suggestion that the arrows have reached. */
  declare at: number;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.label = "";
    this.hint = "";
    this.addresses = [];
    this.most = 20;
    this.ask = async () => [];
    this.known = [];
    this.at = 0;
  }

  override focus(): void {
    this.#input()?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  protected override render(): TemplateResult {
    const trouble = this.#trouble();
    return html`
      <div class="line" @mousedown=${this.#toInput}>
        <label for="written">${this.label}</label>
        <ul aria-label=${this.hint || this.label} @keydown=${this.#chipKey}>
          ${repeat(
            this.addresses,
            (one) => one,
            (one) => this.#chip(one),
          )}
        </ul>
        <input
          id="written"
          inputmode="email"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="done"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded=${this.known.length > 0}
          aria-controls="known"
          aria-activedescendant=${this.known.length > 0 ? `known-${this.at}` : nothing}
          aria-describedby="trouble"
          aria-invalid=${trouble ? "true" : nothing}
          @input=${this.#typed}
          @keydown=${this.#key}
          @paste=${this.#pasted}
          @blur=${this.#left}
        />
      </div>
      <p id="trouble" role="alert" ?hidden=${!trouble}>${trouble}</p>
      <ul class="floating" id="known" popover="manual" role="listbox" aria-label=${t.known}>
        ${this.known.map((one, index) => this.#suggestion(one, index))}
      </ul>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("known")) return;
    const [list, input] = [this.renderRoot.querySelector<HTMLElement>("#known"), this.#input()];
    // Whoever leaves while somebody is suggested takes the list along.
    if (!list?.isConnected || !input) return;
    list.togglePopover(this.known.length > 0);
    if (this.known.length > 0) place(list, input);
  }

  #chip(address: string): TemplateResult {
    const bad = !isMailAddress(address);
    const label = bad ? `${t.invalid(address)}. ${t.remove(address)}` : t.remove(address);
    return html`<li class=${bad ? "bad" : ""}>
      ${bad ? icon("alert", 14) : nothing}
      <span dir="ltr">${address}</span>
      <button
        type="button"
        tabindex="-1"
        data-address=${address}
        aria-label=${label}
        title=${t.remove(address)}
        @click=${() => this.#remove(address)}
      >
        ${icon("x", 12)}
      </button>
    </li>`;
  }

  #suggestion({ name, address }: Known, index: number): TemplateResult {
    return html`<li
      role="option"
      id=${`known-${index}`}
      aria-selected=${index === this.at}
      @mousedown=${(event: Event) => {
        event.preventDefault();
        this.#take(address);
      }}
    >
      <span dir="auto">${name}</span><small dir="ltr">${address}</small>
    </li>`;
  }

  #trouble(): string {
    const [bad] = unreachable(this.addresses);
    if (bad !== undefined) return t.bad(bad);
    return this.addresses.length > this.most ? t.tooMany(this.most) : "";
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const suggested = this.known.length > 0 && this.#suggestionKey(event);
    if (!suggested && !this.#inputKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Whether a key ended an address, or leads to the chips. */
  #inputKey({ key, target }: KeyboardEvent): boolean {
    const { value, selectionEnd } = target as HTMLInputElement;
    const ends = key === "Enter" || ((key === "," || key === ";") && value.trim() !== "");
    const leads = (key === "Backspace" || key === "ArrowLeft") && selectionEnd === 0;
    if (ends) this.#take(value);
    else if (leads) this.#toChip(this.addresses.length - 1);
    return ends || leads;
  }

  /** Whether a key was for the suggestions. */
  #suggestionKey({ key, shiftKey }: KeyboardEvent): boolean {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const count = this.known.length;
    if (key === "Escape") this.#forget();
    else if (step !== undefined) this.at = (this.at + step + count) % count;
    else if (key === "Enter" || (key === "Tab" && !shiftKey))
      this.#take(this.known[this.at]?.address ?? "");
    else return false;
    return true;
  }

  #chipKey(event: KeyboardEvent): void {
    const chips = this.#chips();
    const at = chips.findIndex((one) => one.matches(":focus"));
    if (at < 0) return;
    const address = chips[at]?.dataset.address ?? "";
    if (event.key === "ArrowLeft") this.#toChip(at - 1);
    else if (event.key === "ArrowRight") this.#toChip(at + 1);
    else if (event.key === "Backspace" || event.key === "Delete") this.#remove(address);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #typed(event: Event): void {
    const typed = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.#pause);
    const asks = [...typed].length >= leastLetters && !typed.includes("@");
    if (asks) this.#pause = setTimeout(() => void this.#look(typed), pauseMs);
    else this.#forget();
  }

  /** Without a connection nobody is suggested; an address can be typed all the same. */
  async #look(typed: string): Promise<void> {
    const found = await this.ask(typed).catch(() => []);
    if (this.#input()?.value.trim() !== typed || !this.#input()?.matches(":focus")) return;
    this.known = found.filter(
      ({ address }) => withoutAddresses([address], this.addresses).length > 0,
    );
    this.at = 0;
  }

  #pasted(event: ClipboardEvent): void {
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    if (!/[,;\n\t<]|@\S+\s+\S+@/u.test(pasted.trim())) return;
    event.preventDefault();
    this.#take(`${this.#input()?.value ?? ""}${pasted}`);
  }

  #left(): void {
    this.#take(this.#input()?.value ?? "");
  }

  #take(written: string): void {
    const input = this.#input();
    if (input) input.value = "";
    this.#forget();
    const addresses = withAddresses(this.addresses, written);
    if (addresses.length === this.addresses.length) return;
    announce(t.added(addresses.slice(this.addresses.length).join(", ")));
    this.#change(addresses);
  }

  #remove(address: string): void {
    const at = this.addresses.indexOf(address);
    announce(t.removed(address));
    this.#change(this.addresses.filter((one) => one !== address));
    void this.updateComplete.then(() => this.#toChip(at));
  }

  #change(addresses: readonly string[]): void {
    this.addresses = addresses;
    this.tell("change", addresses);
  }

  #forget(): void {
    clearTimeout(this.#pause);
    this.known = [];
  }

  /** Behind the last chip, and where there is none, is the field. */
  #toChip(at: number): void {
    const chips = this.#chips();
    (at < 0 ? (chips[0] ?? this.#input()) : (chips[at] ?? this.#input()))?.focus();
  }

  #toInput(event: Event): void {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    this.focus();
  }

  #chips(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>("[data-address]")];
  }

  #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector("input");
  }

  static override styles = [HiloElement.styles, addressStyles];
}

define("hilo-address-field", AddressField);
