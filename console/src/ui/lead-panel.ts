import type { FunnelView, Lead, LeadKind, LostReason } from "@hilo/schema";
import { leadKinds, nobody } from "@hilo/schema/words";
import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { currencies, readAmount, writtenAmount } from "../text/amount.ts";
import { kindWords, stateWords } from "../text/lead-kinds.ts";
import { sourceWords, t } from "../text/leads.ts";
import { w } from "../text/words.ts";
import { define, HiloElement } from "./element.ts";
import { icon } from "./icon.ts";
import { leadPanelStyles } from "./lead-panel-styles.ts";
import { type Entry, entry, type Note, note, type Part, part, why } from "./lead-parts.ts";
import "./tag-editor.ts";
import { toast } from "./toast.ts";

/** What the panel wants done. */
export type LeadAct =
  | { save: Partial<Pick<Lead, "kind" | "state" | "value" | "ownerId" | "expectedOn" | "tags">> }
  | { move: string }
  | { end: "won" | "lost" | "reopen" };

const openStates = ["new", "inProgress", "negotiation"] as const;

/**
 * A lead with all that is known of it, each field changed where it stands. Tells `act` with what is wanted; a note goes
 * by `write`, which resolves to whether it is there.
 */
export class LeadPanel extends HiloElement {
  static override properties: PropertyDeclarations = {
    lead: { attribute: false },
    funnels: { attribute: false },
    owners: { attribute: false },
    reasons: { attribute: false },
    notes: { attribute: false },
    history: { attribute: false },
    ask: { attribute: false },
    write: { attribute: false },
    here: { type: Boolean },
    now: { type: Number },
    currency: { state: true },
  };
  static override styles = [HiloElement.styles, leadPanelStyles];
  declare lead: Lead & { id: string };
  declare funnels: readonly FunnelView[];
  declare owners: readonly { id: string; name: string }[];
  declare reasons: readonly LostReason[];
  declare notes: Part<Note>;
  declare history: Part<Entry>;
  /** Asks which tags are in use. */
  declare ask: () => Promise<readonly string[]>;
  declare write: (text: string) => Promise<boolean>;
  /** Whether its conversation is what it stands beside. */
  declare here: boolean;
  declare now: number;
  /** The currency chosen for a value that is not there yet. */
  declare currency: string;

  constructor() {
    super();
    this.funnels = [];
    this.owners = [];
    this.reasons = [];
    this.notes = "loading";
    this.history = "loading";
    this.ask = async () => [];
    this.write = async () => false;
    this.here = false;
    this.now = Date.now();
    this.currency = "CLP";
  }

  protected override render(): TemplateResult {
    const { lead } = this;
    return html`${this.#ends()}
      <dl>
        ${this.#row("stage", t.stage, this.#stage())}
        ${this.#row("kind", t.kind, this.#kind())}
        ${this.#isOver() ? nothing : this.#row("state", t.state, this.#state())}
        ${this.#row("amount", t.value, this.#value())}
        ${this.#row("owner", t.owner, this.#owner())}
        ${this.#row("day", t.expected, this.#day())}
        <div><dt>${t.source}</dt><dd class="plain">${sourceWords(lead.source)}${this.#platform()}</dd></div>
      </dl>
      ${why(this.lead.funnel?.why ?? [])}
      ${
        lead.conversationId && !this.here
          ? html`<a class="button" href="/inbox/${lead.conversationId}">${icon("message", 16)}${t.toConversation}</a>`
          : nothing
      }
      <section>
        <h3>${t.tags}</h3>
        <hilo-tag-editor
          .tags=${lead.tags}
          .ask=${this.ask}
          @change=${(event: CustomEvent<string[]>) => {
            event.stopPropagation();
            this.#save({ tags: event.detail });
          }}
        ></hilo-tag-editor>
      </section>
      <section>
        <h3>${t.notes}</h3>
        ${this.#noteField()} ${part(this.notes, t.noNotes, (one) => note(one, this.now))}
      </section>
      <section>
        <h3>${t.history}</h3>
        ${part(this.history, t.noHistory, (one) => entry(one, this.funnels, this.now))}
      </section>`;
  }

