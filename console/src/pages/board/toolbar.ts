import type { FunnelView, ListedLead } from "@hilo/schema";
import { leadKinds, nobody } from "@hilo/schema/words";
import { html, nothing, type TemplateResult } from "lit";
import { together } from "../../data/board-figures.ts";
import { boardOrders } from "../../data/board-order.ts";
import { tray } from "../../data/column.ts";
import { platforms } from "../../data/filter.ts";
import { assignable, memberName } from "../../data/members.ts";
import { t } from "../../text/board.ts";
import { number } from "../../text/formats.ts";
import { kindWords } from "../../text/lead-kinds.ts";
import { tagsByUse } from "../../text/tags.ts";
import { w } from "../../text/words.ts";
import { icon } from "../../ui/icon.ts";
import "../../ui/menu.ts";
import type { MenuItem } from "../../ui/menu.ts";
import { type BoardFilter, type FilterName, leavesOut } from "./filter.ts";
import type { DrawnLane } from "./lanes.ts";
import { sumsOf } from "./names.ts";

type Set = (change: Partial<BoardFilter>) => void;

/** The page's name, the funnel that is shown, and whether it is of now. */
export function head(
  funnels: readonly FunnelView[],
  funnel: FunnelView,
  isLive: boolean,
  choose: (funnelId: string) => void,
): TemplateResult {
  const items = funnels.map(({ id, name }) => ({ id, text: name, checked: id === funnel.id }));
  return html`<header class="head">
    <h1>${t.title}</h1>
    <hilo-menu
      class="funnel"
      label="${t.funnel}: ${funnel.name}"
      .items=${items}
      @choose=${(event: CustomEvent<string>) => choose(event.detail)}
    >
      <span class="chosen" dir="auto">${funnel.name}</span>${icon("chevronDown", 16)}
    </hilo-menu>
    ${isLive ? html`<span class="live">${t.live}</span>` : nothing}
  </header>`;
}

/** What is looked for, what is left out, in which order, and what all of it comes to. */
export function tools(
  filter: BoardFilter,
  lanes: readonly DrawnLane[],
  cards: readonly ListedLead[],
  set: Set,
  shows: { filters: boolean; toggle: () => void },
): TemplateResult {
  const isShown = shows.filters || leavesOut(filter);
  return html`<div class="tools ${isShown ? "filtering" : ""}">
    <label class="find">
      ${icon("search", 16)}
      <input
        type="search"
        autocomplete="off"
        placeholder=${t.find}
        aria-label=${t.find}
        .value=${filter.words}
        @input=${(event: InputEvent) => set({ words: (event.target as HTMLInputElement).value })}
      />
    </label>
    <button
      type="button"
      class="icon-button filters"
      aria-label=${t.filters}
      title=${t.filters}
      aria-expanded=${isShown}
      @click=${shows.toggle}
    >
      ${icon("sliders", 20)}
    </button>
    <div class="chips" role="group" aria-label=${t.filters}>
      ${chip("owner", t.owner, ownerItems(), filter, set)}
      ${chip("channel", t.channel, platformItems(), filter, set)}
      ${chip("kind", t.kind, kindItems(), filter, set)}
      ${chip("tag", t.tag, tagItems(cards), filter, set)}
      ${
        leavesOut(filter)
          ? html`<button
              type="button"
              class="button plain clear"
              @click=${() => set({ owner: "", channel: "", kind: "", tag: "", words: "" })}
            >
              ${t.clearFilters}
            </button>`
          : nothing
      }
    </div>
    ${totals(lanes)}
    <hilo-menu
      class="order"
      label="${t.order}: ${orderWords(filter.order)}"
      .items=${boardOrders.map((id) => ({ id, text: orderWords(id), checked: id === filter.order }))}
      @choose=${(event: CustomEvent<BoardFilter["order"]>) => set({ order: event.detail })}
    >
      ${icon("sorted", 16)}<span class="text">${orderWords(filter.order)}</span>
    </hilo-menu>
  </div>`;
}

function totals(lanes: readonly DrawnLane[]): TemplateResult {
  const open = lanes.filter(({ id, state }) => id !== tray && state !== "loading");
  const all = together(open.map(({ figures }) => figures));
  const sums = sumsOf(all.sums);
  const words =
    all.count === 1 ? t.openOne : t.open(`${number(all.count)}${all.atLeast ? "+" : ""}`);
  return html`<p class="totals">
    ${open.length === 0 ? nothing : html`<span>${words}</span>`}${sums.map((one) => html`<b>${one}</b>`)}
  </p>`;
}

function chip(
  name: FilterName,
  label: string,
  items: readonly MenuItem[],
  filter: BoardFilter,
  set: Set,
): TemplateResult | typeof nothing {
  const value = filter[name];
  const chosen = items.find(({ id }) => id === value)?.text ?? value;
  if (value)
    return html`<button
      type="button"
      class="chip"
      aria-label=${t.removeFilter(label, chosen)}
      title=${t.removeFilter(label, chosen)}
      @click=${() => set({ [name]: "" })}
    >
      <span>${label}</span><b dir="auto">${chosen}</b>${icon("x", 14)}
    </button>`;
  return html`<hilo-menu
    class="chip-menu"
    label="${label} ${t.all}"
    .items=${items}
    .search=${items.length > 9 ? label : ""}
    @choose=${(event: CustomEvent<string>) => set({ [name]: event.detail })}
  >
    <span class="chip-words">${`${label} `}<b>${t.all}</b></span>${icon("chevronDown", 14)}
  </hilo-menu>`;
}

function ownerItems(): MenuItem[] {
  const known = assignable().map(({ id }) => ({ id, text: memberName(id) ?? w.unknownMember }));
  return [{ id: nobody, text: w.nobody }, ...known];
}

function platformItems(): MenuItem[] {
  return platforms.map((id) => ({ id, text: w[id] }));
}

function kindItems(): MenuItem[] {
  return leadKinds.map((id) => ({ id, text: kindWords(id) }));
}

function tagItems(cards: readonly ListedLead[]): MenuItem[] {
  return tagsByUse(cards.flatMap(({ tags }) => tags)).map((id) => ({ id, text: id }));
}

function orderWords(order: BoardFilter["order"]): string {
  if (order === "waiting") return t.byWaiting;
  return order === "value" ? t.byValue : t.byRank;
}
