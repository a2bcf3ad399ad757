import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import type { Thread } from "../../../../data/messages.ts";
import { t as desk } from "../../../../text/desk.ts";
import { t } from "../../../../text/thread-search.ts";
import { define, HiloElement } from "../../../../ui/element.ts";
import { icon } from "../../../../ui/icon.ts";
import { messagesWith, stepTo } from "../../message/found-in.ts";
import { markFound } from "../../message/mark-found.ts";
import { searchStyles } from "./search-styles.ts";

/**
 * Searches the messages of a thread that have come. Tells `jump` with the one to be seen, `older` when more are to be
 * searched, and `close`.
 */
export class ThreadSearch extends HiloElement {
  static override properties: PropertyDeclarations = {
    thread: { attribute: false },
    element: { attribute: false },
    words: { state: true },
    at: { state: true },
  };
  static override styles = [HiloElement.styles, searchStyles];
  declare thread: Thread;
  /** Where the messages are drawn. */
  declare element: Element | null;
  declare words: string;
  /** The id of the one that is seen. */
  declare at: string;

  constructor() {
    super();
    this.thread = { messages: [], state: "loading", older: "loading" };
    this.element = null;
    this.words = "";
    this.at = "";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    markFound(null, "");
  }

  /** Puts the caret into the field. */
  search(): void {
    void this.updateComplete.then(() => {
      const field = this.renderRoot.querySelector("input");
      field?.focus();
      field?.select();
    });
  }

  protected override firstUpdated(): void {
    this.search();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("thread") && !changed.has("words")) return;
    // What has just come is drawn first.
    requestAnimationFrame(() => this.isConnected && markFound(this.element, this.words));
  }

  protected override render(): TemplateResult {
    const found = this.#found();
    return html`<div class="bar" role="search" @keydown=${this.#key}>
      ${icon("search", 18)}
      <input
        class="field"
        type="search"
        dir="auto"
        autocomplete="off"
        placeholder=${desk.find}
        aria-label=${desk.find}
        .value=${this.words}
        @input=${this.#typed}
      />
      <span class="count" role="status">${this.words.trim() === "" ? nothing : this.#count(found)}</span>
      ${this.#button(t.olderMatch, "up", "arrowDown", found.length === 0, () => this.#go(-1))}
      ${this.#button(t.newerMatch, "", "arrowDown", found.length === 0, () => this.#go(1))}
      ${this.#button(t.endFind, "", "x", false, () => this.tell("close"))}
    </div>
    <div class="scope">${this.#scope()}</div>`;
  }

  #button(
    label: string,
    turned: string,
    sign: "arrowDown" | "x",
    disabled: boolean,
    press: () => void,
  ): TemplateResult {
    return html`<button type="button" class="icon-button ${turned}" aria-label=${label} title=${label} ?disabled=${disabled} @click=${press}>
      ${icon(sign, 18)}
    </button>`;
  }

  #count(found: readonly string[]): string {
    if (found.length === 0) return t.noMatch;
    return t.matchOf(found.indexOf(this.at) + 1, found.length);
  }

  /** What was searched, and the way to search more. */
  #scope(): TemplateResult {
    const { messages, older } = this.thread;
    if (older === "none") return html`<span>${t.searchedAll}</span>`;
    return html`<span>${t.searchedMessages(messages.length)}</span>
      ${
        older === "some"
          ? html`<button type="button" @click=${() => this.tell("older")}>${t.searchOlder}</button>`
          : html`<span>${t.loadingOlder}</span>`
      }`;
  }

  #found(): string[] {
    return messagesWith(this.thread.messages, this.words);
  }

  #typed(event: InputEvent): void {
    this.words = (event.target as HTMLInputElement).value;
    const found = this.#found();
    if (!found.includes(this.at)) this.#see(found.at(-1) ?? "");
  }

  #go(step: 1 | -1): void {
    this.#see(stepTo(this.#found(), this.at, step));
  }

  #see(id: string): void {
    this.at = id;
    if (id !== "") this.tell("jump", id);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const writes = event.composedPath()[0] instanceof HTMLInputElement;
    const step = stepOf(event, writes);
    if (event.key !== "Escape" && step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (step === undefined) this.tell("close");
    else this.#go(step);
  }
}

/** Which way a key leads: letters only where none are written. */
function stepOf({ key, shiftKey }: KeyboardEvent, writes: boolean): 1 | -1 | undefined {
  if (key === "ArrowUp") return -1;
  if (key === "ArrowDown") return 1;
  if (writes && key === "Enter") return shiftKey ? 1 : -1;
  if (writes) return undefined;
  return key === "p" ? 1 : key === "n" ? -1 : undefined;
}

define("hilo-thread-search", ThreadSearch);
