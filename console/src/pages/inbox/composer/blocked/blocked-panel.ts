import { platformIcons } from "@hilo/bricks/platform";
import type { ListedConversation, PublicChannel } from "@hilo/schema";
import { css, html, nothing, type TemplateResult } from "lit";
import { channelOf, channels } from "../../../../data/channels.ts";
import { conversationsWith } from "../../../../data/contacts.ts";
import { me } from "../../../../data/members.ts";
import { signedIn } from "../../../../data/session.ts";
import { sendTemplate } from "../../../../data/template-sending.ts";
import { t } from "../../../../text/blocked.ts";
import { w } from "../../../../text/words.ts";
import { define, HiloElement } from "../../../../ui/element.ts";
import { icon } from "../../../../ui/icon.ts";
import type { IconName } from "../../../../ui/icons.ts";
import { Watch } from "../../../../ui/source.ts";
import type { Picked, TemplatePicker } from "../template-picker/template-picker.ts";
import { type Blocked, blockedBy } from "./blocked.ts";

const hour = 60 * 60 * 1000;

/** Says why no answer can be written, and what to do instead. Tells `note` when a note is wanted. */
export class BlockedPanel extends HiloElement {
  static override properties = {
    blocked: {},
    conversation: { attribute: false },
    channel: { attribute: false },
    awaiting: { type: Boolean },
    again: { state: true },
  };
  declare blocked: Blocked;
  declare conversation: ListedConversation | undefined;
  declare channel: PublicChannel | undefined;
  /** Whether a template was the last word: then it is the customer's turn. */
  declare awaiting: boolean;
  /** Whether another one is wanted all the same. */
  declare again: boolean;
  #contactId: string | undefined;
  #others: ReturnType<typeof conversationsWith> | undefined;
  readonly #watch = new Watch(this, channels);

  constructor() {
    super();
    this.blocked = "closed";
    this.conversation = undefined;
    this.channel = undefined;
    this.awaiting = false;
    this.again = false;
  }

  protected override willUpdate(): void {
    const contactId = this.conversation?.contactId;
    if (contactId === undefined || contactId === this.#contactId) return;
    this.#contactId = contactId;
    this.#others = conversationsWith(contactId);
    this.#watch.to(channels, this.#others);
  }

  protected override render(): TemplateResult {
    if (this.#waits()) return this.#waiting();
    const [title, why, sign] = this.#words();
    const exits = this.channel?.capabilities?.exits ?? [];
    const closed = this.blocked === "closed" || this.blocked === "neverOpened";
    const byTemplate = closed && exits.includes("template");
    if (byTemplate) void import("../template-picker/template-picker.ts");
    return html`
      <div class="panel">
        <h2>${icon(sign, 18)}<span>${title}</span></h2>
        <p>${why}</p>
        ${closed ? html`<p>${byTemplate ? t.doTemplate : t.doWait}</p>` : nothing}
        ${
          byTemplate
            ? html`<hilo-template-picker
                .channelId=${this.conversation?.channelId ?? ""}
                .customer=${this.#customer()}
                @picked=${this.#send}
              ></hilo-template-picker>`
            : nothing
        }
        ${this.#ways()}
      </div>
    `;
  }

  #waits(): boolean {
    const closed = this.blocked === "closed" || this.blocked === "neverOpened";
    return closed && this.awaiting && !this.again;
  }

  /** The thread says what happens next; here is what can be done meanwhile. */
  #waiting(): TemplateResult {
    const another = html`<button
      type="button"
      class="button"
      @click=${() => {
        this.again = true;
      }}
    >
      ${icon("fileText", 16)}<span>${t.doAnother}</span>
    </button>`;
    return html`<div class="panel">
      <h2 class="calm">${icon("timer", 18)}<span>${t.waitingTitle}</span></h2>
      ${this.#ways(another)}
    </div>`;
  }

  #ways(first?: TemplateResult): TemplateResult {
    return html`<div class="ways">
      ${first ?? nothing}
      <button type="button" class="button" @click=${() => this.tell("note")}>
        ${icon("note", 16)}<span>${t.doNote}</span>
      </button>
      ${this.#reachable().map(way)}
    </div>`;
  }

  #customer(): { name: string; address: string } {
    const { contact, address = "" } = this.conversation ?? {};
    return { name: contact?.name ?? "", address };
  }

  #send({ detail, currentTarget }: CustomEvent<Picked>): void {
    if (!this.conversation) return;
    const conversationId = this.conversation.id;
    (currentTarget as TemplatePicker).reset();
    this.again = false;
    void sendTemplate({ conversationId, ...detail, name: me()?.name ?? signedIn().email });
    this.tell("sent");
  }

  #words(): [title: string, why: string, sign: IconName] {
    const platform = this.conversation ? w[this.conversation.platform] : "";
    const hours = Math.round((this.channel?.capabilities?.replyWindow ?? 0) / hour);
    if (this.blocked === "optedOut") return [t.optedOutTitle, t.optedOutWhy(platform), "ban"];
    if (this.blocked === "disabled") return [t.disabledTitle, t.disabledWhy, "lock"];
    if (this.blocked === "readOnly") return [t.readOnlyTitle, t.readOnlyWhy, "info"];
    if (this.blocked === "cannotSend")
      return [t.cannotSendTitle, t.cannotSendWhy(platform), "info"];
    if (this.blocked === "neverOpened") return [t.closedTitle, t.neverOpened(platform), "timer"];
    return [t.closedTitle, t.closedWhy(platform, hours), "timer"];
  }

  /** The same person's conversations on channels where an answer can be written now. */
  #reachable(): ListedConversation[] {
    const now = Date.now();
    return (this.#others?.value.items ?? []).filter((other) => {
      const channel = channelOf(other.channelId);
      return other.id !== this.conversation?.id && channel && !blockedBy(other, channel, now);
    });
  }

  static override styles = [
    HiloElement.styles,
    css`
      .panel {
        display: grid;
        gap: 8px;
        padding: 6px 14px 14px;
      }
      h2 {
        display: flex;
        align-items: center;
        gap: 8px;
        font: 600 14px/20px var(--font);
      }
      h2:not(.calm) svg {
        color: var(--bad-text);
      }
      p {
        font: var(--small);
        color: var(--secondary);
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 4px;
      }
      a.button {
        color: var(--text);
        text-decoration: none;
      }
    `,
  ];
}

function way(other: ListedConversation): TemplateResult {
  return html`<a class="button" href=${`/inbox/${other.id}`}>
    ${icon(platformIcons[other.platform], 16)}<span>${t.doOther(channelOf(other.channelId)?.name ?? w[other.platform])}</span>
  </a>`;
}

define("hilo-blocked", BlockedPanel);
