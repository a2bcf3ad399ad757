import { html, type TemplateResult } from "lit";
import { cleared, conditionsOf, type Filter, queryOf } from "../../../data/filter.ts";
import { t } from "../../../text/inbox.ts";
import { icon } from "../../../ui/icon.ts";
import type { IconName } from "../../../ui/icons.ts";

type Said = { icon: IconName; title: string; hint: string; link?: [address: string, text: string] };

/** What an empty list says, with the step that leads on. */
export function empty(filter: Filter, searching: boolean): TemplateResult {
  const said = saying(filter, searching);
  return html`<div class="empty">
    <span class="emblem">${icon(said.icon, 26)}</span>
    <h2>${said.title}</h2>
    <p>${said.hint}</p>
    ${said.link ? html`<a class="button" href=${said.link[0]}>${said.link[1]}</a>` : ""}
  </div>`;
}

function saying(filter: Filter, searching: boolean): Said {
  if (searching) return { icon: "search", title: t.emptySearch, hint: t.emptySearchHint };
  if (conditionsOf(filter) > 0) {
    const address = `/inbox${queryOf(cleared(filter))}`;
    return {
      icon: "sliders",
      title: t.emptyFiltered,
      hint: t.emptyFilteredHint,
      link: [address, t.clear],
    };
  }
  return byView[filter.view]();
}

const byView: Record<Filter["view"], () => Said> = {
  mine: () => ({
    icon: "check",
    title: t.emptyMine,
    hint: t.emptyMineHint,
    link: [`/inbox${queryOf({ view: "unassigned" })}`, t.seeUnassigned],
  }),
  unassigned: () => ({
    icon: "check",
    title: t.emptyUnassigned,
    hint: t.emptyUnassignedHint,
    link: [`/inbox${queryOf({ view: "all" })}`, t.seeAll],
  }),
  all: () => ({ icon: "inbox", title: t.emptyAll, hint: t.emptyAllHint }),
  closing: () => ({ icon: "timer", title: t.emptyClosing, hint: t.emptyClosingHint }),
  failed: () => ({ icon: "checkCheck", title: t.emptyFailed, hint: t.emptyFailedHint }),
  mentions: () => ({ icon: "atSign", title: t.emptyMentions, hint: t.emptyMentionsHint }),
  snoozed: () => ({ icon: "alarmClock", title: t.emptySnoozed, hint: t.emptyPlaceHint }),
  resolved: () => ({ icon: "checkCheck", title: t.emptyResolved, hint: t.emptyPlaceHint }),
  closed: () => ({ icon: "lock", title: t.emptyClosed, hint: t.emptyPlaceHint }),
};
