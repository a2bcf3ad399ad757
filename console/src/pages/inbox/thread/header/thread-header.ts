import { avatarStyles } from "@hilo/bricks/avatar-styles";
import type { ListedConversation, Priority } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import { shownAddress } from "../../../../text/address.ts";
import { t } from "../../../../text/desk.ts";
import { upcoming } from "../../../../text/formats.ts";
import { isGroup, nameOf } from "../../../../text/who.ts";
import { w } from "../../../../text/words.ts";
import { avatar } from "../../../../ui/avatar.ts";
import { define, HiloElement } from "../../../../ui/element.ts";
import { icon } from "../../../../ui/icon.ts";
import { narrow } from "../../../../ui/narrow.ts";
import { Watch } from "../../../../ui/source.ts";
import { tag, tagStyles, unproven } from "../../../../ui/tag.ts";
import { awaitField } from "../../../../ui/typed-ahead.ts";
import "../../../../ui/menu.ts";
import type { Menu } from "../../../../ui/menu.ts";
import { act } from "../../message/act.ts";
import "./assign-menu.ts";
import type { AssignMenu } from "./assign-menu.ts";
import { headerStyles } from "./header-styles.ts";
import { moreItems, snoozeItems } from "./menus.ts";

/** Who it is, and what can be done with it. Tells `back`, `details`, `find`, `markunread` and `next`. */
export class ThreadHeader extends HiloElement {
  static override properties = {
    conversation: { attribute: false },
    subject: {},
    now: { type: Number },
    picking: { state: true },
  };
  declare conversation: ListedConversation | undefined;
  /** What the newest mail is about; empty where nothing has a subject. */
  declare subject: string;
  declare now: number;
  declare picking: boolean;

  constructor() {
    super();
    this.conversation = undefined;
    this.subject = "";
    this.now = Date.now();
    this.picking = false;
    new Watch(this, narrow);
  }

  /** Opens one of its menus; where that has no button of its own, beside the one for everything else. */
  openMenu(name: "assign" | "snooze"): void {
    const menu = this.#menu(name);
    const isShown = menu?.button?.checkVisibility();
    menu?.open(isShown ? undefined : (this.#menu("more")?.button ?? undefined));
  }

  #menu(name: "assign" | "snooze" | "more"): Menu | AssignMenu | null {
    return this.renderRoot.querySelector<Menu | AssignMenu>(`#${name}`);
  }

  /** Resolves what is open, and opens again what is not. */
  toggleResolved(): void {
    if (this.conversation)
      void act(this.conversation, { status: this.#done() ? "open" : "resolved" });
  }

  /** Resolves what is open, and then tells `next` with its id. */
  async resolveAndGoOn(): Promise<void> {
    const { conversation } = this;
    if (!conversation) return;
    if (this.#done() || (await act(conversation, { status: "resolved" })))
      this.tell("next", conversation.id);
  }

  protected override render(): TemplateResult {
    const { conversation } = this;
    return html`<header>
      <button type="button" class="icon-button back" aria-label=${t.back} @click=${() => this.tell("back")}>
        ${icon("arrowLeft", 20)}
      </button>
      ${conversation ? this.#whole(conversation) : html`<span class="waiting"></span>`}
    </header>`;
  }

  #whole(conversation: ListedConversation): TemplateResult {
    const { id, platform, address, turn } = conversation;
    const name = nameOf(conversation);
    const shown =
      shownAddress(platform, address) ??
      (platform === "whatsapp" && !isGroup(platform, address) ? t.hiddenNumber : "");
    return html`
      <h1>
        <button type="button" class="who" title=${t.details} @click=${() => this.tell("details")}>
        ${avatar(name, id, platform, 38)}
        <span class="names">
          <span class="name"><b dir="auto">${name}</b>${conversation.contact.unproven && unproven()}</span>
          <span class="name"><span class="where">${[w[platform], shown, turn.owner !== "none" && t[turn.owner], this.subject].filter(Boolean).join(" · ")}</span>${this.#state(conversation)}</span>
        </span>
      </button>
      </h1>
      ${this.#buttons(conversation)}
      ${this.picking ? this.#picker() : nothing}
    `;
  }

  #picker(): TemplateResult {
    return html`<hilo-dialog-snooze
        .open=${true}
        @picked=${(event: CustomEvent<number>) => this.#snooze(event.detail)}
        @close=${() => {
          this.picking = false;
        }}
      ></hilo-dialog-snooze>`;
  }

  #state({ status, priority, snoozedUntil }: ListedConversation): TemplateResult {
    const urgent = priority === "urgent" ? tag(w.urgent, "bad") : tag(w.high, "warning");
    const until =
      snoozedUntil === null ? t.untilAnswer.toLocaleLowerCase() : upcoming(snoozedUntil, this.now);
    const state = status === "snoozed" ? `${w.snoozed} · ${until}` : w[status];
    return html`
      ${priority === "urgent" || priority === "high" ? urgent : nothing}
      ${status === "open" ? nothing : tag(state, status === "resolved" ? "good" : "neutral")}
    `;
  }

  #buttons(conversation: ListedConversation): TemplateResult {
    const done = this.#done();
    return html`<div class="buttons">
      <hilo-assign-menu id="assign" class="wide" .conversation=${conversation}></hilo-assign-menu>
      <hilo-menu
        id="snooze"
        class="wide"
        icon="alarmClock"
        .text=${t.snooze}
        .label=${t.snooze}
        .items=${snoozeItems(this.now)}
        @choose=${(event: CustomEvent<string>) => this.#snoozeChoice(event.detail)}
      ></hilo-menu>
      <button type="button" class="button primary wide" title=${done ? t.reopen : t.resolve} aria-label=${done ? t.reopen : t.resolve} @click=${this.toggleResolved}>
        ${icon(done ? "refresh" : "check", 16)}<span class="text">${done ? t.reopen : t.resolve}</span>
      </button>
      <hilo-menu
        id="more"
        plain
        .label=${t.more}
        .items=${moreItems(conversation, narrow.value)}
        @choose=${(event: CustomEvent<string>) => this.#more(conversation, event.detail)}
      ></hilo-menu>
    </div>`;
  }

  #more(conversation: ListedConversation, choice: string): void {
    const [kind, value] = choice.split(":");
    if (kind === "details" || kind === "find") this.tell(kind);
    else if (kind === "next") void this.resolveAndGoOn();
    else if (kind === "unread") this.tell("markunread");
    else if (kind === "assign" || kind === "snooze") this.openMenu(kind);
    else if (kind === "priority") void act(conversation, { priority: value as Priority });
    else void act(conversation, { status: choice as "open" | "waiting" | "resolved" | "closed" });
  }

  async #snoozeChoice(choice: string): Promise<void> {
    if (choice === "pick") this.picking = await awaitField(() => import("./snooze-dialog.ts"));
    else this.#snooze(choice === "answer" ? null : Number(choice));
  }

  #snooze(snoozedUntil: number | null): void {
    this.picking = false;
    if (this.conversation) void act(this.conversation, { status: "snoozed", snoozedUntil });
  }

  #done(): boolean {
    const status = this.conversation?.status;
    return status === "resolved" || status === "closed";
  }

  static override styles = [HiloElement.styles, avatarStyles, tagStyles, headerStyles];
}

define("hilo-thread-header", ThreadHeader);
