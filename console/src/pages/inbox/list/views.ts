import { html, nothing, type TemplateResult } from "lit";
import { type Counts, counts } from "../../../data/conversations.ts";
import { mostCounted, upTo } from "../../../data/count-pace.ts";
import { desks, type Filter, inView, queryOf, type View } from "../../../data/filter.ts";
import { unseenMentions } from "../../../data/mentions.ts";
import { t } from "../../../text/inbox.ts";
import { w } from "../../../text/words.ts";
import { icon } from "../../../ui/icon.ts";

/** What the list shows now, and how many conversations its views hold. */
export type Shown = { filter: Filter; selectedId: string | null; counts: Counts };

type Link = { view: View; look: string; name: string | TemplateResult; count: number | undefined };

/** The views that have a tab. */
export function tabs(shown: Shown): TemplateResult[] {
  return desks
    .filter((view) => view !== "failed")
    .map((view) => {
      const count = shown.counts[view];
      const look = view === "closing" && count ? "urgent" : "";
      return link(shown, { view, look, name: t[view], count });
    });
}

/** Nothing failed: a tab that says so would only alarm. Among the others it would find no room. */
export function failedLink(shown: Shown): TemplateResult | typeof nothing {
  if (!counts.value.failed && shown.filter.view !== "failed") return nothing;
  const name = html`${icon("alert", 15)} ${t.failed}`;
  return link(shown, { view: "failed", look: "failed", name, count: shown.counts.failed });
}

/** As long as this member was mentioned and has not seen it; its menu has the others. */
export function mentionsLink(shown: Shown): TemplateResult | typeof nothing {
  const count = unseenMentions.value?.length ?? 0;
  if (count === 0) return nothing;
  const said = w.unseenMentions(count);
  const name = html`<i title=${said}>${icon("atSign", 15)}</i><span class="unseen">${said}</span>`;
  return link(shown, { view: "mentions", look: "mentions", name, count });
}

function link({ filter, selectedId }: Shown, { view, look, name, count }: Link): TemplateResult {
  return html`<a
    class="view ${look}"
    href="/inbox${selectedId ? `/${selectedId}` : ""}${queryOf(inView(filter, view))}"
    aria-current=${view === filter.view ? "true" : nothing}
    >${name}${count === undefined ? "" : html` <span>${upTo(mostCounted, count)}</span>`}</a
  >`;
}
