/// <reference types="vite/client" />

import { inEach } from "@hilo/schema/languages";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../text/emojis.ts";
import { language } from "../text/language.ts";
import { define, HiloElement } from "./element.ts";
import names from "./emoji-names.txt?raw";
import { pickerStyles } from "./emoji-picker-styles.ts";
import { keepRecent, recentEmoji } from "./emoji-recent.ts";
import { type Emoji, readEmoji, searchEmoji } from "./emoji-search.ts";
import { neighbour } from "./neighbour.ts";

const all = readEmoji(names);
const known = new Map(all.map((one) => [one.emoji, one]));

/** Emoji to choose from: searched for in both languages, the recent ones first. Tells `pick` with the one taken. */
export class EmojiPicker extends HiloElement {
  static override properties = { words: { state: true } };
  static override styles = [HiloElement.styles, pickerStyles];
  declare words: string;
  readonly #recent = recentEmoji();

  constructor() {
    super();
    this.words = "";
  }

  protected override firstUpdated(): void {
    // Under a finger, a field with the caret would bring up the keyboard over what is to be chosen.
    const first = matchMedia("(pointer: coarse)").matches ? "button" : "input";
    this.renderRoot.querySelector<HTMLElement>(first)?.focus();
  }

  protected override render(): TemplateResult {
    const found = searchEmoji(all, this.words);
    const searches = this.words.trim() !== "";
    return html`<div class="picker" role="group" aria-label=${t.emojiPick} @keydown=${this.#key}>
      <input
        class="field"
        type="search"
        autocomplete="off"
        placeholder=${t.emojiSearch}
        aria-label=${t.emojiSearch}
        .value=${this.words}
        @input=${(event: InputEvent) => {
          this.words = (event.target as HTMLInputElement).value;
        }}
      />
      <div class="scroll">
        ${searches || this.#recent.length === 0 ? nothing : this.#recents()}
        ${grid(found, t.emojiPick, this.#take)}
      </div>
      <p class="none" role="status">${found.length === 0 ? t.emojiNone : nothing}</p>
    </div>`;
  }

  #recents(): TemplateResult {
    const recent = this.#recent.map((emoji) => known.get(emoji) ?? unnamed(emoji));
    return html`<h3>${t.emojiRecent}</h3>
      ${grid(recent, t.emojiRecent, this.#take)}
      <hr />`;
  }

  readonly #take = (emoji: string): void => {
    keepRecent(emoji);
    this.tell("pick", emoji);
  };

  #key(event: KeyboardEvent): void {
    const field = this.renderRoot.querySelector("input");
    const buttons = [...this.renderRoot.querySelectorAll("button")];
    const from = buttons.find((button) => button.matches(":focus"));
    const next = from
      ? (neighbour(buttons, from, event.key) ?? (event.key === "ArrowUp" ? field : undefined))
      : { ArrowDown: buttons[0], Enter: buttons[0] }[event.key];
    if (!next || event.isComposing) return;
    event.preventDefault();
    if (event.key === "Enter") next.click();
    else next.focus();
  }
}

function grid(
  shown: readonly Emoji[],
  label: string,
  take: (emoji: string) => void,
): TemplateResult {
  return html`<div class="grid" role="group" aria-label=${label}>
    ${shown.map(
      (one, index) => html`<button
        type="button"
        tabindex=${index === 0 ? 0 : -1}
        title=${one.names[language()]}
        @click=${() => take(one.emoji)}
      >
        ${one.emoji}
      </button>`,
    )}
  </div>`;
}

/** One kept by another version of the table. */
function unnamed(emoji: string): Emoji {
  return { emoji, names: inEach(() => ""), found: [] };
}

define("hilo-emoji-picker", EmojiPicker);
