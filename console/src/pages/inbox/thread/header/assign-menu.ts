import type { ListedConversation } from "@hilo/schema";
import { nobody } from "@hilo/schema/words";
import { css, html, nothing, type TemplateResult } from "lit";
import { countLoads, loads } from "../../../../data/loads.ts";
import { assignable, memberName, members } from "../../../../data/members.ts";
import { signedIn } from "../../../../data/session.ts";
import { t } from "../../../../text/desk.ts";
import { w } from "../../../../text/words.ts";
import { face } from "../../../../ui/availability.ts";
import { define, HiloElement } from "../../../../ui/element.ts";
import "../../../../ui/menu.ts";
import type { Menu } from "../../../../ui/menu.ts";
import { Watch } from "../../../../ui/source.ts";
import { act } from "../../message/act.ts";
import { assignItems, assignOrder } from "./assign-items.ts";

/** Who has a conversation, and to whom it can be given. What each has is counted when somebody looks. */
export class AssignMenu extends HiloElement {
  static override properties = {
    conversation: { attribute: false },
    order: { state: true },
  };
  static override styles = [
    HiloElement.styles,
    css`
      :host {
        display: inline-block;
        min-width: 0;
      }
      hilo-menu {
        display: block;
      }
    `,
  ];
  declare conversation: ListedConversation | undefined;
  /** The members as they are offered, while they are. */
  declare order: readonly string[] | undefined;

  constructor() {
    super();
    this.conversation = undefined;
    this.order = undefined;
    new Watch(this, members, loads);
  }

  open(beside?: HTMLElement): void {
    this.#menu()?.open(beside);
  }

  get button(): HTMLElement | null {
    return this.#menu()?.button ?? null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { conversation } = this;
    if (!conversation) return nothing;
    const { assigneeId } = conversation;
    const assignee = assigneeId === nobody ? t.assign : (memberName(assigneeId) ?? unnamed());
    const self = signedIn().uid;
    const all = assignable();
    const order = this.order ?? assignOrder(all, self);
    return html`<hilo-menu
      exportparts="button"
      icon="user"
      .text=${assignee}
      .label=${assigneeId === nobody ? t.assign : t.assignedTo(assignee)}
      .search=${t.findMember}
      .items=${assignItems(all, { self, assigneeId, loads: loads.value, order, face })}
      @opened=${this.#opened}
      @closed=${this.#closed}
      @choose=${(event: CustomEvent<string>) => void act(conversation, { assigneeId: event.detail })}
    ></hilo-menu>`;
  }

  #opened(): void {
    const all = assignable();
    this.order = assignOrder(all, signedIn().uid);
    void countLoads(this.order);
  }

  #closed(): void {
    this.order = undefined;
  }

  #menu(): Menu | null {
    return this.renderRoot.querySelector<Menu>("hilo-menu");
  }
}

/** As long as nobody has been told who works here, it is no other person. */
function unnamed(): string {
  return members.value.length === 0 ? "…" : w.unknownMember;
}

define("hilo-assign-menu", AssignMenu);
