import { html, LitElement, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { inkOn, ownColor } from "../protocol.ts";
import { faces, hours, soon } from "./about.ts";
import { aboutStyles } from "./about-styles.ts";
import { baseStyles } from "./base-styles.ts";
import { Chat } from "./chat.ts";
import { chatStyles } from "./chat-styles.ts";
import "./chat-composer.ts";
import "./chat-form.ts";
import "./chat-thread.ts";
import type { Introduction } from "./chat-form.ts";
import { icon } from "./icons.ts";
import { Links } from "./links.ts";
import type { Page } from "./page.ts";
import { listen, tell } from "./page-link.ts";
import { firstLanguage } from "./place.ts";
import { Watch } from "./source.ts";
import { nothingWritten } from "./state.ts";
import { dayAndHour, type Words, words } from "./words.ts";

/** The whole chat, inside its frame. */
class HiloChat extends LitElement {
  static override styles = [baseStyles, chatStyles, aboutStyles];

  readonly #chat = new Chat();
  readonly #links = new Links(
    () => this.#chat.token(),
    () => this.requestUpdate(),
  );
  #language: Page["language"] = firstLanguage;
  #unread = 0;
  #look = "";
  #wantsFocus = false;
  #writes = false;
  /** Whether the hours of the week are shown. */
  #hours = false;

  constructor() {
    super();
    new Watch(this, this.#chat.state);
    this.#chat.state.subscribe(() => this.#tellPage());
    this.addEventListener("keydown", ({ key }) => key === "Escape" && tell({ hilo: "close" }));
    // Links to files are over after a while; those on the screen are asked for again.
    setInterval(() => document.visibilityState === "visible" && this.requestUpdate(), 60_000);
    listen({ page: (page) => this.#begin(page), shown: (shown) => this.#show(shown) });
  }

  get #words(): Words {
    return words[this.#language];
  }

  #begin(page: Page): void {
    this.#language = page.language;
    document.documentElement.lang = page.language;
    void this.#chat.begin(page);
    this.requestUpdate();
  }

  #show(shown: boolean): void {
    this.#chat.show(shown);
    this.#wantsFocus = shown;
    this.requestUpdate();
  }

  /** What had the focus may give way to something else that is to be written into. */
  protected override willUpdate(): void {
    const at = this.shadowRoot?.activeElement?.localName ?? "";
    this.#writes = at === "chat-composer" || at === "chat-form";
  }

  /** Whoever opens the chat can write as soon as it is ready. */
  protected override updated(): void {
    const field = this.renderRoot.querySelector<HTMLElement>("chat-composer, chat-form");
    if (this.#writes && !this.shadowRoot?.activeElement) this.#wantsFocus = true;
    if (!this.#wantsFocus || !field) return;
    this.#wantsFocus = false;
    void (field as LitElement).updateComplete.then(() => field.focus());
  }

  #tellPage(): void {
    const { settings, unread } = this.#chat.state.value;
    if (unread !== this.#unread) tell({ hilo: "unread", count: unread });
    this.#unread = unread;
    const look = settings ? `${settings.color} ${settings.title}` : "";
    if (settings && look !== this.#look) this.#paint(settings);
    this.#look = look;
  }

  #paint({ color, title }: { color: string; title: string }): void {
    tell({ hilo: "look", color, title });
    document.title = title;
    this.style.setProperty("--brand", color || ownColor);
    this.style.setProperty("--ink", inkOn(color || ownColor));
  }

  protected override firstUpdated(): void {
    this.style.setProperty("--brand", ownColor);
    this.style.setProperty("--ink", inkOn(ownColor));
  }

  protected override render(): TemplateResult {
    const { settings } = this.#chat.state.value;
    const { chat, close } = this.#words;
    return html`
      <div class="chat">
        <header>
          ${settings ? faces(settings, this.#words, this.#language) : nothing}
          <div class="who">
            <h1>${settings?.title ?? chat}</h1>
            ${settings ? soon(settings, this.#words) : nothing}
          </div>
          ${settings?.week?.length ? this.#hoursButton() : nothing}
          <button class="square" aria-label=${close} @click=${() => tell({ hilo: "close" })}>
            ${icon("close")}
          </button>
        </header>
        ${settings && this.#hours ? hours(settings, this.#words, this.#language) : nothing}
        ${this.#body()}
      </div>
    `;
  }

  #hoursButton(): TemplateResult {
    const { hours } = this.#words;
    return html`<button
      class="square"
      aria-label=${hours}
      title=${hours}
      aria-expanded=${this.#hours}
      aria-controls="hours"
      @click=${() => {
        this.#hours = !this.#hours;
        this.requestUpdate();
      }}
    >
      ${icon("hours")}
    </button>`;
  }

  #body(): TemplateResult {
    const { stage, settings, messages, outgoing, introduced } = this.#chat.state.value;
    if (stage === "failed" && messages.length === 0) return this.#failed();
    if (stage === "refused") return html`<p class="middle" role="alert">${this.#words.refused}</p>`;
    const known = settings !== undefined && (stage !== "starting" || messages.length > 0);
    if (known && !introduced && messages.length + outgoing.length === 0) return this.#form();
    return this.#talk(known || outgoing.length > 0);
  }

  #skeleton(): TemplateResult {
    return html`
      <div class="bones" role="status" aria-label=${this.#words.starting}>
        <div class="bone"></div>
        <div class="bone own"></div>
        <div class="bone"></div>
      </div>
    `;
  }

  #failed(): TemplateResult {
    const { startFailed, again } = this.#words;
    return html`
      <div class="middle" role="alert">
        ${startFailed}
        <button class="main" @click=${() => this.#chat.again()}>${again}</button>
      </div>
    `;
  }

  #form(): TemplateResult {
    const { settings } = this.#chat.state.value;
    return html`
      <chat-form
        .words=${this.#words}
        .settings=${settings}
        .note=${this.#closedNote()}
        .message=${this.#chat.draft.text}
        @introduced=${({ detail }: CustomEvent<Introduction>) => this.#introduce(detail)}
      ></chat-form>
    `;
  }

  async #introduce({ message, ...who }: Introduction): Promise<void> {
    try {
      await this.#chat.introduce(who);
    } catch {
      return this.#chat.again(); // Without a network: what was written into the form is kept.
    }
    if (message) {
      const { files } = this.#chat.draft;
      this.#chat.draft = nothingWritten;
      this.#chat.send({ text: message, files: [...files] });
    }
    this.#wantsFocus = true;
    this.requestUpdate();
  }

  /** One can write before there is anything to see. */
  #talk(shows: boolean): TemplateResult {
    const { connected, online, stage } = this.#chat.state.value;
    const heard = connected && online && stage !== "failed";
    const note = this.#closedNote();
    return html`
      ${heard ? nothing : html`<p class="notice" role="status">${this.#words.offline}</p>`}
      ${note ? html`<p class="notice">${note}</p>` : nothing}
      ${shows ? this.#thread() : this.#skeleton()}
      ${keyed(this.#chat.person, this.#composer())}
    `;
  }

  #composer(): TemplateResult {
    return html`<chat-composer
      .words=${this.#words}
      .settings=${this.#chat.state.value.settings}
      .chat=${this.#chat}
    ></chat-composer>`;
  }

  #thread(): TemplateResult {
    return html`<chat-thread
      .words=${this.#words}
      .language=${this.#language}
      .state=${this.#chat.state.value}
      .chat=${this.#chat}
      .links=${this.#links}
    ></chat-thread>`;
  }

  #closedNote(): string {
    const { settings } = this.#chat.state.value;
    if (!settings || settings.open) return "";
    const { opensAt } = settings;
    return opensAt === null
      ? this.#words.closed
      : this.#words.opens(dayAndHour(opensAt, this.#language));
  }
}

customElements.define("hilo-chat", HiloChat);
