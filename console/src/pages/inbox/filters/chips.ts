import { nobody } from "@hilo/schema/words";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { channelOf, channels } from "../../../data/channels.ts";
import {
  type Condition,
  chosenSort,
  cleared,
  conditionsIn,
  everything,
  type Filter,
} from "../../../data/filter.ts";
import { memberName, members } from "../../../data/members.ts";
import { t } from "../../../text/filters.ts";
import { t as inbox } from "../../../text/inbox.ts";
import { w } from "../../../text/words.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { icon } from "../../../ui/icon.ts";
import { Watch } from "../../../ui/source.ts";
import { chipsStyles } from "./chips-styles.ts";
import { setFilter } from "./set-filter.ts";

/** What can be taken off a list: its conditions, and an order that it has not by itself. */
type Chip = Condition | "sort";

/** The conditions of the list, each to be taken off. */
export class FilterChips extends HiloElement {
  static override properties = { filter: { attribute: false } };
  static override styles = [HiloElement.styles, chipsStyles];
  declare filter: Filter;

  constructor() {
    super();
    this.filter = everything;
    new Watch(this, channels, members);
  }

  protected override render(): TemplateResult | typeof nothing {
    const chips = chipsOf(this.filter);
    if (chips.length === 0) return nothing;
    return html`<ul aria-label=${inbox.filters}>
      ${repeat(
        chips,
        (one) => one,
        (one) => html`<li>${this.#chip(one)}</li>`,
      )}
      ${conditionsIn(this.filter).length > 1 ? html`<li><button class="all" @click=${this.#clear}>${inbox.clear}</button></li>` : nothing}
    </ul>`;
  }

  #chip(chip: Chip): TemplateResult {
    const [name, value] = chipWords(chip, this.filter);
    const whole = name === "" ? value : `${name}: ${value}`;
    return html`<button
      class="chip"
      aria-label=${t.takeOff(whole)}
      title=${t.takeOff(whole)}
      @click=${() => void this.#takeOff(chip)}
      @keydown=${(event: KeyboardEvent) => this.#key(event, chip)}
    >
      ${name === "" ? nothing : html`<span>${name}</span>`}<b>${value}</b>${icon("x", 14)}
    </button>`;
  }

  #key(event: KeyboardEvent, chip: Chip): void {
    if (event.key !== "Backspace" && event.key !== "Delete") return;
    event.preventDefault();
    void this.#takeOff(chip);
  }

  /** The focus goes to the next chip or, after the last one, to the view that is shown. */
  async #takeOff(chip: Chip): Promise<void> {
    const at = chipsOf(this.filter).indexOf(chip);
    setFilter({ ...this.filter, [chip]: everything[chip] });
    await new Promise(requestAnimationFrame);
    const left = [...this.renderRoot.querySelectorAll<HTMLElement>(".chip")];
    const tab = (this.getRootNode() as ParentNode).querySelector<HTMLElement>(
      "nav [aria-current], nav a",
    );
    (left[at] ?? left.at(-1) ?? tab)?.focus();
  }

  #clear(): void {
    setFilter(cleared(this.filter));
  }
}

function chipsOf(filter: Filter): Chip[] {
  const sorted: Chip[] = chosenSort(filter) ? ["sort"] : [];
  return [...sorted, ...conditionsIn(filter)];
}

/** What a chip is called, and what it asks for; what says all by itself has no name. */
function chipWords(chip: Chip, filter: Filter): readonly [name: string, value: string] {
  const { status, channelId, platform, priority, tag, sort } = filter;
  const words: Record<Chip, () => readonly [string, string]> = {
    status: () =>
      status === "active" || status === "any" ? ["", t[status]] : [t.status, t[`${status}Many`]],
    channelId: () => [t.channel, channelOf(channelId ?? "")?.name ?? t.unknownChannel],
    platform: () => [t.platform, platform ? w[platform] : t.everyPlatform],
    priority: () => [t.priority, priority ? w[priority] : t.everyPriority],
    assigneeId: () => [t.assignee, assigneeName(filter.assigneeId)],
    tag: () => [t.tag, tag ?? t.everyTag],
    unread: () => ["", t.onlyUnread],
    unanswered: () => ["", t.onlyUnanswered],
    today: () => ["", t.onlyToday],
    resolvedToday: () => ["", t.onlyResolvedToday],
    sort: () => [t.sort, t[`${sort ?? "newest"}First`]],
  };
  return words[chip]();
}

function assigneeName(id: string | null): string {
  return id === nobody ? t.nobody : (memberName(id ?? "") ?? t.unknownAssignee);
}

define("hilo-filter-chips", FilterChips);
