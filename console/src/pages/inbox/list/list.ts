import type { ListedConversation } from "@hilo/schema";
import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import { connection } from "../../../data/connection.ts";
import { type Counts, conversationsIn, counts } from "../../../data/conversations.ts";
import {
  chosenSort,
  conditionsOf,
  everything,
  type Filter,
  isApart,
  queryOf,
} from "../../../data/filter.ts";
import { type LiveListing, pageSize } from "../../../data/listing.ts";
import { unseenMentions } from "../../../data/mentions.ts";
import { speaksOf } from "../../../data/passing.ts";
import { t } from "../../../text/inbox.ts";
import { addCommands } from "../../../ui/commands.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { icon } from "../../../ui/icon.ts";
import { navigate } from "../../../ui/navigate.ts";
import { type Source, source, Watch } from "../../../ui/source.ts";
import "../filters/filters.ts";
import { Arrivals } from "./arrivals.ts";
import { empty } from "./empty.ts";
import { listCommands } from "./list-commands.ts";
import { listStyles } from "./list-styles.ts";
import { failed, notLoaded } from "./not-loaded.ts";
import { apart, OpenedRow } from "./opened-row.ts";
import { Pages } from "./pages.ts";
import "./rows.ts";
import { rowStyles } from "./row-styles.ts";
import type { Rows } from "./rows.ts";
import { scope, searchBox } from "./search-box.ts";
import { skeletonRows, skeletonStyles } from "./skeleton.ts";
import { failedLink, mentionsLink, type Shown, tabs } from "./views.ts";

/** Numbers that are on their way. */
const uncounted = source<Counts>({});

/** The conversations of a filter, with their views, search and filters. Tells `start` for a new conversation. */
export class List extends HiloElement {
  static override properties: PropertyDeclarations = {
    filter: { attribute: false },
    selectedId: {},
    opened: { attribute: false },
    words: { state: true },
    cursorId: { state: true },
  };
  static override styles = [HiloElement.styles, rowStyles, skeletonStyles, listStyles];
  declare filter: Filter;
  declare selectedId: string | null;
  /** The open conversation, as far as it is known. */
  declare opened: ListedConversation | undefined;
  declare words: string;
  declare cursorId: string | null;
  #listing: LiveListing | undefined;
  #counts: Source<Counts> = counts;
  #watch = new Watch(this, counts, unseenMentions);
  #arrivals = new Arrivals(this);
  #pages = new Pages();
  #openedRow = new OpenedRow();
  /** The open conversation, where it stands before the list. */
  #before: ListedConversation | undefined;
  #revealed: string | null = null;
  #removeCommands: () => void = () => undefined;

