import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { t } from "../../../../text/extras.ts";
import { w } from "../../../../text/words.ts";
import "../../../../ui/dialog.ts";
import { HiloElement } from "../../../../ui/element.ts";
import { composeStyles } from "./compose-styles.ts";
import type { Made } from "./made.ts";

/** The field that is wrong, and why, in words. */
export type Trouble = { wrong: string; text: string };

/** A dialog with a small form in which something to send is put together. Tells `compose` with it, and `close`. */
export abstract class ComposeForm extends HiloElement {
  static override properties: PropertyDeclarations = { trouble: { state: true } };
  static override styles = [HiloElement.styles, composeStyles];
  declare trouble: Trouble | null;

  constructor() {
    super();
    this.trouble = null;
  }

  protected abstract heading(): string;

  protected abstract fields(): TemplateResult;

  /** What the form holds, ready to be sent, or what is wrong with it; `said` gives a field's text by its name. */
  protected abstract made(said: (name: string) => string): Made | Trouble;

  protected override render(): TemplateResult {
    return html`<hilo-dialog label=${this.heading()} open>
      <form novalidate @submit=${this.#submit}>
        ${this.fields()}
        ${this.trouble ? html`<p class="trouble" role="alert">${this.trouble.text}</p>` : nothing}
        <div class="actions">
          <button type="button" class="button" @click=${() => this.tell("close")}>${w.cancel}</button>
          <button class="button primary">${t.send}</button>
        </div>
      </form>
    </hilo-dialog>`;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const entered = new FormData(form);
    const made = this.made((name) => String(entered.get(name) ?? "").trim());
    this.trouble = "wrong" in made ? made : null;
    for (const field of form.querySelectorAll("input"))
      field.setAttribute("aria-invalid", String(field.name === this.trouble?.wrong));
    if ("wrong" in made) form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    else this.tell("compose", made);
  }
}
