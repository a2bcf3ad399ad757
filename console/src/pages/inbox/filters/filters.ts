import { html, type PropertyDeclarations, type TemplateResult } from "lit";
import { channels } from "../../../data/channels.ts";
import {
  conditionsOf,
  everything,
  type Filter,
  platforms,
  priorities,
  queryOf,
  statuses,
} from "../../../data/filter.ts";
import { t } from "../../../text/inbox.ts";
import { w } from "../../../text/words.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { icon } from "../../../ui/icon.ts";
import { navigate } from "../../../ui/navigate.ts";
import { place } from "../../../ui/place.ts";
import { Watch } from "../../../ui/source.ts";
import { filtersStyles } from "./filters-styles.ts";

type Choice = [value: string, text: string];

/** The conditions of the list, behind a button. They live in the page's address. */
export class Filters extends HiloElement {
  static override properties: PropertyDeclarations = {
    filter: { attribute: false },
    isOpen: { state: true },
  };
  static override styles = [HiloElement.styles, filtersStyles];
  declare filter: Filter;
  declare isOpen: boolean;

  constructor() {
    super();
    this.filter = everything;
    this.isOpen = false;
    new Watch(this, channels);
  }

  protected override render(): TemplateResult {
    const set = conditionsOf(this.filter);
    return html`<button
        id="button"
        class="icon-button"
        aria-haspopup="dialog"
        aria-expanded=${this.isOpen}
        aria-label=${set > 0 ? t.filtersSet(set) : t.filters}
        title=${t.filters}
        popovertarget="panel"
      >
        ${icon("filter", 19)}${set > 0 ? html`<b aria-hidden="true">${set}</b>` : ""}
      </button>
      <div id="panel" popover role="dialog" aria-label=${t.filters} @toggle=${this.#toggled}>
        ${this.isOpen ? this.#form(set) : ""}
      </div>`;
  }

  #form(set: number): TemplateResult {
    const { filter } = this;
    return html`<form @change=${this.#changed} @submit=${(event: Event) => event.preventDefault()}>
      ${select("status", t.status, this.#statuses(), filter.status)}
      ${select("channelId", t.channel, this.#channels(), filter.channelId ?? "")}
      ${select("platform", t.platform, this.#platforms(), filter.platform ?? "")}
      ${select("priority", t.priority, this.#priorities(), filter.priority ?? "")}
      <div class="checks">
        ${check("unread", t.onlyUnread, filter.unread)}
        ${check("unanswered", t.onlyUnanswered, filter.unanswered)}
        ${check("today", t.onlyToday, filter.today)}
      </div>
      <button type="button" class="button" ?disabled=${set === 0} @click=${this.#clear}>${t.clear}</button>
    </form>`;
  }

  #statuses(): Choice[] {
    return [["active", t.active], ...statuses.map((one): Choice => [one, t[`${one}Many`]])];
  }

  #channels(): Choice[] {
    const known = channels.value.map((one): Choice => [one.id, one.name]);
    return [["", t.everyChannel], ...known];
  }

  #platforms(): Choice[] {
    return [["", t.everyPlatform], ...platforms.map((one): Choice => [one, w[one]])];
  }

  #priorities(): Choice[] {
    return [["", t.everyPriority], ...priorities.map((one): Choice => [one, w[one]])];
  }

  #changed(event: Event): void {
    const field = event.target;
    if (field instanceof HTMLInputElement) this.#set({ [field.name]: field.checked });
    if (field instanceof HTMLSelectElement) this.#set({ [field.name]: field.value || null });
  }

  #clear(): void {
    this.#set({ ...everything, view: this.filter.view });
    this.renderRoot.querySelector<HTMLElement>("#panel")?.hidePopover();
  }

  #set(change: Partial<Filter>): void {
    const rest = location.pathname.startsWith("/inbox") ? location.pathname : "/inbox";
    navigate(`${rest}${queryOf({ ...this.filter, ...change })}`, { replace: true });
  }

  async #toggled(event: ToggleEvent): Promise<void> {
    this.isOpen = event.newState === "open";
    if (!this.isOpen) return;
    await this.updateComplete;
    const panel = this.renderRoot.querySelector<HTMLElement>("#panel");
    const button = this.renderRoot.querySelector<HTMLElement>("#button");
    if (panel && button) place(panel, button);
    panel?.querySelector("select")?.focus();
  }
}

function select(
  name: string,
  label: string,
  choices: readonly Choice[],
  value: string,
): TemplateResult {
  return html`<label>
    <span>${label}</span>
    <select class="field" name=${name}>
      ${choices.map(([id, text]) => html`<option value=${id} ?selected=${id === value}>${text}</option>`)}
    </select>
  </label>`;
}

function check(name: string, label: string, checked: boolean): TemplateResult {
  return html`<label class="check">
    <input type="checkbox" name=${name} .checked=${checked} /><span>${label}</span>
  </label>`;
}

define("hilo-filters", Filters);
