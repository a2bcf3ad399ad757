import { avatarStyles } from "@hilo/bricks/avatar-styles";
import type { Lead } from "@hilo/schema";
import {
  css,
  html,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import { funnels } from "../../data/funnels.ts";
import { LeadDesk } from "../../data/lead-desk.ts";
import { assignable, members } from "../../data/members.ts";
import { tagsInUse } from "../../data/tags.ts";
import { t as app } from "../../text/app.ts";
import { t } from "../../text/board.ts";
import { t as words } from "../../text/leads.ts";
import { avatar } from "../../ui/avatar.ts";
import { clock } from "../../ui/clock.ts";
import { define, HiloElement } from "../../ui/element.ts";
import { icon } from "../../ui/icon.ts";
import type { LeadAct } from "../../ui/lead-panel.ts";
import "../../ui/lead-panel.ts";
import { Watch } from "../../ui/source.ts";
import { leadName } from "./names.ts";

/** A lead, beside its board. Tells `close`. */
export class LeadPane extends HiloElement {
  static override properties: PropertyDeclarations = { leadId: {} };
  declare leadId: string;
  #desk: LeadDesk | undefined;
  readonly #watch = new Watch(this);

  constructor() {
    super();
    this.leadId = "";
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("leadId")) this.#desk = new LeadDesk(this.leadId);
    const own = this.#desk ? [this.#desk] : [];
    this.#watch.to(...own, funnels, members, clock);
  }

  protected override render(): TemplateResult {
    const lead = this.#desk?.value.lead;
    const isKnown = typeof lead === "object";
    return html`<aside aria-label=${t.panel} @keydown=${this.#pressed}>
      <header>
        ${isKnown ? avatar(leadName(lead), lead.contactId, lead.source.platform, 36) : ""}
        <h2 dir="auto" tabindex="-1">${isKnown ? leadName(lead) : t.panel}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label=${t.closePanel}
          title=${t.closePanel}
          @click=${() => this.tell("close")}
        >
          ${icon("x", 18)}
        </button>
      </header>
      <div class="inside">${this.#inside(lead)}</div>
    </aside>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("leadId")) this.renderRoot.querySelector("h2")?.focus();
  }

  #inside(lead: LeadDesk["value"]["lead"] | undefined): TemplateResult {
    if (lead === "loading" || lead === undefined)
      return html`<div class="blank" role="status" aria-label=${app.loading}></div>`;
    if (typeof lead === "string") return html`<p>${words.gone}</p>`;
    return this.#panel(lead);
  }

  #panel(lead: Lead & { id: string }): TemplateResult {
    const desk = this.#desk;
    return html`<hilo-lead-panel
      .lead=${lead}
      .funnels=${typeof funnels.value === "string" ? [] : funnels.value}
      .owners=${assignable()}
      .reasons=${desk?.value.reasons ?? []}
      .notes=${desk?.value.notes ?? "loading"}
      .history=${desk?.value.history ?? "loading"}
      .ask=${tagsInUse}
      .write=${(text: string) => desk?.note(text)}
      .now=${clock.value}
      @act=${(event: CustomEvent<LeadAct>) => {
        event.stopPropagation();
        desk?.act(event.detail);
      }}
    ></hilo-lead-panel>`;
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.stopPropagation();
    this.tell("close");
  }

  static override styles = [
    HiloElement.styles,
    avatarStyles,
    css`
      :host {
        display: block;
        min-height: 0;
        background: var(--side);
        --behind: var(--side);
      }
      aside {
        display: flex;
        flex-direction: column;
        height: 100%;
      }
      header {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 14px 12px 12px 18px;
      }
      h2 {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
        font: var(--title);
      }
      .inside {
        flex: 1;
        min-height: 0;
        padding: 4px 18px 24px;
        overflow-y: auto;
      }
      .blank {
        height: 220px;
        border-radius: var(--radius-card);
        background: var(--sunken);
      }
    `,
  ];
}

define("hilo-lead-pane", LeadPane);
