import { html, LitElement, nothing } from "lit";
import type { Behaviour, FullBehaviour } from "../../wire/behaviour.ts";
import { type Abilities, abilities } from "../data/abilities.ts";
import { api } from "../data/api.ts";
import { behave, effective, own, type Scope, unset } from "../data/behave.ts";
import { deselect, selection } from "../data/selection.ts";
import { StoreController, store } from "../data/store.ts";
import { texts } from "../text/texts.ts";
import { arrivalSwitches } from "./arrival.ts";
import { base } from "./base.ts";
import { behaviourStyles } from "./behaviour-styles.ts";
import { failurePicker } from "./failure-picker.ts";
import { choice, number, tick } from "./switches.ts";
import { visitSwitches } from "./visit-switches.ts";

const outage = 5000;

/** The switches of the provider, for the next message, one customer or everybody. */
class BehaviourPanel extends LitElement {
  static override properties = { scope: { state: true } };
  static override styles = [base, behaviourStyles];
  declare scope: Scope;

  constructor() {
    super();
    this.scope = "next";
    new StoreController(this);
  }

  get #personId(): string | undefined {
    return selection()?.person.id;
  }

  protected override render() {
    const scopes: Scope[] = this.#personId
      ? ["next", "person", "everybody"]
      : ["next", "everybody"];
    if (!scopes.includes(this.scope)) this.scope = "next";
    const can = switchable();
    const now = effective(this.scope, this.#personId);
    const set = (change: Behaviour) => behave(this.scope, this.#personId, change);
    return html`
      ${choice(texts.scope, texts.scopes, this.scope, scopes, (scope) => (this.scope = scope))}
      <p class="hint">${(can.site ? texts.visit.hints : texts.scopeHints)[this.scope]}</p>
      ${this.#takeBack()}
      ${can.calls ? nothing : callSwitches(now, set)}
      ${can.calls ? nothing : failurePicker(possible(), now.failure, (failure) => set({ failure }))}
      ${can.site ? visitSwitches(this.scope, now, set) : nothing}
      ${can.reports ? reportSwitches(now, set, can) : nothing}
      ${can.reads ? readSwitches(now, set) : nothing}
      ${can.window ? windowSwitch(now, set) : nothing}
      ${this.#personId && !can.site ? arrivalSwitches(can) : nothing}
      ${this.#outages(can)}
    `;
  }

  #takeBack() {
    const set = this.scope === "everybody" ? store.state.behaviour.changed : this.#isSet();
    if (!set) return nothing;
    return html`<div class="changed">
      <span>${texts.changed}</span>
      <button class="button" @click=${() => unset(this.scope, this.#personId)}>${texts.usual}</button>
    </div>`;
  }

  #isSet(): boolean {
    return Object.keys(own(this.scope, this.#personId)).length > 0;
  }

  #outages({ site }: Switchable) {
    const refuse = () => store.attempt(api.refuse(outage));
    return html`<fieldset>
      <legend>${texts.outage}</legend>
      ${site ? nothing : html`<button class="button" @click=${refuse}>${texts.refuse}</button>`}
      <button class="button danger" @click=${this.#reset}>${texts.reset}</button>
    </fieldset>`;
  }

  #reset(): void {
    if (!confirm(texts.resetConfirm)) return;
    deselect();
    void store.attempt(api.reset());
  }
}
customElements.define("sim-behaviour", BehaviourPanel);

/** The failures of the provider whose app is open, on its platform. */
function possible() {
  const channel = selection()?.channel;
  return store.state.failures.filter(
    ({ provider, platforms }) =>
      provider === (channel?.provider ?? "twilio") &&
      (!platforms || !channel || platforms.includes(channel.platform)),
  );
}

type Switchable = Pick<Abilities, "calls" | "reports" | "reads" | "window" | "site">;

/** The platform whose app is open decides which switches mean something; all of them while none is. */
function switchable(): Switchable {
  const channel = selection()?.channel;
  return channel ? abilities[channel.id] : { reports: true, reads: true, window: true };
}

type SetSwitches = (change: Behaviour) => void;

function callSwitches(now: FullBehaviour, set: SetSwitches) {
  const calls: FullBehaviour["call"][] = ["answer", "hang", "reset", "error"];
  return html`<fieldset>
    <legend>${texts.call}</legend>
    ${choice(texts.call, texts.callOptions, now.call, calls, (call) => set({ call }))}
    ${
      now.call === "answer"
        ? nothing
        : tick(texts.accepted, now.accepted, (accepted) => set({ accepted }))
    }
  </fieldset>`;
}

function reportSwitches(now: FullBehaviour, set: SetSwitches, { calls }: Pick<Abilities, "calls">) {
  return html`<fieldset>
    <legend>${texts.reports}</legend>
    ${number(texts.late, texts.milliseconds, now.late, (late) => set({ late }))}
    ${calls ? nothing : tick(texts.early, now.early, (early) => set({ early }))}
    ${tick(texts.doubled, now.doubled, (doubled) => set({ doubled }))}
    ${tick(texts.disordered, now.disordered, (disordered) => set({ disordered }))}
    ${tick(texts.dropped, now.dropped, (dropped) => set({ dropped }))}
  </fieldset>`;
}

function readSwitches(now: FullBehaviour, set: SetSwitches) {
  const reads: FullBehaviour["read"][] = ["seen", "automatic", "never"];
  return html`<fieldset>
    <legend>${texts.read}</legend>
    ${choice(texts.read, texts.readOptions, now.read, reads, (read) => set({ read }))}
  </fieldset>`;
}

function windowSwitch(now: FullBehaviour, set: SetSwitches) {
  const on = now.window === "enforced";
  return tick(texts.window, on, (chosen) => set({ window: chosen ? "enforced" : "open" }));
}
