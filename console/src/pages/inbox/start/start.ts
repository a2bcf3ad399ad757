import type { PublicChannel } from "@hilo/schema";
import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import { ApiProblem } from "../../../data/api.ts";
import { awaitsChannels, channels, channelsFailed } from "../../../data/channels.ts";
import { mailToSend } from "../../../data/draft-mail.ts";
import { seesAll } from "../../../data/sight.ts";
import {
  addressedBy,
  begin,
  type First,
  needsTemplate,
  startable,
} from "../../../data/starting.ts";
import { problems } from "../../../text/problems.ts";
import { t } from "../../../text/start.ts";
import { w } from "../../../text/words.ts";
import "../../../ui/dialog.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { Lazy } from "../../../ui/lazy.ts";
import { navigate } from "../../../ui/navigate.ts";
import { Watch } from "../../../ui/source.ts";
import { toast } from "../../../ui/toast.ts";
import type { Picked } from "../composer/template-picker/template-picker.ts";
import {
  dropFirst,
  type FirstDraft,
  firstDraft,
  forwardDraft,
  keepFirst,
  type Passed,
} from "./first-draft.ts";
import "./person-search.ts";
import type { Reached } from "./person-search.ts";
import { addressIn, type Trouble, troubleWith } from "./start-check.ts";
import { type Field, startField } from "./start-field.ts";
import { startStyles } from "./start-styles.ts";
import { startWay } from "./start-way.ts";

const mailParts = new Lazy(() => import("./start-mail.ts"));

/**
 * The dialog that begins a conversation: a channel, an address and the first message, which may pass another one on.
 * Tells `close`.
 */
export class Start extends HiloElement {
  static override properties: PropertyDeclarations = {
    open: { type: Boolean },
    passed: { attribute: false },
    written: { state: true },
    free: { state: true },
    trouble: { state: true },
    busy: { state: true },
  };
  static override styles = [HiloElement.styles, startStyles];
  declare open: boolean;
  /** A message that is to be passed on. */
  declare passed: Passed | undefined;
  declare written: FirstDraft;
  /** Whether words of one's own are written where a template is the rule. */
  declare free: boolean;
  declare trouble: Trouble | null;
  declare busy: boolean;

