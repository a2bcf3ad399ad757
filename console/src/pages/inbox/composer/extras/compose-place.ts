import { html, type TemplateResult } from "lit";
import { t } from "../../../../text/extras.ts";
import { define } from "../../../../ui/element.ts";
import { ComposeForm, type Trouble } from "./compose-form.ts";
import { coordinatesIn } from "./coordinates.ts";
import type { Made } from "./made.ts";

/** The dialog in which a place is named. */
export class ComposePlace extends ComposeForm {
  protected override heading(): string {
    return t.place;
  }

  protected override fields(): TemplateResult {
    return html`<label>
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
      </label>`;
  }

  protected override made(said: (name: string) => string): Made | Trouble {
    const at = coordinatesIn(said("at"));
    if (!at) return { wrong: "at", text: t.coordinatesTrouble };
    const [name, address] = [said("name"), said("address")];
    const location = { ...at, ...(name ? { name } : {}), ...(address ? { address } : {}) };
    return { kind: "location", text: "", location };
  }
}

define("hilo-compose-place", ComposePlace);
