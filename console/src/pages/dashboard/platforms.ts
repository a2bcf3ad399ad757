import { paint } from "@hilo/bricks/paint";
import type { DayCounts, Platform } from "@hilo/schema";
import { html, type TemplateResult } from "lit";
import { platforms, queryOf } from "../../data/filter.ts";
import { t } from "../../text/dashboard.ts";
import { number, percent } from "../../text/formats.ts";
import { w } from "../../text/words.ts";

/** The platforms messages came by, the busiest first, with each one's share. */
export function sharesOf(
  byPlatform: DayCounts["receivedByPlatform"],
): { platform: Platform; count: number; share: number }[] {
  const total = platforms.reduce((sum, one) => sum + (byPlatform[one] ?? 0), 0);
  return platforms
    .map((platform) => ({ platform, count: byPlatform[platform] ?? 0 }))
    .filter(({ count }) => count > 0)
    .map((one) => ({ ...one, share: one.count / total }))
    .sort((a, b) => b.count - a.count);
}

/** Each platform's share of today's messages; each line leads to its conversations. */
export function platformChart(stats: DayCounts): TemplateResult {
  const shares = sharesOf(stats.receivedByPlatform);
  if (shares.length === 0) return html`<p class="quiet">${t.noneToday}</p>`;
  const most = shares[0]?.share ?? 1;
  return html`<ul class="shares">
    ${shares.map(({ platform, count, share }) => {
      const style = paint({
        width: `${(share / most) * 100}%`,
        background: `var(--${platform})`,
      });
      const address = `/inbox${queryOf({ view: "all", status: "any", platform, today: true })}`;
      return html`<li>
        <a href=${address} title=${number(count)}>
          <span>${w[platform]}</span>
          <span class="track"><i ${style}></i></span>
          <span class="share">${percent(share)}</span>
        </a>
      </li>`;
    })}
  </ul>`;
}
