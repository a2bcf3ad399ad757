import type { Platform } from "@hilo/schema";
import { html, type TemplateResult } from "lit";
import { channels } from "../../data/channels.ts";
import { keepers, knownTemplates } from "../../data/templates.ts";
import { t } from "../../text/templates.ts";
import { w } from "../../text/words.ts";
import { navigate } from "../../ui/navigate.ts";
import { addressOf, categoriesOf, type Filter, type Kind, kindOf } from "./list.ts";

/** What narrows the list: its kind, which is an address of its own, words, a category, a place. */
export function tools(
  { kind, words, category, place }: Filter,
  change: (filter: Partial<Filter>) => void,
): TemplateResult {
  const all = knownTemplates().filter((one) => kindOf(one) === kind);
  const places =
    kind === "quick"
      ? platformsOf().map((one) => [one, w[one]])
      : keepers().map(({ id, name }) => [id, name]);
  const tab = (one: Kind, text: string) => html`<button
    role="tab"
    aria-selected=${kind === one}
    @click=${() => navigate(addressOf(one))}
  >
    ${text}
  </button>`;
  return html`<div class="tools">
    <div class="tabs" role="tablist">
      ${tab("quick", t.quickReplies)}${tab("approved", t.approvedOnes)}${tab("waiting", t.waitingOnes)}
    </div>
    <input
      class="field"
      type="search"
      placeholder=${t.search}
      aria-label=${t.search}
      .value=${words}
      @input=${(event: Event) => change({ words: valueIn(event) })}
    />
    ${select(t.category, category, [["", t.allCategories], ...categoriesOf(all).map((one) => [one, one])], (value) => change({ category: value }))}
    ${select(t.platform, place, [["", t.allPlatforms], ...places], (value) => change({ place: value }))}
  </div>`;
}

export function platformsOf(): Platform[] {
  return [...new Set(channels.value.map(({ platform }) => platform))].filter(
    (one) => one !== "voice",
  );
}

function valueIn(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

function select(
  label: string,
  value: string,
  options: readonly (readonly string[])[],
  write: (value: string) => void,
): TemplateResult {
  return html`<select class="field" aria-label=${label} .value=${value} @change=${(event: Event) => write(valueIn(event))}>
    ${options.map(([one = "", words = ""]) => html`<option value=${one} ?selected=${one === value}>${words}</option>`)}
  </select>`;
}
