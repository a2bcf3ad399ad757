import type { Conversation, Lead, LeadState } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import type { Watched } from "../../../data/document.ts";
import { memberName } from "../../../data/members.ts";
import { t as app } from "../../../text/app.ts";
import { t } from "../../../text/context.ts";
import { money } from "../../../text/formats.ts";
import { kindWords, stateWords } from "../../../text/lead-kinds.ts";
import { nameOf } from "../../../text/who.ts";
import { tag } from "../../../ui/tag.ts";

const steps: readonly LeadState[] = ["new", "inProgress", "negotiation", "won"];

/** How far a lead has come, of four steps; a lost one goes nowhere any more. */
export function stepOf(state: LeadState): number {
  return steps.indexOf(state) + 1;
}

/** What kind of lead it is, as a label. */
export function leadKind(lead: Watched<Lead> | undefined): TemplateResult | typeof nothing {
  if (lead === undefined || typeof lead === "string") return nothing;
  if (lead.kind === null) return nothing;
  return tag(kindWords(lead.kind), lead.kind === "support" ? "info" : "neutral");
}

/**
 * The lead of a conversation: what it is, what it is worth, how far it has come, and whose it is; `place` is what its
 * stage is called.
 */
export function leadCard(
  lead: Watched<Lead> | undefined,
  { platform, address }: Pick<Conversation, "platform" | "address">,
  place?: string,
): TemplateResult {
  if (lead === "loading")
    return html`<div class="card skeleton" role="status" aria-label=${app.loading}></div>`;
  if (lead === "failed" || lead === "unloaded") return html`<p class="none">${t.failed}</p>`;
  if (lead === undefined || lead === "missing") return html`<p class="none">${t.noLead}</p>`;
  const step = stepOf(lead.state);
  const owner = memberName(lead.ownerId);
  const state = stateWords(lead.state);
  const about = [step === 0 ? state : t.step(state, step, steps.length), place, owner].filter(
    Boolean,
  );
  return html`<div class="card">
    <div class="title">
      <b dir="auto">${nameOf({ contact: lead, platform, address })}</b>
      ${lead.value ? html`<b class="value">${money(lead.value.amount, lead.value.currency)}</b>` : nothing}
    </div>
    <div class="steps ${lead.state}" aria-hidden="true">
      ${steps.map((_, index) => html`<i class=${index < step ? "done" : ""}></i>`)}
    </div>
    <p class="about">${about.join(" · ")}</p>
  </div>`;
}
