import { paint } from "@hilo/bricks/paint";
import type { ListedLead, Stage } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import { waitsSince } from "../../data/board-order.ts";
import { t } from "../../text/board.ts";
import { calendarDay, duration, exactTime, money } from "../../text/formats.ts";
import { kindWords } from "../../text/lead-kinds.ts";
import { reasonWith, reasonWords } from "../../text/reasons.ts";
import { avatar } from "../../ui/avatar.ts";
import { icon } from "../../ui/icon.ts";
import { leadName, ownerName } from "./names.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** What a card is drawn by besides its lead. */
export type Look = {
  stage: Pick<Stage, "name" | "staleDays">;
  /** Its place in its column, from one, and how many there are. */
  n: number;
  of: number;
  href: string;
  now: number;
  /** Milliseconds after which somebody has waited too long; null where nobody said. */
  target: number | null;
  /** Whether it is the stop of Tab, is held by the keyboard, is being dragged, is open beside the board, came back. */
  isCurrent: boolean;
  isHeld: boolean;
  isGhost: boolean;
  isOpen: boolean;
  cameBack: boolean;
  /** Whether it can be dragged. */
  drags: boolean;
};

/** A lead as a card of four lines: who and waiting, what, why it is here, and what it is worth and whose it is. */
export function card(lead: ListedLead, look: Look): TemplateResult {
  const name = leadName(lead);
  const states = [
    look.isHeld ? "held" : "",
    look.isGhost ? "ghost" : "",
    look.isOpen ? "open" : "",
    look.cameBack ? "back" : "",
  ].join(" ");
  return html`<a
      class="card ${states}"
      href=${look.href}
      tabindex=${look.isCurrent ? 0 : -1}
      draggable=${look.drags ? "true" : "false"}
      aria-describedby="keys"
      aria-current=${look.isOpen ? "true" : nothing}
    >
      ${look.drags ? html`<span class="grip">${icon("grip", 14)}</span>` : nothing}
      <span class="line who">
        ${avatar(name, lead.contactId, lead.source.platform, 30)}
        <span class="names">
          <b dir="auto">${name}</b
          ><span class="unseen">, ${t.placed(look.stage.name, look.n, look.of)}</span>
          <span class="what">${whatWords(lead, look.now)}</span>
        </span>
        ${waiting(lead, look)}
      </span>
      <span class="line why">${reason(lead)}${stale(lead, look)}</span>
      <span class="line foot">
        ${
          lead.value
            ? html`<b class="value">${money(lead.value.amount, lead.value.currency)}</b>`
            : html`<span class="value none">${t.noValue}</span>`
        }
        ${owner(lead)}
      </span>
    </a>
    <button
      type="button"
      class="icon-button act"
      tabindex=${look.isCurrent ? 0 : -1}
      aria-label=${t.actions(name)}
      title=${t.actions(name)}
      aria-haspopup="menu"
    >
      ${icon("ellipsis", 18)}
    </button>`;
}

function whatWords({ kind, expectedOn }: ListedLead, now: number): string {
  const day = expectedOn ? ` · ${t.expected(calendarDay(expectedOn, now))}` : "";
  return `${kindWords(kind)}${day}`;
}

function waiting(lead: ListedLead, { now, target }: Look): TemplateResult | typeof nothing {
  const since = waitsSince(lead);
  if (since === null)
    return lead.answeredAt ? html`<span class="time">${t.answered}</span>` : nothing;
  const isLate = target !== null && now - since > target;
  return html`<time class="time ${isLate ? "late" : ""}" title=${exactTime(since)}
    ><span class="unseen">${t.waits} </span>${duration(now - since)}</time
  >`;
}

function reasonText({ funnel, suggested }: ListedLead): string {
  const [first] = funnel?.why ?? [];
  if (first) return reasonWords(first.rule);
  if (funnel?.by === "member" || funnel?.by === "apiKey") return t.byHand;
  if (funnel?.by === "migration") return t.byMigration;
  const [thought] = suggested?.why ?? [];
  return thought ? t.suggestedHere(reasonWords(thought.rule)) : "";
}

function reason(lead: ListedLead): TemplateResult | typeof nothing {
  const text = reasonText(lead);
  if (text === "") return nothing;
  const [first] = lead.funnel?.why ?? lead.suggested?.why ?? [];
  const title = first ? reasonWith(first.rule, first.values) : text;
  return html`<span class="reason" title=${title}
    >${first ? icon("sparkles", 13) : nothing}<span>${text}</span></span
  >`;
}

function stale({ funnel }: ListedLead, { stage, now }: Look): TemplateResult | typeof nothing {
  if (!isStale(funnel, stage, now) || !funnel) return nothing;
  return html`<span class="stale">${t.stale(duration(now - funnel.since))}</span>`;
}

/** Whether a card has stood in its stage for longer than its funnel says. */
export function isStale(
  funnel: ListedLead["funnel"],
  { staleDays }: Pick<Stage, "staleDays">,
  now: number,
): boolean {
  return Boolean(funnel && staleDays && now - funnel.since > staleDays * dayMs);
}

function owner(lead: ListedLead): TemplateResult {
  const name = ownerName(lead);
  if (!name)
    return html`<span class="face" title=${t.unowned}
      ><span class="unseen">${t.unowned}</span>${icon("user", 13)}</span
    >`;
  return html`<span title=${name}
    ><span class="unseen">${t.ownedBy(name)}</span>${avatar(name, lead.ownerId, undefined, 24)}</span
  >`;
}

/** A square in the colour of a stage. */
export function square(color: string): TemplateResult {
  const look = paint({
    background: color,
    width: "8px",
    height: "8px",
    flex: "none",
    "border-radius": "2px",
  });
  return html`<i ${look} aria-hidden="true"></i>`;
}
