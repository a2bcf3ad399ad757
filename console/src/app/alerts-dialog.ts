import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { type AlertSettings, alertSettings, newsKinds, setAlerts } from "../data/alert-settings.ts";
import { t } from "../text/alerts.ts";
import "../ui/dialog.ts";
import { define, HiloElement } from "../ui/element.ts";
import { icon } from "../ui/icon.ts";
import { Watch } from "../ui/source.ts";
import { alertsDialogStyles } from "./alerts-dialog-styles.ts";
import { showSample } from "./notices.ts";
import { askPermission, followPermission, permission } from "./permission.ts";
import { playTone } from "./tone.ts";

const kindWords = {
  mention: () => t.kindMention,
  assigned: () => t.kindAssigned,
  message: () => t.kindMessage,
};

type Switch = { name: keyof AlertSettings; text: string; why?: string; off?: boolean };

/** How this member is told of what is new, on this device: sound, notifications, of what, and a way to try it. */
export class AlertsDialog extends HiloElement {
  static override properties = {
    open: { type: Boolean },
    said: { state: true },
    failed: { state: true },
  };
  static override styles = [HiloElement.styles, alertsDialogStyles];
  declare open: boolean;
  /** What came of trying it. */
  declare said: string;
  /** Whether the browser showed none although it says that it may. */
  declare failed: boolean;
  #stop: () => void = () => undefined;

  constructor() {
    super();
    this.open = false;
    this.said = "";
    this.failed = false;
    new Watch(this, alertSettings);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = followPermission(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("open")) this.said = "";
  }

  protected override render(): TemplateResult {
    return html`<hilo-dialog label=${t.title} .open=${this.open}>
      <p class="here">${t.here}</p>
      ${this.#switch({ name: "sound", text: t.sound, why: t.soundWhy })}
      ${this.#desktop()}
      <fieldset>
        <legend>${t.kinds}</legend>
        ${newsKinds.map((name) => this.#switch({ name, text: kindWords[name]() }))}
      </fieldset>
      <footer slot="actions">
        <p role="status">${this.said}</p>
        <button type="button" class="button" @click=${this.#test}>${icon("bell", 16)} ${t.test}</button>
      </footer>
    </hilo-dialog>`;
  }

  #desktop(): TemplateResult {
    const state = this.failed ? "unsupported" : permission();
    const off = state === "denied" || state === "unsupported";
    return html`${this.#switch({ name: "desktop", text: t.desktop, why: t.desktopWhy, off })}
      ${this.#state(state)}
      ${this.#switch({ name: "content", text: t.content, why: t.contentWhy, off: off || !alertSettings.value.desktop })}`;
  }

  #state(state: ReturnType<typeof permission>): TemplateResult | typeof nothing {
    if (state === "unsupported")
      return html`<p class="state">${icon("info", 16)}<span>${t.unsupported}</span></p>`;
    if (state === "denied")
      return html`<p class="state blocked">
        ${icon("ban", 16)}<span><strong>${t.blocked}</strong> ${t.blockedHow}</span>
      </p>`;
    return state === "default"
      ? html`<p class="state">${icon("info", 16)}<span>${t.asks}</span></p>`
      : nothing;
  }

  #switch({ name, text, why, off = false }: Switch): TemplateResult {
    const isOn = alertSettings.value[name] && !(off && name === "desktop");
    return html`<label class="switch">
      <span>${text}${why ? html`<small>${why}</small>` : nothing}</span>
      <input
        type="checkbox"
        role="switch"
        name=${name}
        .checked=${isOn}
        ?disabled=${off}
        @change=${(event: Event) => void this.#turn(name, event.target as HTMLInputElement)}
      />
    </label>`;
  }

  async #turn(name: keyof AlertSettings, field: HTMLInputElement): Promise<void> {
    const wanted = field.checked;
    const isAllowed = name !== "desktop" || !wanted || (await askPermission()) === "granted";
    setAlerts({ [name]: wanted && isAllowed });
    field.checked = wanted && isAllowed;
    this.said = "";
    this.requestUpdate();
  }

  #test(): void {
    const { sound, desktop } = alertSettings.value;
    const shows = desktop && permission() === "granted";
    if (sound) playTone("mention");
    this.failed = shows && !showSample();
    this.said = sound || shows ? t.tested : t.testNothing;
  }
}

define("hilo-alerts", AlertsDialog);
