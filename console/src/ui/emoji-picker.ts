import { css, html, type TemplateResult } from "lit";
import { t } from "../text/composer.ts";
import { define, HiloElement } from "./element.ts";

const columns = 8;
const emoji = [
  ..."😀😄😁😅😂🙂😉😊😍😘🤗🤔😐🙄😬😔😢😭😤😡😱🥳😎🤝",
  ...new Intl.Segmenter().segment(
    "👍👎👏🙌🙏💪👋👌✌️🤞👀❤️💙💚💛🔥⭐✨🎉🎁✅❌⚠️❓❗💡📌📎📅⏰📞📧📦🚚💳💰🧾📄🛒🏠📍🕐☕🌞",
  ),
].map((one) => (typeof one === "string" ? one : one.segment));

/** A few dozen emoji in a grid. Tells `pick` with the one taken; arrows move in it. */
export class EmojiPicker extends HiloElement {
  protected override firstUpdated(): void {
    this.renderRoot.querySelector("button")?.focus();
  }

  protected override render(): TemplateResult {
    return html`<div role="group" aria-label=${t.emojiPick} @keydown=${this.#key}>
      ${emoji.map(
        (one, index) => html`<button
          type="button"
          tabindex=${index === 0 ? 0 : -1}
          @click=${() => this.tell("pick", one)}
        >
          ${one}
        </button>`,
      )}
    </div>`;
  }

  #key(event: KeyboardEvent): void {
    const buttons = [...this.renderRoot.querySelectorAll("button")];
    const at = buttons.findIndex((button) => button.matches(":focus"));
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
    const next = step === undefined ? undefined : buttons[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  static override styles = [
    HiloElement.styles,
    css`
      div {
        display: grid;
        grid-template-columns: repeat(8, minmax(0, max(36px, var(--target))));
        max-height: 240px;
        overflow-y: auto;
      }
      button {
        height: max(36px, var(--target));
        border-radius: 7px;
        font-size: 20px;
      }
      button:hover {
        background: var(--sunken);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
    `,
  ];
}

define("hilo-emoji-picker", EmojiPicker);
