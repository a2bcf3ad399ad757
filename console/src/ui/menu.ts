import { avatarStyles } from "@hilo/bricks/avatar-styles";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { availabilityStyles } from "./availability.ts";
import { define, HiloElement } from "./element.ts";
import { giveBack } from "./focus.ts";
import { icon } from "./icon.ts";
import type { IconName } from "./icons.ts";
import { menuStyles } from "./menu-styles.ts";
import { place } from "./place.ts";
import { expectField, keepTyped } from "./typed-ahead.ts";

/** One line of a menu; `checked` marks what is chosen now, `apart` draws a line above. */
export type MenuItem = {
  id: string;
  text: string;
  icon?: IconName;
  /** What stands before its text in an icon's place: a face, or a mark, in the styles of the bricks that make them. */
  picture?: TemplateResult;
  hint?: string;
  /** Said after its text, to who does not see its picture. */
  said?: string;
  /** What it is found by besides its text. */
  also?: string;
  checked?: boolean;
  apart?: boolean;
  /** Written above it, as the name of the items that follow. */
  heading?: string;
};

/**
 * A button that opens a list of things to do. Tells `choose` with the id of the one taken, `opened`
 * and `closed`. With `search` the list
 * can be narrowed by writing. `plain` shows the icon only; what is put inside the element takes the icon's place.
 */
export class Menu extends HiloElement {
  static override properties = {
    label: {},
    text: {},
    icon: {},
    items: { attribute: false },
    search: {},
    plain: { type: Boolean },
    isOpen: { state: true },
    words: { state: true },
  };
  static override styles = [HiloElement.styles, avatarStyles, availabilityStyles, menuStyles];
  declare label: string;
  declare text: string;
  declare icon: IconName;
  declare items: readonly MenuItem[];
  declare search: string;
  declare plain: boolean;
  declare isOpen: boolean;
  declare words: string;
  #beside: HTMLElement | undefined;
  /** Gives what is typed while it closes to whatever has the focus then. */
  #giveTyped: () => void = () => undefined;

  constructor() {
    super();
    this.label = "";
    this.text = "";
    this.icon = "ellipsis";
    this.items = [];
    this.search = "";
    this.plain = false;
    this.isOpen = false;
    this.words = "";
  }

  /** Opens it, as a press on its button does; beside another thing where that button is not shown. */
  open(beside?: HTMLElement): void {
    this.#beside = beside;
    this.#list()?.showPopover();
  }

  /** What opens it by a press. */
  get button(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>("#button");
  }

  protected override render(): TemplateResult {
    return html`
      <button
        type="button"
        id="button"
        part="button"
        class=${this.plain ? "icon-button" : "button"}
        aria-haspopup="menu"
        aria-expanded=${this.isOpen}
        aria-label=${this.label}
        title=${this.label}
        popovertarget="list"
      >
        <slot>
          ${icon(this.icon, this.plain ? 20 : 16)}
          ${this.plain ? nothing : html`<span class="text">${this.text}</span>`}
        </slot>
      </button>
      <div popover id="list" @beforetoggle=${this.#toggles} @toggle=${this.#toggled} @keydown=${this.#key}>
        ${this.isOpen ? this.#content() : nothing}
      </div>
    `;
  }

  /** What comes later makes it wider, too. */
  protected override updated(): void {
    const [list, button] = [this.#list(), this.#opener()];
    if (this.isOpen && list && button) place(list, button);
  }

  #content(): TemplateResult {
    const found = this.items.filter((item) =>
      matches(`${item.text} ${item.also ?? ""}`, this.words),
    );
    return html`
      ${this.search === "" ? nothing : this.#field()}
      <div role="menu" aria-label=${this.label}>
        ${repeat(
          found,
          (item) => item.id,
          (item) => this.#item(item),
        )}
      </div>
    `;
  }

  #field(): TemplateResult {
    return html`<input
      class="field"
      type="search"
      autocomplete="off"
      placeholder=${this.search}
      aria-label=${this.search}
      .value=${this.words}
      @input=${(event: InputEvent) => {
        this.words = (event.target as HTMLInputElement).value;
      }}
    />`;
  }

  #item(item: MenuItem): TemplateResult {
    const choosable = item.checked !== undefined;
    return html`${item.apart ? html`<hr />` : nothing}
      ${item.heading ? html`<p role="none">${item.heading}</p>` : nothing}
      <button
        type="button"
        class="item"
        role=${choosable ? "menuitemradio" : "menuitem"}
        aria-checked=${choosable ? String(item.checked) : nothing}
        @click=${() => this.#choose(item)}
      >
        ${item.picture ?? (item.icon ? icon(item.icon, 18) : nothing)}
        <span class="text">${item.text}${item.said ? html`<span class="unseen">, ${item.said}</span>` : nothing}</span>
        ${item.hint ? html`<span class="hint">${item.hint}</span>` : nothing}
        ${item.checked ? icon("check", 16) : nothing}
      </button>`;
  }

  #choose(item: MenuItem): void {
    this.#list()?.hidePopover();
    this.#opener()?.focus();
    this.tell("choose", item.id);
  }

  /** That it has opened or closed is told a moment later, and only then the focus moves. */
  #toggles({ newState }: ToggleEvent): void {
    if (newState === "closed") this.#giveTyped = keepTyped();
    else if (this.search !== "") expectField(() => this.#list()?.hidePopover());
  }

  async #toggled(event: ToggleEvent): Promise<void> {
    this.isOpen = event.newState === "open";
    this.words = "";
    this.tell(this.isOpen ? "opened" : "closed");
    const [list, button] = [this.#list(), this.#opener()];
    if (!this.isOpen) {
      if (list) giveBack(list, button);
      this.#beside = undefined;
      this.#giveTyped();
      return;
    }
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("input, .item")?.focus();
  }

  #key(event: KeyboardEvent): void {
    event.stopPropagation();
    const items = [...this.renderRoot.querySelectorAll<HTMLElement>(".item")];
    const at = items.findIndex((item) => item.matches(":focus"));
    const to = steps(items.length, at)[event.key];
    if (event.key === "Enter" && at < 0) {
      // The choice moves the focus to the button, which this key would press next.
      event.preventDefault();
      items[0]?.click();
    }
    if (to === undefined || (at < 0 && ["Home", "End"].includes(event.key))) return;
    event.preventDefault();
    items[to]?.focus();
  }

  #opener(): HTMLElement | null {
    return this.#beside ?? this.button;
  }

  #list(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>("#list");
  }
}

function steps(length: number, at: number): Record<string, number | undefined> {
  const last = length - 1;
  return {
    ArrowDown: at >= last ? 0 : at + 1,
    ArrowUp: at <= 0 ? last : at - 1,
    Home: 0,
    End: last,
  };
}

function matches(text: string, words: string): boolean {
  return text.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase());
}

define("hilo-menu", Menu);
