import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { type Person, peopleNamed } from "../../../data/people.ts";
import { startable } from "../../../data/starting.ts";
import { shownAddress } from "../../../text/address.ts";
import { t } from "../../../text/start.ts";
import { w } from "../../../text/words.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { addressesOf, type Reach } from "./addresses.ts";
import { personStyles } from "./person-styles.ts";

/** How long typing pauses before the server is asked, in milliseconds. */
const pauseMs = 250;
/** Fewer letters would find nearly everybody. */
const leastLetters = 2;

export type Reached = { channelId: string; to: string; name: string };

/** Finds a person by the beginning of their name. Tells `reached` with the address that was chosen. */
export class PersonSearch extends HiloElement {
  static override properties: PropertyDeclarations = {
    words: { state: true },
    found: { state: true },
  };
  static override styles = [HiloElement.styles, personStyles];
  declare words: string;
  declare found: readonly Person[] | "nothing" | "loading" | "failed";
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.words = "";
    this.found = "nothing";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  protected override render(): TemplateResult {
    return html`<div @keydown=${this.#key}>
      <label>
        <span>${t.person}</span>
        <input class="field" type="search" autocomplete="off" dir="auto"
          placeholder=${t.personHint} .value=${this.words} @input=${this.#typed} />
      </label>
      ${this.#results()}
    </div>`;
  }

  #results(): TemplateResult | typeof nothing {
    const { found } = this;
    if (found === "nothing") return nothing;
    if (found === "loading") return html`<p role="status">${t.personLoading}</p>`;
    if (found === "failed") return html`<p role="alert">${t.personFailed}</p>`;
    if (found.length === 0) return html`<p role="status">${t.personNone}</p>`;
    return html`<ul aria-label=${t.people}>
      ${found.map((person) => this.#person(person))}
    </ul>`;
  }

  #person(person: Person): TemplateResult {
    const ways = addressesOf(person, startable());
    return html`<li>
      <b dir="auto">${person.name}</b>${doubt(person, "name")}
      ${ways.length === 0 ? html`<small>${t.personUnreachable}</small>` : ways.map((way) => this.#way(person, way))}
    </li>`;
  }

  #way(person: Person, { channel, address }: Reach): TemplateResult {
    return html`<button
      type="button"
      @click=${() => this.#choose({ channelId: channel.id, to: address, name: person.name })}
    >
      <span>${channel.name}</span><small>${shownAddress(channel.platform, address) ?? address}${doubt(person, address)}</small>
    </button>`;
  }

  #choose(reached: Reached): void {
    this.words = "";
    this.found = "nothing";
    this.tell("reached", reached);
  }

  #typed(event: InputEvent): void {
    this.words = (event.target as HTMLInputElement).value;
    clearTimeout(this.#pause);
    const enough = [...this.words.trim()].length >= leastLetters;
    this.found = enough ? "loading" : "nothing";
    if (enough) this.#pause = setTimeout(() => void this.#look(this.words), pauseMs);
  }

  async #look(words: string): Promise<void> {
    const found = await peopleNamed(words).catch(() => "failed" as const);
    if (words === this.words) this.found = found;
  }

  #key(event: KeyboardEvent): void {
    const buttons = [...this.renderRoot.querySelectorAll("button")];
    const at = buttons.findIndex((button) => button.matches(":focus"));
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    // Enter in the field chooses the first, and sends nothing.
    const chosen = event.key === "Enter" && at < 0;
    if ((step === undefined && !chosen) || event.isComposing) return;
    event.preventDefault();
    if (chosen) buttons[0]?.click();
    else (buttons[at + (step ?? 0)] ?? this.renderRoot.querySelector("input"))?.focus();
  }
}

/** Marks what a person says of themselves and nobody has proved. */
function doubt({ unproven }: Person, what: string): string {
  return unproven.includes(what) ? ` · ${w.unproven.toLocaleLowerCase()}` : "";
}

define("hilo-person-search", PersonSearch);
