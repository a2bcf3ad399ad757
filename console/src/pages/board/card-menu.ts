import type { FunnelView, ListedLead } from "@hilo/schema";
import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { t } from "../../text/board.ts";
import { define, HiloElement } from "../../ui/element.ts";
import type { Menu } from "../../ui/menu.ts";
import "../../ui/menu.ts";
import { isTouched } from "./look.ts";
import { menuItems } from "./menu-items.ts";
import "./move-sheet.ts";
import { leadName } from "./names.ts";

/** The one menu of all cards: beside a card for a mouse, a sheet from below for fingers. Tells `act`. */
export class CardMenu extends HiloElement {
  static override properties: PropertyDeclarations = {
    funnels: { attribute: false },
    funnelId: {},
    lead: { state: true },
    isSheet: { state: true },
  };
  static override styles = [
    HiloElement.styles,
    css`
      :host {
        position: absolute;
      }
      hilo-menu::part(button) {
        display: none;
      }
    `,
  ];
  declare funnels: readonly FunnelView[];
  declare funnelId: string;
  declare lead: ListedLead | null;
  declare isSheet: boolean;
  #beside: HTMLElement | undefined;

  constructor() {
    super();
    this.funnels = [];
    this.funnelId = "";
    this.lead = null;
    this.isSheet = false;
  }

  /** Opens it for a card, beside what was pressed. */
  async show(lead: ListedLead, beside: HTMLElement): Promise<void> {
    this.#beside = beside;
    this.lead = lead;
    this.isSheet = isTouched();
    await this.updateComplete;
    if (!this.isSheet) this.renderRoot.querySelector<Menu>("hilo-menu")?.open(beside);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { lead } = this;
    if (!lead) return nothing;
    const items = menuItems(lead, this.funnels, this.funnelId);
    if (this.isSheet)
      return html`<hilo-move-sheet
        .name=${leadName(lead)}
        .items=${items}
        @choose=${this.#chosen}
        @close=${this.#closed}
      ></hilo-move-sheet>`;
    return html`<hilo-menu
      label=${t.actions(leadName(lead))}
      .items=${items}
      @choose=${this.#chosen}
    ></hilo-menu>`;
  }

  #chosen(event: CustomEvent<string>): void {
    event.stopPropagation();
    const { lead } = this;
    if (lead) this.tell("act", { lead, what: event.detail });
  }

  #closed(event: Event): void {
    event.stopPropagation();
    this.lead = null;
    this.#beside?.focus();
  }
}

define("hilo-card-menu", CardMenu);
