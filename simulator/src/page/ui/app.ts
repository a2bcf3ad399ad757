import { html, LitElement, nothing } from "lit";
import { channels } from "../../phones/demo-channels.ts";
import type { InboundRequest } from "../../phones/inbound.ts";
import { api } from "../data/api.ts";
import { select, selection } from "../data/selection.ts";
import { StoreController, store } from "../data/store.ts";
import { texts } from "../text/texts.ts";
import { appStyles } from "./app-styles.ts";
import { base } from "./base.ts";
import "./controls.ts";
import { FormDialog } from "./dialog.ts";
import { personForm } from "./forms.ts";
import { icon } from "./icon.ts";
import "./people.ts";
import "./phone.ts";

/** The page: customers, the phone of one of them, and the provider's switches. One pane at a time on a small screen. */
class App extends LitElement {
  static override properties = { controls: { state: true } };
  static override styles = [base, appStyles];
  declare controls: boolean;
  #before: Element | null = null;

  constructor() {
    super();
    this.controls = false;
    new StoreController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    store.start();
  }

  protected override render() {
    document.title = `${selection()?.person.name ?? "Hilo"} · ${texts.title}`;
    const show = () => this.#drawer(true);
    return html`
      <div class="panes ${selection() ? "chosen" : ""}">
        <aside class="people">
          <sim-people @new-person=${this.#create} @show-controls=${show}></sim-people>
        </aside>
        <main><sim-phone @show-controls=${show}></sim-phone></main>
        <aside
          class="controls ${this.controls ? "open" : ""}"
          aria-label=${texts.controls}
          @keydown=${this.#key}
        >
          <sim-controls @close=${() => this.#drawer(false)}></sim-controls>
        </aside>
        ${this.controls ? html`<div class="veil" @click=${() => this.#drawer(false)}></div>` : nothing}
      </div>
      <div role="status">${this.#message()}</div>
      <sim-dialog></sim-dialog>
    `;
  }

  #message() {
    const offline = store.ready && !store.connected;
    const text = offline ? texts.disconnected : store.trouble;
    return text ? html`<p class="toast">${icon("alert", 16)}<span>${text}</span></p>` : nothing;
  }

  /** The focus goes into the drawer, and back to where it came from. */
  async #drawer(open: boolean): Promise<void> {
    if (open) this.#before = deepFocus();
    this.controls = open;
    await this.updateComplete;
    const panel = this.renderRoot.querySelector<HTMLElement>("sim-controls");
    if (open) panel?.focus();
    else if (this.#before instanceof HTMLElement) this.#before.focus();
  }

  #key({ key }: KeyboardEvent): void {
    if (key === "Escape") this.#drawer(false);
  }

  async #create(): Promise<void> {
    const dialog = this.renderRoot.querySelector("sim-dialog");
    const values = dialog instanceof FormDialog ? await dialog.ask(personForm()) : null;
    if (!values) return;
    const channel = channels.find((one) => one.id === values.channel) ?? channels[0];
    const from = writerOf(values, channel.platform === "whatsapp" && Boolean(values.hidden));
    if (await store.attempt(api.meet(channel, from)))
      select(from.phone ?? from.userId ?? "", channel.id);
  }
}
customElements.define("sim-app", App);

/** The focused element, however deep in shadow roots. */
function deepFocus(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** Addresses of other platforms are made up from the phone. */
function writerOf(
  { name = "", phone = "", username, signedIn }: Record<string, string>,
  hidden: boolean,
): InboundRequest["from"] {
  const customer = signedIn && { customerId: `cliente-${phone.slice(-8)}` };
  const extra = { name, ...(username && { username }), ...customer };
  return hidden ? { ...extra, userId: newUserId() } : { ...extra, phone };
}

/** A WhatsApp user id, as a business sees it. */
function newUserId(): string {
  const digits = crypto.getRandomValues(new Uint32Array(2)).join("").padStart(20, "7").slice(0, 20);
  return `CL.${digits}`;
}
