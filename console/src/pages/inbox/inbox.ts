import type { ListedConversation } from "@hilo/schema";
import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { connection } from "../../data/connection.ts";
import { conversationOf, type Found } from "../../data/conversations.ts";
import { type Filter, filterFrom } from "../../data/filter.ts";
import { t } from "../../text/inbox.ts";
import { nameOf } from "../../text/who.ts";
import { define, HiloElement } from "../../ui/element.ts";
import { focused } from "../../ui/focus.ts";
import { icon } from "../../ui/icon.ts";
import { navigate } from "../../ui/navigate.ts";
import { type Source, Watch } from "../../ui/source.ts";
import { titled } from "../../ui/title.ts";
import { toast } from "../../ui/toast.ts";
import { awaitField } from "../../ui/typed-ahead.ts";
import { fetchAhead, pane } from "./ahead.ts";
import { inboxStyles } from "./inbox-styles.ts";
import "./list/list.ts";
import { nextAfter } from "./list/neighbours.ts";
import type { Passed } from "./start/first-draft.ts";

/** The inbox: the list, the open conversation, and who it is with. */
export class Inbox extends HiloElement {
  static override properties: PropertyDeclarations = {
    conversationId: {},
    query: {},
    starting: { state: true },
    passed: { state: true },
    details: { type: Boolean, reflect: true },
    reading: { type: Boolean, reflect: true },
  };
  static override styles = [HiloElement.styles, inboxStyles];
  declare conversationId: string | null;
  declare query: string;
  declare starting: boolean;
  /** A message that is to be passed on in the dialog. */
  declare passed: Passed | undefined;
  declare details: boolean;
  declare reading: boolean;
  #filter: Filter = filterFrom(new URLSearchParams());
  #opened: Source<Found<ListedConversation>> | undefined;
  /** The conversation that is open, as it was last seen. */
  #seen: ListedConversation | undefined;
  #watch = new Watch(this);
  #before: HTMLElement | undefined;

  constructor() {
    super();
    this.conversationId = null;
    this.query = "";
    this.starting = false;
    this.passed = undefined;
    this.details = false;
    this.reading = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("query")) this.#filter = filterFrom(new URLSearchParams(this.query));
    if (changed.has("conversationId")) this.#open();
    this.#leaveWhatIsGone();
  }

  #open(): void {
    this.details = false;
    this.reading = this.conversationId !== null;
    this.#opened = this.conversationId ? conversationOf(this.conversationId) : undefined;
    this.#seen = undefined;
    this.#watch.to(connection, ...(this.#opened ? [this.#opened] : []));
  }

  /** What was on the screen does not turn into a page that says it was never there. */
  #leaveWhatIsGone(): void {
    const found = this.#opened?.value;
    if (found === "missing" && this.#seen) {
      toast({ text: t.left(nameOf(this.#seen)) });
      this.#seen = undefined;
      queueMicrotask(() => this.#back());
    }
    if (typeof found === "object") this.#seen = found;
  }

  protected override firstUpdated(): void {
    fetchAhead();
  }

  protected override render(): TemplateResult {
    const found = this.#opened?.value;
    const none = found === "missing" || (found === "unloaded" && connection.value === "offline");
    return html`<hilo-list
        .filter=${this.#filter}
        .selectedId=${this.conversationId}
        .opened=${typeof found === "object" ? found : undefined}
        @start=${() => this.#start()}
      ></hilo-list>
      <section class="center ${this.conversationId && none ? "whole" : ""}">
        ${this.conversationId && !none ? this.#thread(this.conversationId) : this.#nothing()}
      </section>
      ${this.conversationId && !none ? this.#side(this.conversationId) : ""}
      <hilo-start .open=${this.starting} .passed=${this.passed} @close=${this.#started}></hilo-start>`;
  }

  protected override updated(): void {
    const found = this.#opened?.value;
    titled(() => [
      typeof found === "object" ? nameOf(found) : found === "missing" ? t.gone : "",
      t.title,
    ]);
  }

  #thread(id: string): TemplateResult {
    void pane.load();
    return html`<hilo-thread-pane
      .conversationId=${id}
      ?tonote=${this.#filter.view === "mentions"}
      @back=${this.#back}
      @details=${this.#toggleDetails}
      @next=${this.#next}
      @forward=${(event: CustomEvent<Passed>) => this.#start(event.detail)}
    ></hilo-thread-pane>`;
  }

  #side(id: string): TemplateResult {
    void import("./context/context-panel.ts");
    return html`<div class="scrim" @click=${this.#toggleDetails}></div>
      <aside class="side" aria-label=${t.details} @keydown=${this.#escaped}>
        <button class="icon-button leave" aria-label=${t.closeDetails} @click=${this.#toggleDetails}>
          ${icon("x", 18)}
        </button>
        <hilo-context-panel .conversationId=${id}></hilo-context-panel>
      </aside>`;
  }

  #nothing(): TemplateResult {
    const gone = this.conversationId !== null;
    const unloaded = this.#opened?.value === "unloaded";
    const [sign, title, hint] = unloaded
      ? (["offline", t.unloaded, t.unloadedHint] as const)
      : gone
        ? (["search", t.gone, t.goneHint] as const)
        : (["messages", t.choose, t.chooseHint] as const);
    return html`<div class="nothing">
      ${icon(sign, 40)}
      <h2>${title}</h2>
      <p>${hint}</p>
      ${gone ? html`<button class="button" @click=${this.#back}>${t.backToList}</button>` : ""}
    </div>`;
  }

  /** Goes on from a conversation that is done, unless that was left meanwhile. */
  #next(event: CustomEvent<string>): void {
    if (event.detail !== this.conversationId) return;
    const next = nextAfter(event.detail);
    navigate(`/inbox${next ? `/${next}` : ""}${this.query}`);
  }

  #back(): void {
    navigate(`/inbox${this.query}`);
  }

  /** Where the details are a drawer, the focus goes into it and back. */
  async #toggleDetails(): Promise<void> {
    this.details = !this.details;
    if (!this.details) return this.#before?.focus();
    this.#before = focused();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".leave")?.focus();
  }

  #escaped(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.details) void this.#toggleDetails();
  }

  async #start(passed?: Passed): Promise<void> {
    if (!(await awaitField(() => import("./start/start.ts")))) return;
    this.passed = passed;
    this.starting = true;
  }

  #started(): void {
    this.starting = false;
  }
}

define("hilo-inbox", Inbox);
