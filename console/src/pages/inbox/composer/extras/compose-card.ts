import { html, type TemplateResult } from "lit";
import { e164 } from "../../../../text/e164.ts";
import { t } from "../../../../text/extras.ts";
import { define } from "../../../../ui/element.ts";
import { ComposeForm, type Trouble } from "./compose-form.ts";
import type { Made } from "./made.ts";

/** The dialog in which a contact card is written. */
export class ComposeCard extends ComposeForm {
  protected override heading(): string {
    return t.card;
  }

  protected override fields(): TemplateResult {
    return html`<label>
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
      </div>`;
  }

  protected override made(said: (name: string) => string): Made | Trouble {
    const phone = e164(said("phone"));
    if (said("name") === "") return { wrong: "name", text: t.cardNameTrouble };
    if (!phone) return { wrong: "phone", text: t.cardPhoneTrouble };
    const organization = said("organization");
    const card = {
      name: said("name"),
      phones: [phone],
      emails: said("mail") === "" ? [] : [said("mail")],
      ...(organization ? { organization } : {}),
    };
    return { kind: "contact", text: "", cards: [card] };
  }
}

define("hilo-compose-card", ComposeCard);
