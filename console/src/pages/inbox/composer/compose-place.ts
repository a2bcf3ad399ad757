import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { t } from "../../../text/extras.ts";
import { w } from "../../../text/words.ts";
import "../../../ui/dialog.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { composeStyles } from "./compose-styles.ts";
import { coordinatesIn } from "./coordinates.ts";

/** The dialog in which a place is named. Tells `compose` with it, and `close`. */
export class ComposePlace extends HiloElement {
  static override properties: PropertyDeclarations = { trouble: { state: true } };
  static override styles = [HiloElement.styles, composeStyles];
  declare trouble: string;

  constructor() {
    super();
    this.trouble = "";
  }

  protected override render(): TemplateResult {
    return html`<hilo-dialog label=${t.place} open>
      <form novalidate @submit=${this.#submit}>
        <label>
          <span>${t.coordinates}</span>
          <input
            class="field"
            name="at"
            autofocus
            autocomplete="off"
            placeholder="-33.4372, -70.6506"
            aria-describedby="hint"
          />
        </label>
        <p class="hint" id="hint">${t.coordinatesHint}</p>
        <label>
          <span>${t.placeName}</span>
          <input class="field" name="name" maxlength="200" autocomplete="off" />
        </label>
        <label>
          <span>${t.address}</span>
          <input class="field" name="address" maxlength="300" autocomplete="off" />
        </label>
        ${this.trouble === "" ? nothing : html`<p class="trouble" role="alert">${this.trouble}</p>`}
        <div class="actions">
          <button type="button" class="button" @click=${() => this.tell("close")}>${w.cancel}</button>
          <button class="button primary">${t.send}</button>
        </div>
      </form>
    </hilo-dialog>`;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const form = new FormData(event.target);
    const at = coordinatesIn(String(form.get("at") ?? ""));
    this.trouble = at ? "" : t.coordinatesTrouble;
    if (!at) return;
    const name = String(form.get("name") ?? "").trim();
    const address = String(form.get("address") ?? "").trim();
    const location = { ...at, ...(name ? { name } : {}), ...(address ? { address } : {}) };
    this.tell("compose", { kind: "location", text: "", location });
  }
}

define("hilo-compose-place", ComposePlace);
