import { css, html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { t } from "../text/context.ts";
import { sameTag, withTag } from "../text/tags.ts";
import { define, HiloElement } from "./element.ts";
import { icon } from "./icon.ts";
import { tagStyles } from "./tag.ts";

const longest = 40;
const most = 20;

/** Tags that can be added and taken out. Tells `change` with the tags as they should be. */
export class TagEditor extends HiloElement {
  static override properties = {
    tags: { attribute: false },
    ask: { attribute: false },
    known: { state: true },
    adding: { state: true },
  };
  declare tags: readonly string[];
  /** Asks which tags are in use, once somebody is about to write one. */
  declare ask: () => Promise<readonly string[]>;
  declare known: readonly string[];
  declare adding: boolean;

  constructor() {
    super();
    this.tags = [];
    this.ask = async () => [];
    this.known = [];
    this.adding = false;
  }

  /** Lets a tag be written. */
  async add(): Promise<void> {
    this.adding = true;
    await this.updateComplete;
    this.renderRoot.querySelector("input")?.focus();
    this.known = await this.ask();
  }

  protected override render(): TemplateResult {
    return html`<ul>
      ${repeat(
        this.tags,
        (tag) => tag,
        (tag) => html`<li class="tag neutral">
          <span>${tag}</span>
          <button type="button" aria-label=${t.removeTag(tag)} title=${t.removeTag(tag)} @click=${() => this.#remove(tag)}>
            ${icon("x", 12)}
          </button>
        </li>`,
      )}
      <li>${this.adding ? this.#field() : this.#button()}</li>
    </ul>`;
  }

  #field(): TemplateResult {
    return html`<input
      dir="auto"
      maxlength=${longest}
      autocomplete="off"
      enterkeyhint="done"
      aria-label=${t.addTag}
      placeholder=${t.addTag}
      list="known"
      @keydown=${this.#key}
      @input=${this.#chosen}
      @blur=${this.#left}
    />
      <datalist id="known">
        ${this.#suggested().map((tag) => html`<option value=${tag}></option>`)}
      </datalist>`;
  }

  #suggested(): readonly string[] {
    return this.known.filter((tag) => !this.tags.some((one) => sameTag(one, tag)));
  }

  #button(): TemplateResult | typeof nothing {
    if (this.tags.length >= most) return nothing;
    return html`<button type="button" class="more" @click=${this.add}>
      ${icon("plus", 14)}<span>${t.addTag}</span>
    </button>`;
  }

  #key(event: KeyboardEvent): void {
    event.stopPropagation();
    const field = event.target as HTMLInputElement;
    if (event.key === "Escape") void this.#stop();
    if (event.key === "Backspace" && field.value === "") this.#remove(this.tags.at(-1) ?? "");
    if (event.key !== "Enter" && event.key !== ",") return;
    event.preventDefault();
    this.#take(field.value);
    field.value = "";
  }

  /** A suggestion that is pressed comes as a replacement, or as no typing at all. */
  #chosen(event: Event): void {
    const typed = event instanceof InputEvent && event.inputType !== "insertReplacementText";
    const field = event.target as HTMLInputElement;
    if (typed || !this.known.includes(field.value)) return;
    this.#take(field.value);
    field.value = "";
  }

  async #stop(): Promise<void> {
    this.adding = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".more")?.focus();
  }

  #left(event: FocusEvent): void {
    if (this.adding) this.#take((event.target as HTMLInputElement).value);
    this.adding = false;
  }

  #take(written: string): void {
    const tags = withTag(this.tags, written, this.known);
    if (tags !== this.tags) this.tell("change", tags);
  }

  #remove(tag: string): void {
    if (this.tags.includes(tag))
      this.tell(
        "change",
        this.tags.filter((one) => one !== tag),
      );
  }

  static override styles = [
    HiloElement.styles,
    tagStyles,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px;
      }
      .tag {
        display: inline-flex;
        align-items: center;
        gap: 2px;
        padding: 2px 2px 2px 8px;
        line-height: 20px;
      }
      .tag button {
        display: grid;
        place-items: center;
        width: 24px;
        height: 24px;
        margin: -2px 0;
        border-radius: 4px;
        opacity: 0.75;
      }
      .tag button:hover {
        opacity: 1;
        background: color-mix(in srgb, currentcolor 14%, transparent);
      }
      .more {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        min-height: 26px;
        padding: 2px 8px 2px 4px;
        border-radius: var(--radius-tag);
        font: var(--tiny);
        color: var(--secondary);
      }
      .more:hover {
        background: var(--sunken);
        color: var(--text);
      }
      input {
        width: 130px;
        min-height: 26px;
        padding: 2px 8px;
        border: 1px solid var(--accent);
        border-radius: var(--radius-tag);
        background: var(--surface);
        font: var(--tiny);
      }
      @media (pointer: coarse) {
        .more,
        input {
          min-height: 44px;
        }
        .tag button {
          width: 36px;
          height: 36px;
        }
      }
    `,
  ];
}

define("hilo-tag-editor", TagEditor);