  constructor() {
    super();
    this.filter = everything;
    this.selectedId = null;
    this.opened = undefined;
    this.words = "";
    this.cursorId = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#removeCommands = addCommands(
      listCommands({
        move: (step) => this.#move(step),
        open: () => this.#open(),
        hasCursor: () => this.cursorId !== null && this.cursorId !== this.selectedId,
        search: () => void this.updateComplete.then(() => this.#searchField()?.focus()),
        start: () => this.tell("start"),
      }),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#removeCommands();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("filter")) this.#listen(changed.get("filter"));
    if (changed.has("selectedId")) this.cursorId = this.selectedId;
    this.#arrivals.take(this.#listing?.value.items ?? []);
    this.#before = this.#openedRow.of({
      opened: this.opened,
      items: this.#listing?.value.items ?? [],
      isKnown: this.#listing?.value.state === "ready",
      isOther: changed.has("filter"),
    });
  }

  protected override render(): TemplateResult {
    return html`<header>
        <h1><hilo-places .filter=${this.filter}>${this.#where()}</hilo-places></h1>
        ${mentionsLink(this.#shown)} ${failedLink(this.#shown)}
        <hilo-filters .filter=${this.filter}></hilo-filters>
        <button class="icon-button" aria-label=${t.start} title=${t.start} @click=${() => this.tell("start")}>
          ${icon("compose", 19)}
        </button>
      </header>
      ${searchBox(this.words, this.#typed, this.#leaveSearch)} ${scope(this.words.trim() !== "" || this.#pages.tired ? this.#listing?.value : undefined, this.#askedForMore)}
      <nav aria-label=${t.views}>${tabs(this.#shown)}</nav>
      <div>${this.#chips()}${apart(this.words.trim() === "" ? this.#before : undefined, queryOf(this.filter), this.selectedId)}</div>
      <div class="body">${this.#body()}</div>`;
  }

  #where(): string {
    const { view } = this.filter;
    return isApart(view) ? t[view] : t.title;
  }

  #chips(): TemplateResult | typeof nothing {
    if (conditionsOf(this.filter) === 0 && !chosenSort(this.filter)) return nothing;
    void import("../filters/chips.ts");
    return html`<hilo-filter-chips .filter=${this.filter}></hilo-filter-chips>`;
  }

  get #shown(): Shown {
    return { filter: this.filter, selectedId: this.selectedId, counts: this.#counts.value };
  }

  #body(): TemplateResult {
    const items = this.#items();
    if (this.#listing?.value.state === "failed") return failed(() => this.#listing?.retry());
    if (items.length === 0 && this.#goesOn())
      return connection.value === "offline" ? notLoaded() : skeletonRows();
    if (items.length === 0) return empty(this.filter, this.words.trim() !== "");
    return html`${this.#pill()}
      <hilo-rows
        .items=${items}
        .query=${queryOf(this.filter)}
        .selectedId=${this.selectedId}
        .cursorId=${this.cursorId}
        .closing=${[this.filter.view, chosenSort(this.filter)].includes("closing")}
        .owners=${!["mine", "unassigned"].includes(this.filter.view)}
        .fresh=${this.#arrivals.fresh}
        .ending=${this.#ending()}
        @near-end=${this.#nearEnd}
        @at-top=${(event: CustomEvent<boolean>) => this.#arrivals.atTop(event.detail)}
      ></hilo-rows>`;
  }

  /** Whether more of it comes by itself: until then nobody knows that it is empty. */
  #goesOn(): boolean {
    const listing = this.#listing?.value;
    if (!listing || listing.state === "loading") return true;
    return listing.more && this.words.trim() === "" && !this.#pages.tired;
  }

  #ending(): string {
    const listing = this.#listing?.value;
    if (listing?.loadingMore) return t.loadingMore;
    return listing?.more || (listing?.items.length ?? 0) < pageSize ? "" : t.end;
  }

  #pill(): TemplateResult | typeof nothing {
    const { news } = this.#arrivals;
    if (news === 0) return nothing;
    return html`<button class="pill" @click=${this.#showNews}>
      ${icon("arrowDown", 15)} ${t.newer(news)}
    </button>`;
  }

  protected override updated(): void {
    this.#reveal();
    const listing = this.#listing?.value;
    if (listing?.more && !listing.loadingMore && this.#items().length < pageSize / 2)
      this.#nearEnd();
  }

  /** Searching reads what is loaded; otherwise the next page comes by itself, unless pages bring nothing. */
  #nearEnd(): void {
    if (this.#listing && this.words.trim() === "") this.#pages.next(this.#listing);
  }

  #askedForMore = (): void => {
    this.#pages.rest();
    this.#listing?.more();
  };

  #listen(before: Filter | undefined): void {
    this.#listing = conversationsIn(this.filter);
    if (!before || !sameConditions(before, this.filter)) void this.#count(this.filter);
    this.#follow();
    this.#arrivals.reset();
    this.#pages.rest();
  }

  /** Under conditions the views have numbers of their own, which come when there are some. */
  async #count(filter: Filter): Promise<void> {
    const isPlain = conditionsOf(filter) === 0;
    this.#counts = isPlain ? counts : uncounted;
    if (isPlain) return;
    const { countsUnder } = await import("../../../data/filtered-counts.ts");
    if (!sameConditions(filter, this.filter)) return;
    this.#counts = countsUnder(filter);
    this.#follow();
  }

  #follow(): void {
    if (this.#listing)
      this.#watch.to(counts, unseenMentions, this.#counts, connection, this.#listing);
  }

  #items(): readonly ListedConversation[] {
    return this.#arrivals.items.filter((one) => speaksOf(one, this.words));
  }

  /** Once, when it is there: afterwards the list stays where its reader left it. */
  #reveal(): void {
    if (this.#revealed === this.selectedId) return;
    const at = this.#items().findIndex(({ id }) => id === this.selectedId);
    if (at < 0 && this.selectedId !== null && !this.#before) return;
    this.#revealed = this.selectedId;
    const rows = this.#rows();
    if (at >= 0) void rows?.updateComplete.then(() => rows.bringIn(at));
  }

  #rows(): Rows | null {
    return this.renderRoot.querySelector<Rows>(".body hilo-rows");
  }

  #searchField(): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>("#search");
  }

  #showNews(): void {
    this.#rows()?.toTop();
    this.#arrivals.atTop(true);
  }

  #typed = (words: string): void => {
    this.words = words;
  };

  #leaveSearch = (): void => {
    this.words = "";
    this.#searchField()?.blur();
  };

  #move(step: 1 | -1): void {
    const items = this.#items();
    const at = items.findIndex((one) => one.id === this.cursorId);
    const next = Math.min(Math.max(at + step, 0), items.length - 1);
    this.cursorId = items[next]?.id ?? null;
    this.#rows()?.reveal(next);
  }

  #open(): void {
    if (this.cursorId) navigate(`/inbox/${this.cursorId}${queryOf(this.filter)}`);
  }
}

function sameConditions(a: Filter, b: Filter): boolean {
  const here = { view: "all", sort: null } as const;
  return queryOf({ ...a, ...here }) === queryOf({ ...b, ...here });
}

define("hilo-list", List);
