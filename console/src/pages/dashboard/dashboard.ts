import { avatarStyles } from "@hilo/bricks/avatar-styles";
import type { ListedConversation } from "@hilo/schema";
import { dayOf, hourOf } from "@hilo/schema/time";
import { html, type PropertyDeclarations, type TemplateResult } from "lit";
import { connection } from "../../data/connection.ts";
import { conversationsIn } from "../../data/conversations.ts";
import { everything, queryOf } from "../../data/filter.ts";
import { totalsOf } from "../../data/filtered-counts.ts";
import type { Listing } from "../../data/listing.ts";
import { members } from "../../data/members.ts";
import { recountResolved, resolvedCount } from "../../data/resolved-today.ts";
import { settings, zone } from "../../data/settings.ts";
import { statsOf } from "../../data/stats.ts";
import { unansweredCount } from "../../data/unanswered.ts";
import { t } from "../../text/dashboard.ts";
import { clock } from "../../ui/clock.ts";
import { define, HiloElement } from "../../ui/element.ts";
import { pageHost, pageStyles } from "../../ui/page-styles.ts";
import { Watch } from "../../ui/source.ts";
import { dashboardStyles } from "./dashboard-styles.ts";
import { figure, figuresOf } from "./figures.ts";
import { hoursChart } from "./hours.ts";
import { lastHeard, people, waited } from "./people.ts";
import { platformChart } from "./platforms.ts";

const allActive = { ...everything, view: "all" } as const;
const allUnanswered = { ...allActive, unanswered: true };

/** How things stand right now: figures, their shape over the day, and whom to act on. */
export class Dashboard extends HiloElement {
  static override properties: PropertyDeclarations = {};
  static override styles = [
    HiloElement.styles,
    avatarStyles,
    pageHost,
    pageStyles,
    dashboardStyles,
  ];
  #waiting = conversationsIn(allUnanswered);
  #recent = conversationsIn(allActive);
  #day = today();
  #stats = statsOf(this.#day);
  #totals = totalsOf(["unassigned", "all", "closing"]);
  #resolvedBefore: number | undefined;
  #watch = new Watch(this);

  constructor() {
    super();
    this.#follow();
  }

  protected override willUpdate(): void {
    this.#recount();
    if (this.#day === today()) return;
    this.#day = today();
    this.#stats = statsOf(this.#day);
    this.#follow();
  }

  /** The counters tell that something was resolved; how many conversations that are now, is asked. */
  #recount(): void {
    const stats = this.#stats.value;
    const resolved = typeof stats === "object" ? stats?.resolved : undefined;
    if (resolved === this.#resolvedBefore) return;
    this.#resolvedBefore = resolved;
    void recountResolved();
  }

  protected override render(): TemplateResult {
    const stats = this.#stats.value;
    return html`<div class="page">
      <header>
        <h1>${t.title}</h1>
        ${connection.value === "online" ? html`<span class="live">${t.live}</span>` : ""}
      </header>
      ${stats === "failed" ? html`<p class="quiet" role="alert">${t.failed}</p>` : ""}
      ${this.#figures()} ${this.#shape()} ${this.#lists()}
    </div>`;
  }

  #figures(): TemplateResult {
    const stats = this.#stats.value;
    const figures = figuresOf({
      counts: this.#totals.value,
      stats: stats === "failed" ? null : stats,
      unanswered: unansweredCount.value,
      resolved: resolvedCount.value,
      oldest: this.#waiting.value.items[0]?.waitingSince ?? null,
      now: clock.value,
    });
    return html`<div class="grid figures">${figures.map(figure)}</div>`;
  }

  #shape(): TemplateResult {
    const stats = this.#stats.value;
    const known = stats !== null && stats !== "failed";
    const blank = html`<div class="blanks"><i></i><i></i><i></i></div>`;
    return html`<div class="grid shape">
      <section class="card">
        <div class="card-head"><h2>${t.perHour}</h2><span class="age">${t.eachMinute}</span></div>
        ${known ? hoursChart(stats, hourOf(clock.value, zone())) : blank}
      </section>
      <section class="card">
        <div class="card-head"><h2>${t.perPlatform}</h2></div>
        ${known ? platformChart(stats) : blank}
      </section>
    </div>`;
  }

  #lists(): TemplateResult {
    const now = clock.value;
    const target = settings.value?.responseTargetMs ?? null;
    return html`<div class="grid lists">
      ${list(t.waiting, queryOf(allUnanswered), this.#waiting.value, t.nobodyHint, (one) => waited(one, now, target))}
      ${list(t.recent, queryOf(allActive), this.#recent.value, t.noRecent, (one) => lastHeard(one, now))}
    </div>`;
  }

  #follow(): void {
    const shown = [
      this.#waiting,
      this.#recent,
      this.#stats,
      this.#totals,
      unansweredCount,
      resolvedCount,
    ];
    this.#watch.to(...shown, settings, members, clock, connection);
  }
}

/** The day that the figures are of. */
function today(): string {
  return dayOf(clock.value, zone());
}

function list(
  title: string,
  query: string,
  listing: Listing,
  empty: string,
  time: (one: ListedConversation) => TemplateResult,
): TemplateResult {
  return html`<section class="card">
    <div class="card-head"><h2>${title}</h2><a href="/inbox${query}">${t.seeAll}</a></div>
    ${people(listing, empty, time)}
  </section>`;
}

define("hilo-dashboard", Dashboard);
