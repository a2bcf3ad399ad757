import { avatarStyles } from "@hilo/bricks/avatar-styles";
import type { FunnelView, ListedLead } from "@hilo/schema";
import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import { LiveBoard } from "../../data/board.ts";
import { tray } from "../../data/column.ts";
import { connection } from "../../data/connection.ts";
import { funnels, loadFunnels } from "../../data/funnels.ts";
import { members } from "../../data/members.ts";
import { settings } from "../../data/settings.ts";
import { t } from "../../text/board.ts";
import { clock } from "../../ui/clock.ts";
import { addCommands } from "../../ui/commands.ts";
import { define, HiloElement } from "../../ui/element.ts";
import { narrow } from "../../ui/narrow.ts";
import { navigate } from "../../ui/navigate.ts";
import { Watch } from "../../ui/source.ts";
import { columnName } from "./acts.ts";
import { boardStyles } from "./board-styles.ts";
import "./card-menu.ts";
import type { CardMenu } from "./card-menu.ts";
import { cardStyles } from "./card-styles.ts";
import { column } from "./columns.ts";
import { controlsOf } from "./controls.ts";
import { ends } from "./ends.ts";
import { idAt, isAct } from "./event-card.ts";
import { addressOf, allOfIt, type BoardFilter, filterIn, leavesOut } from "./filter.ts";
import { type DrawnLane, lanesOf } from "./lanes.ts";
import "./lead-pane.ts";
import { isTouched, lookOf } from "./look.ts";
import { failed, instead, strip } from "./nothing.ts";
import { besideOf, stageAmong, stages } from "./stages.ts";
import { Swipe } from "./swipe.ts";
import { head, tools } from "./toolbar.ts";