  constructor() {
    super();
    this.open = false;
    this.passed = undefined;
    this.written = firstDraft();
    this.free = false;
    this.trouble = null;
    this.busy = false;
    new Watch(this, channels);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("open") || !this.open) return;
    this.trouble = null;
    this.free = false;
    this.written = this.passed ? forwardDraft(this.passed) : firstDraft();
  }

  protected override render(): TemplateResult {
    return html`<hilo-dialog label=${this.passed ? t.forward : t.start} .open=${this.open}>
      ${startable().length === 0 ? html`<p>${noChannel()}</p>` : this.#form()}
    </hilo-dialog>`;
  }

  #form(): TemplateResult {
    const channel = this.#channel();
    const mail = channel && addressedBy(channel) === "mail";
    const byTemplate = this.#byTemplate(channel);
    if (byTemplate) void import("../composer/template-picker/template-picker.ts");
    return html`<form novalidate @submit=${this.#submit} @input=${this.#edited}>
      ${seesAll() ? html`<hilo-person-search @reached=${({ detail }: CustomEvent<Reached>) => this.#reach(detail)}></hilo-person-search>` : nothing}
      <label>
        <span>${t.channel}</span>
        <select class="field" name="channel" @change=${this.#chose}>
          ${startable().map((one) => html`<option value=${one.id} .selected=${one === channel}>${one.name}</option>`)}
        </select>
      </label>
      ${
        channel && needsTemplate(channel)
          ? startWay(w[channel.platform], this.free, (free) => {
              this.free = free;
              this.trouble = null;
            })
          : nothing
      }
      ${startField(
        "to",
        mail ? t.toMail : t.toPhone,
        html`<input class="field" id="to" name="to" type=${mail ? "email" : "tel"} autocomplete="off" autofocus .value=${this.written.to}
        placeholder=${mail ? t.toMailExample : t.toPhoneExample} aria-invalid=${this.#wrong("to")} aria-describedby="to-trouble" />`,
        this.#said("to"),
      )}
      ${startField("name", t.name, html`<input class="field" id="name" name="name" autocomplete="off" maxlength="200" .value=${this.written.name} />`, null)}
      ${
        byTemplate
          ? html`<hilo-template-picker
              .channelId=${channel?.id ?? ""}
              .customer=${{ name: this.written.name, address: this.written.to }}
              ?busy=${this.busy}
              @picked=${this.#picked}
            ></hilo-template-picker>`
          : this.#words(channel)
      }
      ${this.trouble?.field === null ? html`<p class="trouble" role="alert">${this.trouble.text}</p>` : ""}
      <div class="actions">
        <button type="button" class="button" @click=${() => this.tell("close")}>${w.cancel}</button>
        ${
          byTemplate
            ? nothing
            : html`<button class="button primary" aria-disabled=${this.busy}>
                ${this.busy ? t.sendingFirst : t.sendFirst}
              </button>`
        }
      </div>
    </form>`;
  }

  #words(channel: PublicChannel | undefined): TemplateResult {
    const parts = channel?.capabilities?.mail ? mailParts.of(this) : undefined;
    const write = (change: Partial<FirstDraft>) => {
      this.trouble = null;
      this.#write(change);
    };
    return html`${parts?.startCopies(this.written, write)}
    ${
      channel?.capabilities?.subject
        ? startField(
            "subject",
            t.subject,
            html`<input class="field" id="subject" name="subject" autocomplete="off" maxlength="250" .value=${this.written.subject} />`,
            null,
          )
        : nothing
    }
    ${parts?.startText(this.written, channel, this.#said("text"), write) ?? this.#plainText()}`;
  }

  #plainText(): TemplateResult {
    return startField(
      "text",
      t.firstMessage,
      html`<textarea class="field" id="text" name="text" rows="4" .value=${this.written.text}
      aria-invalid=${this.#wrong("text")} aria-describedby="text-trouble"></textarea>`,
      this.#said("text"),
    );
  }

  #byTemplate(channel: PublicChannel | undefined): boolean {
    return channel !== undefined && needsTemplate(channel) && !this.free;
  }

  #channel(): PublicChannel | undefined {
    const all = startable();
    return all.find((one) => one.id === this.written.channelId) ?? all[0];
  }

  #wrong(field: Field): "true" | typeof nothing {
    return this.trouble?.field === field ? "true" : nothing;
  }

  #said(field: Field): string | null {
    return this.trouble?.field === field ? this.trouble.text : null;
  }

  async #reach(reached: Reached): Promise<void> {
    this.trouble = null;
    this.#write(reached);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("#text, #name")?.focus();
  }

  #chose(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.#write({ channelId: event.target.value });
  }

  #edited({ currentTarget }: Event): void {
    this.trouble = null;
    const form = new FormData(currentTarget as HTMLFormElement);
    const { to, name, subject, text } = this.written;
    const said = (key: Field, before: string) => String(form.get(key) ?? before);
    this.#write({
      to: said("to", to),
      name: said("name", name),
      subject: said("subject", subject),
      text: said("text", text),
    });
  }

  #write(change: Partial<FirstDraft>): void {
    this.written = { ...this.written, ...change };
    keepFirst(this.passed ? "forward" : "start", this.written);
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const channel = this.#channel();
    if (this.busy || !channel || !(event.target instanceof HTMLFormElement)) return;
    const { name, subject, text, mail } = this.written;
    const to = addressIn(channel, this.written.to);
    const byTemplate = this.#byTemplate(channel);
    this.trouble = troubleWith(channel, to, byTemplate ? undefined : this.written);
    if (this.trouble) return this.#pointOut(this.trouble);
    if (byTemplate) return;
    await this.#send(channel.id, {
      to: to ?? "",
      name,
      subject,
      text: text.trim(),
      mail: channel.capabilities?.mail ? mailToSend(mail) : undefined,
    });
  }

  async #picked({ detail: { templateId, variables } }: CustomEvent<Picked>): Promise<void> {
    const channel = this.#channel();
    if (this.busy || !channel) return;
    const { name } = this.written;
    const to = addressIn(channel, this.written.to);
    this.trouble = troubleWith(channel, to, undefined);
    if (this.trouble) return this.#pointOut(this.trouble);
    await this.#send(channel.id, { to: to ?? "", name, templateId, variables });
  }

  async #send(channelId: string, message: First): Promise<void> {
    this.busy = true;
    try {
      const begun = await begin(channelId, this.written.id, message);
      dropFirst(this.passed ? "forward" : "start");
      this.tell("close");
      toast({ text: t.started });
      navigate(`/inbox/${begun.conversationId}`);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (error.code === "windowClosed") this.free = false;
      // What was refused was never sent: the next try is another message.
      if (error.code !== "offline" && error.code !== "unavailable")
        this.#write({ id: crypto.randomUUID() });
      this.trouble = { field: null, text: problems[error.code] };
    } finally {
      this.busy = false;
    }
  }

  async #pointOut({ field }: Trouble): Promise<void> {
    await this.updateComplete;
    if (field) this.renderRoot.querySelector<HTMLElement>(`#${field}`)?.focus();
  }
}

/** What is not known is not none. */
function noChannel(): string {
  if (channelsFailed()) return t.channelsFailed;
  return awaitsChannels() ? t.loadingChannels : t.noChannel;
}

define("hilo-start", Start);
