import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { e164 } from "../../../text/e164.ts";
import { t } from "../../../text/extras.ts";
import { w } from "../../../text/words.ts";
import "../../../ui/dialog.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { composeStyles } from "./compose-styles.ts";

/** The dialog in which a contact card is written. Tells `compose` with it, and `close`. */
export class ComposeCard extends HiloElement {
  static override properties: PropertyDeclarations = { trouble: { state: true } };
  static override styles = [HiloElement.styles, composeStyles];
  declare trouble: string;

  constructor() {
    super();
    this.trouble = "";
  }

  protected override render(): TemplateResult {
    return html`<hilo-dialog label=${t.card} open>
      <form novalidate @submit=${this.#submit}>
        <label>
          <span>${t.cardName}</span>
          <input class="field" name="name" autofocus maxlength="200" autocomplete="off" />
        </label>
        <label>
          <span>${t.cardPhone}</span>
          <input class="field" name="phone" type="tel" autocomplete="off" placeholder="+56 9 8123 4567" />
        </label>
        <div class="pair">
          <label>
            <span>${t.cardMail}</span>
            <input class="field" name="mail" type="email" maxlength="200" autocomplete="off" />
          </label>
          <label>
            <span>${t.cardOrganization}</span>
            <input class="field" name="organization" maxlength="200" autocomplete="off" />
          </label>
        </div>
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
    const said = (name: string) => String(form.get(name) ?? "").trim();
    const phone = e164(said("phone"));
    this.trouble = said("name") === "" ? t.cardNameTrouble : phone ? "" : t.cardPhoneTrouble;
    if (this.trouble !== "" || !phone) return;
    const organization = said("organization");
    const card = {
      name: said("name"),
      phones: [phone],
      emails: said("mail") === "" ? [] : [said("mail")],
      ...(organization ? { organization } : {}),
    };
    this.tell("compose", { kind: "contact", text: "", cards: [card] });
  }
}

define("hilo-compose-card", ComposeCard);
