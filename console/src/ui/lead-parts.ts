import type { FunnelView, Reason, ResponseOf } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import { exactTime, relativeTime } from "../text/formats.ts";
import { stepWords, t } from "../text/leads.ts";
import { reasonWith } from "../text/reasons.ts";
import { icon } from "./icon.ts";

/** What of a lead is loaded by itself. */
export type Part<T> = readonly T[] | "loading" | "failed";
export type Note = ResponseOf<"listLeadNotes">["items"][number];
export type Entry = ResponseOf<"listLeadHistory">["items"][number];

/** A part, line by line. */
export function part<T>(
  known: Part<T>,
  none: string,
  line: (one: T) => TemplateResult,
): TemplateResult {
  if (known === "loading") return html`<div class="blank" aria-hidden="true"></div>`;
  if (known === "failed") return html`<p class="none" role="alert">${t.partFailed}</p>`;
  if (known.length === 0) return html`<p class="none">${none}</p>`;
  return html`<ul class="lines">${known.map(line)}</ul>`;
}

export function note({ text, by, createdAt }: Note, now: number): TemplateResult {
  return html`<li class="note">
    <p dir="auto">${text}</p>
    <small>${by.name} · ${time(createdAt, now)}</small>
  </li>`;
}

/** What became of a lead, and who or what did it. */
export function entry(one: Entry, funnels: readonly FunnelView[], now: number): TemplateResult {
  const said = stepWords(one, (column) => stageName(funnels, column));
  const [first] = one.why ?? [];
  return html`<li>
    <span dir="auto">${said}${first ? `: ${reasonWith(first.rule, first.values)}` : ""}</span>
    <small>${one.by.name || t.rules} · ${time(one.at, now)}</small>
  </li>`;
}

/** Why it stands where it stands. */
export function why(reasons: readonly Reason[]): TemplateResult | typeof nothing {
  if (reasons.length === 0) return nothing;
  return html`<ul class="why">
    ${reasons.map(
      ({ rule, values }) =>
        html`<li>${icon("sparkles", 14)}<span>${reasonWith(rule, values)}</span></li>`,
    )}
  </ul>`;
}

function stageName(funnels: readonly FunnelView[], column: string): string | undefined {
  const [funnelId, stageId] = column.split("/");
  const funnel = funnels.find(({ id }) => id === funnelId);
  return stageId === undefined ? t.tray : funnel?.stages.find(({ id }) => id === stageId)?.name;
}

function time(at: number, now: number): TemplateResult {
  return html`<time title=${exactTime(at)}>${relativeTime(at, now)}</time>`;
}
