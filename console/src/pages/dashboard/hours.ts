import { paint } from "@hilo/bricks/paint";
import type { DayCounts } from "@hilo/schema";
import { html, type TemplateResult } from "lit";
import { t } from "../../text/dashboard.ts";
import { number } from "../../text/formats.ts";

/** The hours a day's chart shows: from the beginning of a working day, or earlier, until now. */
export function hoursOf(
  byHour: DayCounts["receivedByHour"],
  now: number,
): { hour: number; count: number }[] {
  const busy = Object.entries(byHour).flatMap(([hour, n]) => (n > 0 ? [Number(hour)] : []));
  const first = Math.min(8, now, ...busy);
  const last = Math.max(now, ...busy);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const hour = first + i;
    return { hour, count: byHour[hour] ?? 0 };
  });
}

/** Messages by hour until this one (0–23), as bars; a table for whoever cannot see them. */
export function hoursChart(stats: DayCounts, now: number): TemplateResult {
  const hours = hoursOf(stats.receivedByHour, now);
  const most = Math.max(1, ...hours.map((one) => one.count));
  const total = hours.reduce((sum, one) => sum + one.count, 0);
  if (total === 0) return html`<p class="quiet">${t.noneToday}</p>`;
  const bars = hours.map(({ hour, count }) => {
    const style = paint({ height: `${(count / most) * 100}%` });
    const look = count === most ? "peak" : count === 0 ? "none" : "";
    const text = t.atHour(String(hour), number(count));
    return html`<div class="bar" title=${text}>
      <span>${count === most ? html`<b>${number(count)}</b>` : ""}<i class=${look} ${style}></i></span>
      <small>${hour}</small>
    </div>`;
  });
  return html`<div class="bars" aria-hidden="true">${bars}</div>
    ${table(hours)}`;
}

function table(hours: readonly { hour: number; count: number }[]): TemplateResult {
  return html`<table class="unseen">
    <thead>
      <tr>
        <th>${t.hour}</th>
        <th>${t.messages}</th>
      </tr>
    </thead>
    <tbody>
      ${hours.map(
        ({ hour, count }) => html`<tr>
          <td>${hour}</td>
          <td>${number(count)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
