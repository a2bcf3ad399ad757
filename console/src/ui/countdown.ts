import { css, html, type PropertyValues, type TemplateResult } from "lit";
import { t } from "../text/composer.ts";
import { preciseDuration } from "../text/formats.ts";
import { define, HiloElement } from "./element.ts";
import { icon } from "./icon.ts";
import { nextTick } from "./tick.ts";

const minute = 60_000;

/** How long is left until a moment: green, amber from `warnMs` before, red at the end. Tells `over` once. */
export class Countdown extends HiloElement {
  static override properties = {
    until: { type: Number },
    warnMs: { type: Number },
    tone: { reflect: true },
  };
  declare until: number;
  declare warnMs: number;
  declare tone: "good" | "warning" | "bad";
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.until = 0;
    this.warnMs = 0;
    this.tone = "good";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(): void {
    const left = this.#left();
    this.tone = left === 0 ? "bad" : left < this.warnMs ? "warning" : "good";
  }

  protected override updated(changed: PropertyValues<this>): void {
    clearTimeout(this.#timer);
    const left = this.#left();
    if (left > 0) this.#timer = setTimeout(() => this.requestUpdate(), nextTick(left));
    else if (changed.get("tone") !== undefined) this.tell("over");
  }

  protected override render(): TemplateResult {
    const left = this.#left();
    const shown = preciseDuration(left < minute ? left : Math.floor(left / minute) * minute);
    return html`<span role="timer" title=${t.leftLong(shown)}>
      ${icon("timer", 14)}<span>${t.left(shown)}</span>
    </span>`;
  }

  #left(): number {
    return Math.max(0, this.until - Date.now());
  }

  static override styles = [
    HiloElement.styles,
    css`
      :host {
        display: block;
        font: var(--small);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
        color: var(--good-text);
      }
      :host([tone="warning"]) {
        color: var(--warning-text);
      }
      :host([tone="bad"]) {
        color: var(--bad-text);
      }
      span {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
    `,
  ];
}

define("hilo-countdown", Countdown);
