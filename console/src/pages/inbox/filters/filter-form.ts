import { nobody } from "@hilo/schema/words";
import { html, type TemplateResult } from "lit";
import { until } from "lit/directives/until.js";
import { channels } from "../../../data/channels.ts";
import {
  chosenSort,
  type Filter,
  isPlace,
  ownSort,
  platforms,
  priorities,
  sorts,
  statuses,
} from "../../../data/filter.ts";
import { colleagues, me } from "../../../data/members.ts";
import { tagsInUse } from "../../../data/tags.ts";
import { t } from "../../../text/filters.ts";
import { t as inbox } from "../../../text/inbox.ts";
import { tagFrom, withTag } from "../../../text/tags.ts";
import { w } from "../../../text/words.ts";

type Choice = [value: string, text: string];

type Deeds = {
  /** How many conditions are set. */
  set: number;
  change: (event: Event) => void;
  tagged: (tag: string | null) => void;
  clear: () => void;
};

/** The conditions of a list, as a form that changes them at once. */
export function filterForm(filter: Filter, deeds: Deeds): TemplateResult {
  const { set, change, tagged, clear } = deeds;
  const { view, status } = filter;
  return html`<form @change=${change} @submit=${(event: Event) => event.preventDefault()}>
      ${select("sort", t.sort, sortsChoices(filter), chosenSort(filter) ?? ownSort(filter) ?? "")}
      ${select("status", t.status, statusesChoices(), isPlace(view) ? view : status)}
      ${select("channelId", t.channel, channelsChoices(), filter.channelId ?? "")}
      ${select("platform", t.platform, platformsChoices(), filter.platform ?? "")}
      ${select("priority", t.priority, prioritiesChoices(), filter.priority ?? "")}
      ${select("assigneeId", t.assignee, assigneesChoices(), assigneeOf(filter))}
      ${tagField(filter.tag ?? "", tagged)}
      <div class="checks">
        ${check("unread", t.onlyUnread, filter.unread)}
        ${check("unanswered", t.onlyUnanswered, filter.unanswered)}
        ${check("today", t.onlyToday, filter.today)}
        ${check("resolvedToday", t.onlyResolvedToday, filter.resolvedToday)}
      </div>
      <button type="button" class="button" ?disabled=${set === 0} @click=${clear}>${inbox.clear}</button>
    </form>`;
}

/** A list that is in an order of its own offers no other. */
function sortsChoices(filter: Filter): Choice[] {
  if (ownSort(filter) === null) return [["", t.ownSort]];
  return sorts.map((one): Choice => [one, t[`${one}First`]]);
}

function assigneesChoices(): Choice[] {
  const self = me();
  const others = colleagues().map(({ id, name }): Choice => [id, name]);
  const all: Choice[] = self ? [[self.id, t.myself(self.name)], ...others] : others;
  return [["", t.everyAssignee], ...all, [nobody, t.nobody]];
}

function assigneeOf({ view, assigneeId }: Filter): string {
  if (view === "mine") return me()?.id ?? "";
  return view === "unassigned" ? nobody : (assigneeId ?? "");
}

/** Any tag may be written; one that is in use is taken as it is written there. */
function tagField(tag: string, tagged: Deeds["tagged"]): TemplateResult {
  const take = async (event: Event) => {
    event.stopPropagation();
    const written = tagFrom((event.target as HTMLInputElement).value);
    const [known] = withTag([], written, await tagsInUse());
    tagged(known ?? null);
  };
  return html`<label>
    <span>${t.tag}</span>
    <input class="field" list="tags" autocomplete="off" placeholder=${t.everyTag} .value=${tag} @change=${take} />
    <datalist id="tags">${until(tagsInUse().then(tagOptions))}</datalist>
  </label>`;
}

function tagOptions(tags: readonly string[]): TemplateResult[] {
  return tags.map((one) => html`<option value=${one}></option>`);
}

function statusesChoices(): Choice[] {
  const each = statuses.map((one): Choice => [one, t[`${one}Many`]]);
  return [["active", t.active], ...each, ["any", t.any]];
}

function channelsChoices(): Choice[] {
  const known = channels.value.map((one): Choice => [one.id, one.name]);
  return [["", t.everyChannel], ...known];
}

function platformsChoices(): Choice[] {
  return [["", t.everyPlatform], ...platforms.map((one): Choice => [one, w[one]])];
}

function prioritiesChoices(): Choice[] {
  return [["", t.everyPriority], ...priorities.map((one): Choice => [one, w[one]])];
}

function select(
  name: string,
  label: string,
  choices: readonly Choice[],
  value: string,
): TemplateResult {
  return html`<label>
    <span>${label}</span>
    <select class="field" name=${name} ?disabled=${choices.length < 2}>
      ${choices.map(([id, text]) => html`<option value=${id} ?selected=${id === value}>${text}</option>`)}
    </select>
  </label>`;
}

function check(name: string, label: string, checked: boolean): TemplateResult {
  return html`<label class="check">
    <input type="checkbox" name=${name} .checked=${checked} /><span>${label}</span>
  </label>`;
}
