import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { t } from "../../../text/mail.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { place } from "../../../ui/place.ts";
import { linkTo } from "../kinds/formatted.ts";

/** Where a link leads, and its words where none are selected. */
export type Link = { href: string; text: string };

/**
 * The small dialog in which a link is written. Tells `put` with it, `unlink` when it is to be no link any more, and
 * `shut` when it was left.
 */
export class LinkForm extends HiloElement {
  static override properties: PropertyDeclarations = {
    href: {},
    text: {},
    wrong: { state: true },
  };
  declare href: string;
  /** The words that are selected. */
  declare text: string;
  declare wrong: boolean;

  constructor() {
    super();
    this.href = "";
    this.text = "";
    this.wrong = false;
  }

  /** Opens it beside what it belongs to. */
  async open(beside: HTMLElement): Promise<void> {
    await this.updateComplete;
    const box = this.#box();
    box?.showPopover();
    if (box) place(box, beside, "above");
    this.renderRoot.querySelector("input")?.focus();
  }

  protected override render(): TemplateResult {
    return html`<div popover role="dialog" aria-label=${t.linkTitle} @keydown=${this.#key} @toggle=${this.#toggled}>
      <form novalidate @submit=${this.#submit}>
        <label>
          <span>${t.linkAddress}</span>
          <input class="field" name="href" inputmode="url" autocomplete="off" dir="ltr" placeholder=${t.linkExample}
            .value=${this.href} aria-invalid=${this.wrong ? "true" : nothing} aria-describedby="wrong" />
        </label>
        <p id="wrong" role="alert" ?hidden=${!this.wrong}>${t.linkBad}</p>
        <label>
          <span>${t.linkText}</span>
          <input class="field" name="text" autocomplete="off" dir="auto" .value=${this.text} />
        </label>
        <div class="actions">
          ${this.href ? html`<button type="button" class="button" @click=${() => this.#end("unlink")}>${t.linkRemove}</button>` : nothing}
          <button class="button primary">${t.linkPut}</button>
        </div>
      </form>
    </div>`;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const entered = new FormData(event.target as HTMLFormElement);
    const href = linkTo(String(entered.get("href")));
    this.wrong = href === undefined;
    if (href) this.#end("put", { href, text: String(entered.get("text")).trim() });
    else this.renderRoot.querySelector("input")?.focus();
  }

  #end(type: "put" | "unlink", link?: Link): void {
    this.tell(type, link);
    this.#box()?.hidePopover();
  }

  /** The keys of the dialog are nobody else's. */
  #key(event: KeyboardEvent): void {
    event.stopPropagation();
  }

  #toggled(event: ToggleEvent): void {
    if (event.newState === "closed") this.tell("shut");
  }

  #box(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>("[popover]");
  }

  static override styles = [
    HiloElement.styles,
    css`
      [popover] {
        position: fixed;
        inset: auto;
        width: min(340px, calc(100vw - 16px));
        margin: 0;
        padding: 14px;
        border: 1px solid var(--line);
        border-radius: var(--radius-card);
        background: var(--surface);
        color: var(--text);
        box-shadow: var(--shadow-float);
      }
      form {
        display: grid;
        gap: 10px;
      }
      label span {
        display: block;
        margin-bottom: 4px;
        font-weight: 500;
      }
      p {
        color: var(--bad-text);
        font: var(--small);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 8px;
      }
    `,
  ];
}

define("hilo-link-form", LinkForm);
