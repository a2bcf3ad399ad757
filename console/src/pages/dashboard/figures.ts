import type { DayCounts } from "@hilo/schema";
import { percentile } from "@hilo/schema/stats";
import { html, type TemplateResult } from "lit";
import type { Counts } from "../../data/conversations.ts";
import { queryOf } from "../../data/filter.ts";
import { resolvedToday } from "../../data/resolved-today.ts";
import { t as app } from "../../text/app.ts";
import { t } from "../../text/dashboard.ts";
import { duration, number, preciseDuration } from "../../text/formats.ts";

export type Figure = {
  label: string;
  value: string | null;
  detail: string;
  tone: "" | "good" | "warning" | "bad";
  address: string;
};

export type Known = {
  counts: Counts;
  stats: DayCounts | null;
  unanswered: number | null;
  resolved: number | null;
  oldest: number | null;
  now: number;
};

/** The figures at the top of the dashboard; each leads to its conversations. */
export function figuresOf(known: Known): Figure[] {
  return [active(known), unanswered(known), firstResponse(known), resolved(known), closing(known)];
}

export function figure(one: Figure): TemplateResult {
  return html`<a class="card figure" href=${one.address}>
    <span class="label">${one.label}</span>
    ${one.value === null ? html`<i class="blank" role="img" aria-label=${app.loading}></i>` : html`<strong>${one.value}</strong>`}
    <span class="detail ${one.tone}">${one.value === null ? "" : one.detail}</span>
  </a>`;
}

function active({ counts }: Known): Figure {
  return {
    label: t.active,
    value: shown(counts.all),
    detail: counts.unassigned === undefined ? "" : t.unassignedOf(number(counts.unassigned)),
    tone: "",
    address: `/inbox${queryOf({ view: "all" })}`,
  };
}

function unanswered({ unanswered: count, oldest, now }: Known): Figure {
  return {
    label: t.unanswered,
    value: shown(count ?? undefined),
    detail: waits(count, oldest, now),
    tone: count === 0 ? "good" : "warning",
    address: `/inbox${queryOf({ view: "all", unanswered: true })}`,
  };
}

/** Whoever waits is counted before their list has come: until then nobody knows for how long. */
function waits(count: number | null, oldest: number | null, now: number): string {
  if (count === 0) return t.nobodyWaits;
  return oldest === null ? "" : t.oldest(duration(now - oldest));
}

function firstResponse({ stats }: Known): Figure {
  const most = stats?.responseMax ?? Number.POSITIVE_INFINITY;
  const at = (share: number) => percentile(stats?.responseHistogram ?? {}, share);
  const median = at(0.5);
  const p90 = at(0.9);
  const some = median !== null && p90 !== null;
  // The histogram tells a bucket's upper bound, which the longest of all may stay below.
  const spread = some
    ? t.spread(tell(Math.min(p90, most)), tell(stats?.responseMax ?? p90))
    : t.noResponses;
  return {
    label: t.firstResponse,
    value: stats && (some ? tell(Math.min(median, most)) : "–"),
    detail: spread,
    tone: "",
    address: `/inbox${queryOf({ view: "all", status: "any", today: true })}`,
  };
}

function resolved({ stats, resolved: count }: Known): Figure {
  return {
    label: t.resolved,
    value: shown(count ?? undefined),
    detail: stats ? t.received(number(stats.received)) : "",
    tone: "",
    address: `/inbox${queryOf(resolvedToday)}`,
  };
}

function closing({ counts }: Known): Figure {
  return {
    label: t.closing,
    value: shown(counts.closing),
    detail: counts.closing === 0 ? t.noneCloses : t.within,
    tone: counts.closing === 0 ? "" : "bad",
    address: `/inbox${queryOf({ view: "closing" })}`,
  };
}

function tell(ms: number): string {
  return preciseDuration(ms);
}

function shown(count: number | undefined): string | null {
  return count === undefined ? null : number(count);
}
