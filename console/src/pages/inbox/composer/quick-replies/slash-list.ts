import { filledIn } from "@hilo/schema/template/template";
import { css, html, nothing, type TemplateResult } from "lit";
import { me } from "../../../../data/members.ts";
import { settings } from "../../../../data/settings.ts";
import {
  countUse,
  knownTemplates,
  type ListedTemplate,
  templates,
} from "../../../../data/templates.ts";
import { language } from "../../../../text/language.ts";
import { t } from "../../../../text/templates.ts";
import { place } from "../../../../ui/place.ts";
import type { Field } from "../writing/field.ts";
import type { SlashHost } from "./slash-host.ts";
import {
  beginSlash,
  blankIn,
  insert,
  matching,
  type Slash,
  slashAt,
  valuesOf,
  withoutSlash,
} from "./slash-values.ts";

const most = 8;

export type Written = (text: string, caret: number) => void;

const styles = css`
  #slash {
    width: min(460px, calc(100vw - 32px));
    max-height: min(360px, 60vh);
  }
  #slash li {
    display: grid;
    gap: 0;
  }
  #slash small,
  #slash p {
    overflow: hidden;
    color: var(--secondary);
    font: var(--tiny);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  #slash p {
    padding: 4px 10px;
  }
`;

/** Offers quick replies behind a slash: arrows choose, Enter or Tab inserts, Escape leaves. */
export class SlashList {
  readonly #host: SlashHost;
  #field: Field | undefined;
  #slash: Slash | undefined;
  #at = 0;
  #begun = "";

  constructor(host: SlashHost) {
    this.#host = host;
    const root = host.renderRoot;
    if (root instanceof ShadowRoot && styles.styleSheet)
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles.styleSheet];
    templates.subscribe(() => host.requestUpdate());
    settings.subscribe(() => undefined);
  }

  look(field: Field): void {
    this.#field = field;
    this.#slash = slashAt(field.value, field.selectionStart);
    // A slash that was rubbed out is nobody's to take back.
    if (!this.#slash) this.#begun = "";
    this.#at = 0;
    this.#host.requestUpdate();
  }

  /** Writes the slash for whoever pressed the button; left without a choice, it is taken back. */
  begin(field: Field, written: Written): void {
    if (this.#slash) {
      this.#leave(written);
      return;
    }
    const { text, caret, put } = beginSlash(field.value, field.selectionStart, field.selectionEnd);
    written(text, caret);
    void this.#host.updateComplete.then(() => {
      this.look(field);
      this.#begun = put;
    });
  }

  close(): void {
    this.#slash = undefined;
    this.#begun = "";
    this.#host.requestUpdate();
  }

  /** Whether the key was for the list, or for the next blank of what it inserted. */
  key(event: KeyboardEvent, field: Field, written: Written): boolean {
    const done = this.#slash ? this.#press(event, written) : this.#next(event, field);
    if (!done) return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  /** Whether a blank is left, which nobody means to send; it is selected then. */
  holds(): boolean {
    const field = this.#field;
    const blank = field?.isConnected ? blankIn(field.value) : undefined;
    if (!field || !blank) return false;
    field.focus();
    field.setSelectionRange(...blank);
    return true;
  }

  render(written: Written): TemplateResult | typeof nothing {
    const found = this.#found();
    if (!this.#slash || !this.#field?.value || templates.value === "loading") return nothing;
    if (found.length === 0)
      return html`<div class="floating mentions" id="slash" popover="manual" role="status">
        <p>${t.slashNone}</p>
      </div>`;
    const values = this.#values();
    return html`<ul
      class="floating mentions"
      id="slash"
      popover="manual"
      role="listbox"
      aria-label=${t.slashList}
    >
      ${found.map(
        (reply, index) => html`<li
          role="option"
          id=${`slash-${index}`}
          aria-selected=${index === this.#at}
          @mousedown=${(event: Event) => {
            event.preventDefault();
            this.#take(reply, written);
          }}
        >
          <span>${reply.name}</span><small>${filledIn(reply.text, values)}</small>
        </li>`,
      )}
    </ul>`;
  }

  /** Puts the list beside the field, once it is drawn. */
  settle(): void {
    const list = this.#host.renderRoot.querySelector<HTMLElement>("#slash");
    if (!list || !this.#field) return;
    if (!list.matches(":popover-open")) list.showPopover();
    place(list, this.#field, "above");
    list.querySelector(`#slash-${this.#at}`)?.scrollIntoView({ block: "nearest" });
  }

  get active(): string | undefined {
    return this.#found().length > 0 ? `slash-${this.#at}` : undefined;
  }

  #press(event: KeyboardEvent, written: Written): boolean {
    const found = this.#found();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = found[this.#at];
    if (event.key === "Escape") this.#leave(written);
    else if (step !== undefined && found.length > 0) {
      this.#at = (this.#at + step + found.length) % found.length;
      this.#host.requestUpdate();
    } else if ((event.key === "Enter" || event.key === "Tab") && chosen)
      this.#take(chosen, written);
    else return false;
    return true;
  }

  /** Nobody who pressed a button means to send the slash that it wrote. */
  #leave(written: Written): void {
    const field = this.#field;
    const left =
      field && this.#slash && this.#begun !== ""
        ? withoutSlash(field.value, field.selectionStart, this.#slash, this.#begun)
        : undefined;
    this.close();
    if (left) written(left.text, left.caret);
  }

  /** Tab goes on to the next blank. */
  #next(event: KeyboardEvent, field: Field): boolean {
    if (event.key !== "Tab" || event.shiftKey) return false;
    const blank = blankIn(field.value, field.selectionEnd) ?? blankIn(field.value);
    if (!blank) return false;
    field.setSelectionRange(...blank);
    return true;
  }

  #found(): ListedTemplate[] {
    if (!this.#slash) return [];
    const platform = this.#host.conversation?.platform;
    const fitting = knownTemplates()
      .filter(({ approved }) => !approved)
      .filter(({ platforms: on }) => on.length === 0 || (platform && on.includes(platform)))
      .sort((a, b) => b.used - a.used);
    return matching(fitting, this.#slash.words).slice(0, most);
  }

  #values(): Record<string, string> {
    return valuesOf({
      name: this.#host.conversation?.contact.name ?? "",
      address: this.#host.conversation?.address ?? "",
      agent: me()?.name ?? "",
      company: settings.value?.name ?? "",
      date: new Intl.DateTimeFormat(language(), { day: "numeric", month: "long" }).format(),
    });
  }

  #take(reply: ListedTemplate, written: Written): void {
    const field = this.#field;
    if (!field || !this.#slash) return;
    const values = this.#values();
    const done = insert(field.value, field.selectionStart, this.#slash, reply.text, values);
    this.close();
    written(done.text, done.select[1]);
    void this.#host.updateComplete.then(() => field.setSelectionRange(...done.select));
    countUse(reply.id);
  }
}