/** The board of a funnel: a column a stage, its leads as cards, which are moved by mouse, keys or menu. */
export class Board extends HiloElement {
  static override properties: PropertyDeclarations = {
    funnelId: {},
    query: {},
    showsTray: { state: true },
    showsFilters: { state: true },
    stage: { state: true },
    cameBack: { state: true },
  };
  static override styles = [HiloElement.styles, avatarStyles, cardStyles, boardStyles];
  /** The funnel that the address names; the first when it names none. */
  declare funnelId: string | null;
  declare query: string;
  declare showsTray: boolean;
  /** Whether the filters are unfolded, where there is little room. */
  declare showsFilters: boolean;
  /** The column that is shown where there is room for one. */
  declare stage: string;
  /** The card that was refused last. */
  declare cameBack: string;
  #board: LiveBoard | undefined;
  #funnel: FunnelView | undefined;
  #key = "";
  #filter: BoardFilter = allOfIt;
  #opened = "";
  #lanes: readonly DrawnLane[] = [];
  #wantsFocus = "";
  #removeCommands: () => void = () => undefined;
  readonly #watch = new Watch(this);
  readonly #swipe = new Swipe();
  readonly #controls = controlsOf({
    board: () => this.#board,
    lanes: () => this.#shown(),
    isOrdered: () => this.#filter.order === "rank",
    cameBack: (leadId) => this.#put({ cameBack: leadId }),
    focusCard: (leadId) => {
      this.#wantsFocus = leadId;
    },
    menu: (leadId) => this.#openMenu(leadId),
    requestUpdate: () => this.requestUpdate(),
  });
  readonly #dragging = this.#controls.dragging;
  readonly #keyboard = this.#controls.keyboard;

  constructor() {
    super();
    this.funnelId = null;
    this.query = "";
    this.showsTray = false;
    this.showsFilters = false;
    this.stage = "";
    this.cameBack = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const find = () => this.renderRoot.querySelector<HTMLElement>("input[type=search]")?.focus();
    this.#removeCommands = addCommands([
      { id: "find-card", text: () => t.find, keys: "/", icon: "search", run: find },
    ]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#removeCommands();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("query")) {
      this.#filter = filterIn(this.query);
      this.#opened = new URLSearchParams(this.query).get("lead") ?? "";
    }
    const all = typeof funnels.value === "string" ? [] : funnels.value;
    this.#funnel = this.funnelId === null ? all[0] : all.find(({ id }) => id === this.funnelId);
    this.#follow(this.#funnel);
    this.#lanes = lanesOf(this.#board?.value, this.#funnel, this.#filter, this.#keyboard.held);
    const shown = this.#shown().flatMap(({ cards }) => cards.map(({ id }) => id));
    if (!shown.includes(this.#keyboard.current)) this.#keyboard.current = shown[0] ?? "";
    this.toggleAttribute("reading", this.#opened !== "");
  }

  protected override render(): TemplateResult {
    const all = funnels.value;
    const funnel = this.#funnel;
    if (typeof all === "string" || !funnel) return instead(all, () => void loadFunnels());
    const isLive = connection.value === "online";
    return html`<div class="page">
      ${head(all, funnel, isLive, (id) => navigate(addressOf(id, this.#filter)))}
      ${tools(this.#filter, this.#lanes, this.#cards(), (change) => this.#set(change), {
        filters: this.showsFilters,
        toggle: () => this.#put({ showsFilters: !this.showsFilters }),
      })}
      <p id="keys" hidden>${t.keys}</p>
      ${this.#lanes.some(({ state }) => state === "failed") ? failed(() => this.#board?.retry()) : nothing}
      ${narrow.value ? stages(this.#lanes, this.#stage(), (stage) => this.#put({ stage })) : nothing}
      <div class="body">
        ${this.#columns(funnel)}
        ${
          this.#opened === ""
            ? nothing
            : html`<hilo-lead-pane .leadId=${this.#opened} @close=${() => this.#close()}></hilo-lead-pane>`
        }
      </div>
      ${ends(this.#dragging, (id) => columnName(all, id))}
      <hilo-card-menu
        .funnels=${all}
        .funnelId=${funnel.id}
        @act=${(event: CustomEvent<{ lead: ListedLead; what: string }>) => this.#act(event.detail)}
      ></hilo-card-menu>
    </div>`;
  }

  protected override updated(): void {
    if (this.#wantsFocus === "") return;
    this.#cardAt(this.#wantsFocus)?.querySelector("a")?.focus();
    this.#wantsFocus = "";
  }

  #columns(funnel: FunnelView): TemplateResult {
    const { now } = this.#dragging;
    const at = {
      funnelId: funnel.id,
      filter: this.#filter,
      current: this.#keyboard.current,
      held: this.#keyboard.held?.leadId,
      dragged: now?.lead.id,
      opened: this.#opened,
      cameBack: this.cameBack,
    };
    const look = {
      look: (lead: ListedLead, lane: DrawnLane, n: number) => lookOf(lead, lane, n, at),
      dragging: this.#dragging,
      board: this.#board,
      isFiltered: leavesOut(this.#filter),
      isOrdered: this.#filter.order === "rank",
      now: clock.value,
      closeTray: () => this.#put({ showsTray: false }),
    };
    const folded = this.#lanes.find(({ id }) => id === tray && !this.showsTray && !narrow.value);
    return html`<div
      class="board ${now ? "dragging" : ""}"
      @keydown=${this.#pressed}
      @focusin=${this.#focused}
      @focusout=${this.#left}
      @click=${this.#clicked}
      @contextmenu=${this.#longPressed}
      @dragstart=${this.#picked}
      @dragend=${this.#dragging.stop}
      @touchstart=${{ handleEvent: (event: TouchEvent) => this.#swipe.begin(event), passive: true }}
      @touchend=${(event: TouchEvent) => this.#swiped(event)}
    >
      ${folded ? strip(folded, () => this.#put({ showsTray: true })) : nothing}
      ${this.#shown().map((lane) => column(lane, look))}
    </div>`;
  }

  /** The columns that are drawn: on a phone one of them. */
  #shown(): readonly DrawnLane[] {
    if (narrow.value) return this.#lanes.filter(({ id }) => id === this.#stage());
    return this.#lanes.filter(({ id }) => id !== tray || this.showsTray);
  }

  #stage(): string {
    return stageAmong(this.#lanes, this.stage);
  }

  #put(change: Partial<Pick<Board, "showsTray" | "showsFilters" | "stage" | "cameBack">>): void {
    Object.assign(this, change);
  }

  #follow(funnel: FunnelView | undefined): void {
    const ids = funnel?.stages.map(({ id }) => `${funnel.id}/${id}`) ?? [];
    if (funnel && ids.join() !== this.#key) {
      this.#key = ids.join();
      this.#board = new LiveBoard(ids);
      this.#keyboard.held = null;
    }
    this.#watch.to(
      funnels,
      ...(this.#board ? [this.#board] : []),
      members,
      settings,
      connection,
      clock,
      narrow,
    );
  }

  #id = () => this.#funnel?.id ?? "";

  #cards(): ListedLead[] {
    return (this.#board?.value ?? []).flatMap(({ cards }) => cards);
  }

  #cardAt(leadId: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`li[data-id="${CSS.escape(leadId)}"]`);
  }

  #set(change: Partial<BoardFilter>): void {
    const address = addressOf(this.#id(), { ...this.#filter, ...change }, this.#opened);
    navigate(address, { replace: true });
  }

  #close(): void {
    this.#wantsFocus = this.#opened;
    navigate(addressOf(this.#id(), this.#filter));
  }

  #pressed(event: KeyboardEvent): void {
    const id = idAt(event);
    const isCard = event.composedPath()[0] instanceof HTMLAnchorElement;
    if (id && isCard) this.#keyboard.press(event, id);
    else if (event.key === "Escape" && this.#opened !== "") this.#close();
  }

  #focused(event: Event): void {
    const id = idAt(event);
    if (id) this.#keyboard.current = id;
    this.requestUpdate();
  }

  #left({ relatedTarget }: FocusEvent): void {
    const isElsewhere = relatedTarget instanceof Node && this.#wantsFocus === "";
    if (isElsewhere) this.#keyboard.letGo();
  }

  #clicked(event: Event): void {
    if (isAct(event)) this.#openMenu(idAt(event));
  }

  #longPressed(event: Event): void {
    if (!isTouched()) return;
    event.preventDefault();
    this.#openMenu(idAt(event));
  }

  #openMenu(leadId = ""): void {
    const lead = this.#cards().find(({ id }) => id === leadId);
    const beside = this.#cardAt(leadId)?.querySelector<HTMLElement>(".act");
    const menu = this.renderRoot.querySelector<CardMenu>("hilo-card-menu");
    if (lead && beside) void menu?.show(lead, beside);
  }

  #picked(event: DragEvent): void {
    this.#dragging.begin(event, this.#lanes, idAt(event));
  }

  #swiped(event: TouchEvent): void {
    const next = narrow.value && besideOf(this.#lanes, this.#stage(), this.#swipe.end(event));
    if (next) this.stage = next;
  }

  #act({ lead, what }: { lead: ListedLead; what: string }): void {
    if (what === "open") navigate(addressOf(this.#id(), this.#filter, lead.id));
    else this.#controls.hands.act(lead, what);
  }
}

define("hilo-board", Board);
