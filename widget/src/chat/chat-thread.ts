import { publicName } from "@hilo/schema/public-name";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Language } from "../protocol.ts";
import { face } from "./about.ts";
import { askAt } from "./asking.ts";
import { attachment } from "./attachment.ts";
import { baseStyles } from "./base-styles.ts";
import type { Chat } from "./chat.ts";
import "./chat-address.ts";
import { content, quote } from "./content.ts";
import type { Links } from "./links.ts";
import type { Shown } from "./live.ts";
import { optionsOf } from "./options.ts";
import type { Outgoing } from "./outbox.ts";
import type { State } from "./state.ts";
import { threadStyles } from "./thread-styles.ts";
import { shortTime, type Words } from "./words.ts";

/** How near its end (px) a reader is taken to stand at it. */
const near = 80;

/** What was said, oldest first, and below it what is on its way. */
class ChatThread extends LitElement {
  static override properties = {
    words: { attribute: false },
    language: { attribute: false },
    state: { attribute: false },
    links: { attribute: false, hasChanged: () => true },
  };
  static override styles = [baseStyles, threadStyles];

  declare words: Words;
  declare language: Language;
  declare state: State;
  declare chat: Chat;
  declare links: Links;

  #atEnd = true;
  /** Whether an address is being asked for, and when that is to be looked at again. */
  #asking = false;
  #waiting = 0;

  constructor() {
    super();
    this.addEventListener("scroll", () => {
      this.#atEnd = this.scrollHeight - this.scrollTop - this.clientHeight < near;
    });
    // Pictures and keyboards change what fits: who stood at the end stays there.
    new ResizeObserver(() => this.#settle()).observe(this);
    this.addEventListener("load", () => this.#settle(), { capture: true });
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get("state") as State | undefined;
    const sent = before && before.outgoing.length < this.state.outgoing.length;
    if (sent) this.#atEnd = true;
    this.#considerAsking();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#waiting);
  }

  protected override updated(): void {
    this.#settle();
  }

  #settle(): void {
    if (this.#atEnd) this.scrollTop = this.scrollHeight;
  }

  protected override render(): TemplateResult {
    const { words, state } = this;
    const { greeting = "" } = state.settings ?? {};
    return html`
      <div role="log" aria-label=${words.thread}>
      <ol>
        ${greeting ? html`<li class="greeting">${greeting}</li>` : nothing}
        ${repeat(
          state.messages,
          // The visitor's own keep the element that they had on their way.
          (one) => (one.direction === "inbound" ? one.externalId : one.id),
          (one, i) => this.#message(one, state.messages[i - 1]),
        )}
        ${repeat(
          state.outgoing,
          ({ id }) => id,
          (one) => this.#outgoing(one),
        )}
        ${this.#asking ? this.#address() : nothing}
      </ol>
      </div>
    `;
  }

  #address(): TemplateResult {
    return html`<li class="address">
      <chat-address .words=${this.words} .chat=${this.chat} .left=${this.state.left}></chat-address>
    </li>`;
  }

  /** What was begun to be written into it stays, whatever comes meanwhile. */
  #considerAsking(): void {
    const { asks, left } = this.state;
    clearTimeout(this.#waiting);
    const at = askAt(this.state);
    this.#asking = left !== "" || (asks && (this.#asking || (at ?? Infinity) <= Date.now()));
    if (at !== undefined && !this.#asking)
      this.#waiting = window.setTimeout(() => this.requestUpdate(), at - Date.now());
  }

  #message(message: Shown, before: Shown | undefined): TemplateResult {
    const { words, language, links } = this;
    const own = message.direction === "inbound";
    const first = before?.direction !== message.direction;
    const gone = message.deletedAt !== undefined;
    const who = own ? words.you : calledIn(message);
    const time = shortTime(message.providerAt, language);
    const last = this.state.messages.at(-1) === message;
    return html`
      <li class="${own ? "own" : ""} ${first ? "first" : ""}" data-id=${message.id}>
        <span class=${first && !own ? "meta by" : "hidden"}>
          ${first && !own && who ? face(who) : nothing}<bdi>${who}</bdi>
        </span>
        ${quote(message, this.state.messages)}
        ${
          gone
            ? nothing
            : message.attachments.map((one) => attachment(one, links.of(message.id, one.id), words))
        }
        ${content(message, words)} ${gone ? nothing : this.#options(message)}
        ${this.#way(message)}
        <time class=${last ? "meta" : "hidden"}>${time}</time>
      </li>
    `;
  }

  /** What went by mail says so. */
  #way({ direction, mail, mailedAs }: Shown): TemplateResult | typeof nothing {
    const { byMail, alsoByMail } = this.words;
    if (direction === "inbound" ? !mail : !mailedAs) return nothing;
    return html`<span class="meta">${direction === "inbound" ? byMail : alsoByMail}</span>`;
  }

  /** What the business offers to press; once only. */
  #options(message: Shown): TemplateResult | typeof nothing {
    const { messages, outgoing } = this.state;
    const pressed =
      messages.some(
        ({ replyTo, direction }) => direction === "inbound" && replyTo?.externalId === message.id,
      ) || outgoing.some(({ replyTo }) => replyTo === message.id);
    return optionsOf(message, pressed, (choice) =>
      this.chat.send({ choice, text: choice.title, replyTo: message.id }),
    );
  }

  #outgoing(message: Outgoing): TemplateResult {
    const { id, text, files, state } = message;
    return html`
      <li class="own" data-id=${id}>
        ${files.map(
          ({ file, progress }) => html`
            <div class="bubble">
              ${file.name}
              ${
                state === "sending"
                  ? html`<progress
                      max="1"
                      .value=${progress}
                      aria-label=${this.words.progress(Math.round(progress * 100))}
                    ></progress>`
                  : nothing
              }
            </div>
          `,
        )}
        ${text ? html`<div class="bubble" dir="auto">${text}</div>` : nothing}
        ${state === "sending" ? html`<span class="meta">${this.words.sending}</span>` : this.#failed(message)}
      </li>
    `;
  }

  #failed({ id, problem }: Outgoing): TemplateResult {
    const { words, chat } = this;
    const again = html`<button @click=${() => chat.retry(id)}>${words.retry}</button>`;
    const discard = html`<button @click=${() => chat.discard(id)}>${words.discard}</button>`;
    return html`
      <span class="meta" role="alert">
        <span class="bad">${problem ? words[problem] : words.failed}</span>
        ${problem ? nothing : again} ${discard}
      </span>
    `;
  }
}

/** Who of the business wrote, by the name that is for customers. */
function calledIn({ author }: Shown): string {
  return author.type === "member" ? publicName(author.name) : author.name;
}

customElements.define("chat-thread", ChatThread);
