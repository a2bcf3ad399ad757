import { html, type TemplateResult } from "lit";
import { channels } from "../../../data/channels.ts";
import { type Filter, platforms, priorities, statuses } from "../../../data/filter.ts";
import { t } from "../../../text/filters.ts";
import { t as inbox } from "../../../text/inbox.ts";
import { w } from "../../../text/words.ts";

type Choice = [value: string, text: string];

type Deeds = {
  /** How many conditions are set. */
  set: number;
  change: (event: Event) => void;
  clear: () => void;
};

/** The conditions of a list, as a form that changes them at once. */
export function filterForm(filter: Filter, { set, change, clear }: Deeds): TemplateResult {
  return html`<form @change=${change} @submit=${(event: Event) => event.preventDefault()}>
      ${select("status", t.status, statusesChoices(), filter.status)}
      ${select("channelId", t.channel, channelsChoices(), filter.channelId ?? "")}
      ${select("platform", t.platform, platformsChoices(), filter.platform ?? "")}
      ${select("priority", t.priority, prioritiesChoices(), filter.priority ?? "")}
      <div class="checks">
        ${check("unread", t.onlyUnread, filter.unread)}
        ${check("unanswered", t.onlyUnanswered, filter.unanswered)}
        ${check("today", t.onlyToday, filter.today)}
        ${check("resolvedToday", t.onlyResolvedToday, filter.resolvedToday)}
      </div>
      <button type="button" class="button" ?disabled=${set === 0} @click=${clear}>${inbox.clear}</button>
    </form>`;
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
