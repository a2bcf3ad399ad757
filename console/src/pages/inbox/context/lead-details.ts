import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import { funnels } from "../../../data/funnels.ts";
import { LeadDesk } from "../../../data/lead-desk.ts";
import { assignable, members } from "../../../data/members.ts";
import { tagsInUse } from "../../../data/tags.ts";
import { clock } from "../../../ui/clock.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import type { LeadAct } from "../../../ui/lead-panel.ts";
import "../../../ui/lead-panel.ts";
import { Watch } from "../../../ui/source.ts";

/** The lead of a conversation with all that can be changed of it. */
export class LeadDetails extends HiloElement {
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

  protected override render(): TemplateResult | typeof nothing {
    const desk = this.#desk;
    if (!desk || typeof desk.value.lead === "string") return nothing;
    const { lead, notes, history, reasons } = desk.value;
    return html`<hilo-lead-panel
      here
      .lead=${lead}
      .funnels=${typeof funnels.value === "string" ? [] : funnels.value}
      .owners=${assignable()}
      .reasons=${reasons}
      .notes=${notes}
      .history=${history}
      .ask=${tagsInUse}
      .write=${(text: string) => desk.note(text)}
      .now=${clock.value}
      @act=${(event: CustomEvent<LeadAct>) => {
        event.stopPropagation();
        desk.act(event.detail);
      }}
    ></hilo-lead-panel>`;
  }
}

define("hilo-lead-details", LeadDetails);