  #isOver(): boolean {
    return this.lead.state === "won" || this.lead.state === "lost";
  }

  #ends(): TemplateResult {
    const { state, lostReason } = this.lead;
    const end = (how: "won" | "lost" | "reopen") => () => this.tell<LeadAct>("act", { end: how });
    if (!this.#isOver())
      return html`<div class="ends">
        <button type="button" class="button won" @click=${end("won")}>${icon("circleCheck", 16)}${t.markWon}</button>
        <button type="button" class="button lost" @click=${end("lost")}>${icon("circleX", 16)}${t.markLost}</button>
      </div>`;
    const reason = this.reasons.find(({ id }) => id === lostReason)?.name;
    return html`<div class="over ${state}">
      <b>${stateWords(state)}</b>
      ${state === "lost" && reason ? html`<span dir="auto">${t.lostBecause(reason)}</span>` : nothing}
      <button type="button" class="button" @click=${end("reopen")}>${t.reopen}</button>
    </div>`;
  }

  #row(id: string, label: string, control: TemplateResult): TemplateResult {
    return html`<div><dt><label for=${id}>${label}</label></dt><dd>${control}</dd></div>`;
  }

  #stage(): TemplateResult {
    const { funnel } = this.lead;
    const at = funnel ? `${funnel.id}/${funnel.stage}` : "";
    const take = (value: string) => this.tell<LeadAct>("act", { move: value });
    return html`<select id="stage" class="field" ?disabled=${this.#isOver()} .value=${at} @change=${chosen(take)}>
      ${at === "" ? html`<option value="" selected>${t.tray}</option>` : nothing}
      ${this.funnels.map(
        ({ id, name, stages }) => html`<optgroup label=${name}>
          ${stages.map((one) => option(`${id}/${one.id}`, one.name, at))}
        </optgroup>`,
      )}
    </select>`;
  }

  #kind(): TemplateResult {
    const at = this.lead.kind ?? "";
    const take = (value: string) => this.#save({ kind: (value || null) as LeadKind | null });
    return html`<select id="kind" class="field" .value=${at} @change=${chosen(take)}>
      ${option("", kindWords(null), at)} ${leadKinds.map((one) => option(one, kindWords(one), at))}
    </select>`;
  }

  #state(): TemplateResult {
    const at = this.lead.state;
    const take = (value: string) => this.#save({ state: value as Lead["state"] });
    return html`<select id="state" class="field" .value=${at} @change=${chosen(take)}>
      ${openStates.map((one) => option(one, stateWords(one), at))}
    </select>`;
  }

  #value(): TemplateResult {
    const { value } = this.lead;
    const currency = value?.currency ?? this.currency;
    const known = [...new Set([...currencies, currency])];
    const take = (code: string) => {
      this.currency = code;
      if (value) this.#amount(writtenAmount(value.amount, value.currency), code);
    };
    return html`<span class="value">
      <input
        id="amount"
        class="field"
        inputmode="decimal"
        autocomplete="off"
        placeholder=${t.noValue}
        .value=${value ? writtenAmount(value.amount, value.currency) : ""}
        @keydown=${onKeys}
        @change=${chosen((written) => this.#amount(written, currency))}
      />
      <select class="field" aria-label=${t.currency} .value=${currency} @change=${chosen(take)}>
        ${known.map((one) => option(one, one, currency))}
      </select>
    </span>`;
  }

  #amount(written: string, currency: string): void {
    const isNothing = written.trim() === "";
    const amount = isNothing ? undefined : readAmount(written, currency);
    if (isNothing) this.#save({ value: null });
    else if (amount !== undefined) this.#save({ value: { amount, currency } });
    else toast({ text: t.badValue, tone: "bad" });
  }

  #owner(): TemplateResult {
    const at = this.lead.ownerId || nobody;
    const known = this.owners.some(({ id }) => id === at) || at === nobody;
    return html`<select
      id="owner"
      class="field"
      .value=${at}
      @change=${chosen((ownerId) => this.#save({ ownerId }))}
    >
      ${option(nobody, w.nobody, at)} ${known ? nothing : option(at, w.unknownMember, at)}
      ${this.owners.map(({ id, name }) => option(id, name, at))}
    </select>`;
  }

  #day(): TemplateResult {
    const take = (day: string) => this.#save({ expectedOn: day || null });
    return html`<input
      id="day"
      class="field"
      type="date"
      .value=${this.lead.expectedOn ?? ""}
      @change=${chosen(take)}
    />`;
  }

  #platform(): string {
    const { platform } = this.lead.source;
    return platform ? ` · ${w[platform]}` : "";
  }

  #noteField(): TemplateResult {
    return html`<form @submit=${this.#submit}>
      <textarea
        class="field"
        rows="2"
        dir="auto"
        maxlength="10000"
        aria-label=${t.addNote}
        placeholder=${t.addNote}
        @keydown=${onKeys}
      ></textarea>
      <button class="button">${t.add}</button>
    </form>`;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const field = this.renderRoot.querySelector("textarea");
    const text = field?.value.trim() ?? "";
    if (field && text !== "" && (await this.write(text))) field.value = "";
  }

  #save(changes: Extract<LeadAct, { save: unknown }>["save"]): void {
    this.tell<LeadAct>("act", { save: changes });
  }
}

function option(value: string, words: string, at: string): TemplateResult {
  return html`<option value=${value} ?selected=${value === at}>${words}</option>`;
}

function chosen(take: (value: string) => void): (event: Event) => void {
  return (event) => take((event.target as HTMLInputElement | HTMLSelectElement).value);
}

/** Keys of a field are its own; Enter saves a line. */
function onKeys(event: KeyboardEvent): void {
  event.stopPropagation();
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.target.blur();
}

define("hilo-lead-panel", LeadPanel);
