import type { ListedConversation, PublicChannel } from "@hilo/schema";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { channelOf, channels } from "../../../data/channels.ts";
import { changed, changes } from "../../../data/desk.ts";
import { me, members } from "../../../data/members.ts";
import { resolvingTurned } from "../../../data/send-and-resolve.ts";
import { outbox, react } from "../../../data/sending.ts";
import { signedIn } from "../../../data/session.ts";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { t } from "../../../text/composer.ts";
import { nameOf } from "../../../text/who.ts";
import { clock } from "../../../ui/clock.ts";
import { addCommands } from "../../../ui/commands.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { focused } from "../../../ui/focus.ts";
import { icon } from "../../../ui/icon.ts";
import { Watch } from "../../../ui/source.ts";
import { awaitField } from "../../../ui/typed-ahead.ts";
import { blockedBy } from "../composer/blocked/blocked.ts";
import "../composer/composer.ts";
import { awaitsAnswer } from "../composer/blocked/awaiting.ts";
import type { Composer } from "../composer/composer.ts";
import { act } from "../message/act.ts";
import type { AskedFile } from "../message/fetch-again.ts";
import { retry } from "../message/retry.ts";
import { latestSubject, subjectOf } from "../message/subject-of.ts";
import { threadCommands } from "./commands.ts";
import { presenceLine } from "./header/presence-line.ts";
import { paneStyles } from "./pane-styles.ts";
import { LiveConversation } from "./reading/live-conversation.ts";
import { MentionMarker } from "./reading/mention-marker.ts";
import "./header/thread-header.ts";
import type { ThreadHeader } from "./header/thread-header.ts";
import "./thread.ts";
import type { ThreadSearch } from "./reading/thread-search.ts";
import type { ThreadElement } from "./thread.ts";

type Reacted = { message: ThreadMessage; emoji: string };

/**
 * One conversation: its header, its thread, who else is there, and where to write. Tells `back`, `details`, `next`
 * and `forward`, which its page answers.
 */
export class ThreadPane extends HiloElement {
  static override properties = {
    conversationId: {},
    tonote: { type: Boolean },
    dragging: { state: true },
    enlarged: { state: true },
    finding: { state: true },
  };
  declare conversationId: string;
  /** Whether it opens at the note that mentions its reader. */
  declare tonote: boolean;
  declare dragging: boolean;
  declare enlarged: { src: string; original: string; name: string } | undefined;
  /** Whether words are searched for in the thread. */
  declare finding: boolean;
  #before: HTMLElement | undefined;
  #opened: LiveConversation | undefined;
  #stopCommands: () => void = () => undefined;
  readonly #watch = new Watch(this);

  constructor() {
    super();
    this.conversationId = "";
    this.tonote = false;
    this.dragging = false;
    this.enlarged = undefined;
    this.finding = false;
    new MentionMarker(this, () => this.#opened?.mentioning);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopCommands = addCommands(
      threadCommands({
        write: (mode) => this.#part<Composer>("hilo-composer")?.write(mode),
        quick: () => this.#part<Composer>("hilo-composer")?.quick(),
        find: () => void this.#find(),
        isAt: () => this.matches(":focus-within") || document.activeElement === document.body,
        menu: (menu) => this.#part<ThreadHeader>("hilo-thread-header")?.openMenu(menu),
        resolve: () => this.#part<ThreadHeader>("hilo-thread-header")?.toggleResolved(),
        goOn: () => void this.#part<ThreadHeader>("hilo-thread-header")?.resolveAndGoOn(),
        sendAndResolve: () => this.#part<Composer>("hilo-composer")?.send(true),
        markUnread: () => void this.#markUnread(),
      }),
    );
    this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopCommands();
    const composer = this.#part<Composer>("hilo-composer");
    // Of what is out of sight there is nothing left to give back.
    if (composer && this.#opened?.isGone) composer.conversation = undefined;
    this.#opened?.leave();
    this.#opened = undefined;
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has("conversationId")) this.#open();
  }

