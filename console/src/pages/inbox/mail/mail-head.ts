import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { channels } from "../../../data/channels.ts";
import { type DraftMail, mostCopies } from "../../../data/draft-mail.ts";
import { mailsOf } from "../../../data/people.ts";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { withAddresses, withoutAddresses } from "../../../text/address-list.ts";
import { t } from "../../../text/mail.ts";
import "../../../ui/address-field.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { headStyles } from "./head-styles.ts";
import { othersOf } from "./others-of.ts";

type Copies = "cc" | "bcc";

/** To whom an e-mail goes. Tells `mail` with what of the draft that is. */
export class MailHead extends HiloElement {
  static override properties = {
    conversationId: {},
    address: {},
    name: {},
    mail: { attribute: false },
    answered: { attribute: false },
    opened: { state: true },
  };
  declare conversationId: string;
  /** Whom it goes to, and what they are called; nobody where that is written elsewhere. */
  declare address: string;
  declare name: string;
  declare mail: DraftMail;
  /** The customer's newest mail. */
  declare answered: ThreadMessage | undefined;
  /** The lines that were opened and are still empty. */
  declare opened: readonly Copies[];

  constructor() {
    super();
    this.conversationId = "";
    this.address = "";
    this.name = "";
    this.mail = {};
    this.answered = undefined;
    this.opened = [];
  }

  /** Once it is sent, nothing is open any more. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("mail") ?? {};
    if ((before.cc || before.bcc) && !this.mail.cc && !this.mail.bcc) this.opened = [];
  }

  protected override render(): TemplateResult {
    const others = this.#others();
    return html`
      <div class="row">
        ${this.address ? this.#recipient() : nothing}
        <div class="more">
          ${others.length > 0 ? this.#answering(others) : nothing}
          ${(["cc", "bcc"] as const).filter((copies) => !this.#shows(copies)).map((copies) => this.#opener(copies))}
        </div>
      </div>
      ${(["cc", "bcc"] as const).filter((copies) => this.#shows(copies)).map((copies) => this.#line(copies))}
    `;
  }

  #recipient(): TemplateResult {
    const { name, address } = this;
    const named = name !== "" && name !== address;
    return html`<span class="to">
      <span class="what">${t.to}</span>
      <span class="whom" title=${address}>${named ? html`<bdi>${name}</bdi> ` : nothing}<bdi dir="ltr">${named ? `<${address}>` : address}</bdi></span>
    </span>`;
  }

  #answering(others: readonly string[]): TemplateResult {
    const all = this.mail.all === true;
    return html`<span class="whose" role="group" aria-label=${t.replyTo}>
      <button type="button" class="link" aria-pressed=${!all} @click=${() => this.#answer(others, false)}>
        ${t.replyOne}
      </button>
      <button type="button" class="link" aria-pressed=${all} title=${others.join(", ")} @click=${() => this.#answer(others, true)}>
        ${t.replyAll(others.length)}
      </button>
    </span>`;
  }

  #opener(copies: Copies): TemplateResult {
    const label = copies === "cc" ? t.addCc : t.addBcc;
    return html`<button type="button" class="link" aria-label=${label} title=${label} @click=${() => this.#open(copies)}>
      ${t[copies]}
    </button>`;
  }

  #line(copies: Copies): TemplateResult {
    return html`<hilo-address-field
      class="line ${copies}"
      .label=${t[copies]}
      .hint=${copies === "cc" ? t.ccHint : t.bccHint}
      .addresses=${this.mail[copies] ?? []}
      .most=${mostCopies}
      .ask=${mailsOf}
      @change=${(event: CustomEvent<string[]>) => {
        event.stopPropagation();
        this.#set({ [copies]: event.detail });
      }}
    ></hilo-address-field>`;
  }

  #shows(copies: Copies): boolean {
    return (this.mail[copies]?.length ?? 0) > 0 || this.opened.includes(copies);
  }

  async #open(copies: Copies): Promise<void> {
    this.opened = [...this.opened, copies];
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`.line.${copies}`)?.focus();
  }

  #answer(others: readonly string[], all: boolean): void {
    const { cc = [] } = this.mail;
    this.#set({
      all,
      cc: all ? withAddresses(cc, others.join(",")) : withoutAddresses(cc, others),
    });
  }

  #others(): string[] {
    if (!this.answered) return [];
    const own = channels.value.filter(({ platform }) => platform === "email");
    const { conversationId, address } = this;
    return othersOf(this.answered, {
      conversationId,
      address,
      own: own.map((channel) => channel.address),
    });
  }

  #set(change: DraftMail): void {
    this.tell("mail", { ...this.mail, ...change });
  }

  static override styles = [HiloElement.styles, headStyles];
}

define("hilo-mail-head", MailHead);
