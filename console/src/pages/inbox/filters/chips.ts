import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { channelOf, channels } from "../../../data/channels.ts";
import { type Condition, conditionsIn, everything, type Filter } from "../../../data/filter.ts";
import { t } from "../../../text/filters.ts";
import { t as inbox } from "../../../text/inbox.ts";
import { w } from "../../../text/words.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { icon } from "../../../ui/icon.ts";
import { Watch } from "../../../ui/source.ts";
import { chipsStyles } from "./chips-styles.ts";
import { setFilter } from "./set-filter.ts";

/** The conditions of the list, each to be taken off. */
export class FilterChips extends HiloElement {
  static override properties = { filter: { attribute: false } };
  static override styles = [HiloElement.styles, chipsStyles];
  declare filter: Filter;

  constructor() {
    super();
    this.filter = everything;
    new Watch(this, channels);
  }

  protected override render(): TemplateResult | typeof nothing {
    const conditions = conditionsIn(this.filter);
    if (conditions.length === 0) return nothing;
    return html`<ul aria-label=${inbox.filters}>
      ${repeat(
        conditions,
        (one) => one,
        (one) => html`<li>${this.#chip(one)}</li>`,
      )}
      ${conditions.length > 1 ? html`<li><button class="all" @click=${this.#clear}>${inbox.clear}</button></li>` : nothing}
    </ul>`;
  }

  #chip(condition: Condition): TemplateResult {
    const [name, value] = conditionWords(condition, this.filter);
    const whole = name === "" ? value : `${name}: ${value}`;
    return html`<button
      class="chip"
      aria-label=${t.takeOff(whole)}
      title=${t.takeOff(whole)}
      @click=${() => void this.#takeOff(condition)}
      @keydown=${(event: KeyboardEvent) => this.#key(event, condition)}
    >
      ${name === "" ? nothing : html`<span>${name}</span>`}<b>${value}</b>${icon("x", 14)}
    </button>`;
  }

  #key(event: KeyboardEvent, condition: Condition): void {
    if (event.key !== "Backspace" && event.key !== "Delete") return;
    event.preventDefault();
    void this.#takeOff(condition);
  }

  /** The focus goes to the next chip or, after the last one, to the view that is shown. */
  async #takeOff(condition: Condition): Promise<void> {
    const at = conditionsIn(this.filter).indexOf(condition);
    setFilter({ ...this.filter, [condition]: everything[condition] });
    await new Promise(requestAnimationFrame);
    const left = [...this.renderRoot.querySelectorAll<HTMLElement>(".chip")];
    const tab = (this.getRootNode() as ParentNode).querySelector<HTMLElement>("nav [aria-current]");
    (left[at] ?? left.at(-1) ?? tab)?.focus();
  }

  #clear(): void {
    setFilter({ ...everything, view: this.filter.view });
  }
}

/** What a condition is called, and what it asks for; what says all by itself has no name. */
export function conditionWords(
  condition: Condition,
  filter: Filter,
): readonly [name: string, value: string] {
  const { status, channelId, platform, priority } = filter;
  const words: Record<Condition, () => readonly [string, string]> = {
    status: () =>
      status === "active" || status === "any" ? ["", t[status]] : [t.status, t[`${status}Many`]],
    channelId: () => [t.channel, channelOf(channelId ?? "")?.name ?? t.unknownChannel],
    platform: () => [t.platform, platform ? w[platform] : t.everyPlatform],
    priority: () => [t.priority, priority ? w[priority] : t.everyPriority],
    unread: () => ["", t.onlyUnread],
    unanswered: () => ["", t.onlyUnanswered],
    today: () => ["", t.onlyToday],
    resolvedToday: () => ["", t.onlyResolvedToday],
  };
  return words[condition]();
}

define("hilo-filter-chips", FilterChips);