  protected override render(): TemplateResult | typeof nothing {
    const opened = this.#opened;
    if (!opened) return nothing;
    const found = opened.conversation.value;
    const conversation = typeof found === "string" ? undefined : changed(found);
    return html`
      <hilo-thread-header
        .conversation=${conversation}
        .subject=${latestSubject(opened.live.thread.value.messages)}
        .now=${clock.value}
        @find=${this.#find}
        @markunread=${this.#markUnread}
      ></hilo-thread-header>
      ${keyed(opened.id, this.#whole(opened, conversation))}
      ${this.dragging ? html`<div class="drop">${icon("paperclip", 24)}<span>${t.dropHere}</span></div>` : nothing}
      ${this.enlarged ? html`<hilo-lightbox .src=${this.enlarged.src} .original=${this.enlarged.original} .name=${this.enlarged.name} @close=${this.#shrink}></hilo-lightbox>` : nothing}
    `;
  }

  #whole(opened: LiveConversation, conversation: ListedConversation | undefined): TemplateResult {
    const channel = conversation ? channelOf(conversation.channelId) : undefined;
    const { messages } = opened.live.thread.value;
    const awaiting = awaitsAnswer(messages, conversation, channel, clock.value);
    return html`<div
      class="whole"
      @dragover=${this.#dragged}
      @dragleave=${this.#dragLeft}
      @drop=${this.#dropped}
      @pictures=${this.#dragLeft}
      @enlarge=${this.#enlarge}
    >
      ${this.finding ? this.#search(opened) : nothing}
      <hilo-thread
        .conversationId=${opened.id}
        .thread=${opened.live.thread.value}
        .unread=${conversation?.unread ?? -1}
        .inboundCount=${conversation?.inboundCount ?? 0}
        .members=${members.value}
        .self=${signedIn().uid}
        .now=${clock.value}
        .contact=${conversation ? nameOf(conversation) : ""}
        .next=${awaiting ? t.awaiting : ""}
        ?quotable=${channel?.capabilities?.replyTo ?? false}
        ?reactable=${this.#reactable(conversation, channel)}
        ?forwardable=${channel?.capabilities?.mail ?? false}
        @older=${() => opened.live.loadOlder()}
        @passon=${async (event: CustomEvent<ThreadMessage>) => conversation && this.tell("forward", (await import("../start/passed-on.ts")).passedOn(conversation, event.detail))}
        @react=${(event: CustomEvent<Reacted>) => this.#react(event.detail)}
        @retry=${(event: CustomEvent<ThreadMessage>) => void retry(opened.id, event.detail)}
        @fetchagain=${(event: CustomEvent<AskedFile>) => void this.#fetchAgain(event.detail)}
        @discard=${(event: CustomEvent<string>) => this.#discard(event.detail)}
        @quote=${(event: CustomEvent<ThreadMessage>) => this.#part<Composer>("hilo-composer")?.quote(event.detail.id)}
      ></hilo-thread>
      ${presenceLine(opened.present)}
      <hilo-composer
        .conversationId=${opened.id}
        .conversation=${conversation}
        .channel=${channel}
        .now=${clock.value}
        .subject=${channel?.capabilities?.subject ? subjectOf(messages) : ""}
        .answered=${channel?.capabilities?.mail ? messages.findLast(({ mail, direction }) => mail && direction === "inbound") : undefined}
        ?awaiting=${awaiting}
        .quoting=${(id: string) => this.#message(id)}
        @typing=${() => opened.own.typing()}
        @sendandresolve=${({ detail }: CustomEvent<string[]>) => void import("./resolve-sent.ts").then((one) => one.resolveSent(opened, detail, () => this.tell("next", opened.id)))}
        @sent=${() => {
          opened.own.pause();
          this.#part<ThreadElement>("hilo-thread")?.toEnd();
        }}
      ></hilo-composer>
    </div>`;
  }

  #search(opened: LiveConversation): TemplateResult {
    return html`<hilo-thread-search
      .thread=${opened.live.thread.value}
      .element=${this.#part("hilo-thread")}
      @jump=${(event: CustomEvent<string>) => this.#part<ThreadElement>("hilo-thread")?.jump(event.detail)}
      @older=${() => opened.live.loadOlder()}
      @close=${this.#endSearch}
    ></hilo-thread-search>`;
  }

  async #find(): Promise<void> {
    if (this.finding) return this.#part<ThreadSearch>("hilo-thread-search")?.search();
    if (!(await awaitField(() => import("./reading/thread-search.ts")))) return;
    this.#before = focused();
    this.finding = true;
  }

  #endSearch(): void {
    this.finding = false;
    if (this.#before?.isConnected) this.#before.focus();
  }

  #reactable(
    conversation: ListedConversation | undefined,
    channel: PublicChannel | undefined,
  ): boolean {
    if (!conversation || !channel?.capabilities?.reactions) return false;
    return blockedBy(conversation, channel, clock.value) === undefined;
  }

  #react({ message, emoji }: Reacted): void {
    const name = me()?.name ?? signedIn().email;
    void react({ conversationId: this.conversationId, name }, message.id, emoji);
  }

  #open(): void {
    if (this.conversationId === "" || !this.isConnected) return;
    if (this.#opened?.id === this.conversationId) return;
    this.finding = false;
    this.#opened?.leave();
    const opened = new LiveConversation(this.conversationId);
    this.#opened = opened;
    if (this.tonote)
      void opened.seekNote((id) => this.#part<ThreadElement>("hilo-thread")?.jump(id));
    this.#watch.to(
      opened.conversation,
      opened.live.thread,
      opened.presences,
      channels,
      members,
      changes,
      resolvingTurned,
      clock,
    );
  }

  async #markUnread(): Promise<void> {
    const found = this.#opened?.conversation.value;
    if (!found || typeof found === "string") return;
    await this.#part<ThreadElement>("hilo-thread")?.keepUnread();
    await act(found, { unread: Math.max(1, found.unread) });
  }

  #message(id: string): ThreadMessage | undefined {
    return this.#opened?.live.thread.value.messages.find((message) => message.id === id);
  }

  /** Gives a refused message up; what it said goes back to the composer. */
  #discard(id: string): void {
    const message = this.#message(id);
    outbox.settle([id], "dropped");
    if (!message || message.kind === "reaction") return;
    this.#part<Composer>("hilo-composer")?.putBack(message);
  }

  async #fetchAgain(asked: AskedFile): Promise<void> {
    const { askAgain } = await import("../message/fetch-again.ts");
    await askAgain(this.conversationId, this.#opened?.live.thread.value.messages ?? [], asked);
  }

  async #enlarge(
    event: CustomEvent<{ src: string; original: string; name: string }>,
  ): Promise<void> {
    await import("../../../ui/lightbox.ts");
    this.enlarged = event.detail;
  }

  #shrink(): void {
    this.enlarged = undefined;
  }

  #dragged(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.dragging = true;
  }

  #dragLeft(event: Partial<DragEvent>): void {
    const into = event.relatedTarget;
    if (!(into instanceof Node && this.renderRoot.contains(into))) this.dragging = false;
  }

  #dropped(event: DragEvent): void {
    event.preventDefault();
    this.dragging = false;
    this.#part<Composer>("hilo-composer")?.addFiles(event.dataTransfer?.files ?? []);
  }

  #part<E extends Element>(name: string): E | null {
    return this.renderRoot.querySelector<E>(name);
  }

  static override styles = [HiloElement.styles, paneStyles];
}

define("hilo-thread-pane", ThreadPane);
