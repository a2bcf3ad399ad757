import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { t } from "../../../text/extras.ts";
import { w } from "../../../text/words.ts";
import "../../../ui/dialog.ts";
import { HiloElement } from "../../../ui/element.ts";
import { composeStyles } from "./compose-styles.ts";
import type { Made } from "./extras.ts";

/** A dialog with a small form in which something to send is put together. Tells `compose` with it, and `close`. */
export abstract class ComposeForm extends HiloElement {
  static override properties: PropertyDeclarations = { trouble: { state: true } };
  static override styles = [HiloElement.styles, composeStyles];
  /** What is wrong with what was entered, in words. */
  declare trouble: string;

  constructor() {
    super();
    this.trouble = "";
  }

  protected abstract heading(): string;

  protected abstract fields(): TemplateResult;

  /** What the form holds, ready to be sent, or what is wrong with it; `said` gives a field's text by its name. */
  protected abstract made(said: (name: string) => string): Made | string;

  protected override render(): TemplateResult {
    return html`<hilo-dialog label=${this.heading()} open>
      <form novalidate @submit=${this.#submit}>
        ${this.fields()}
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
    const made = this.made((name) => String(form.get(name) ?? "").trim());
    this.trouble = typeof made === "string" ? made : "";
    if (typeof made !== "string") this.tell("compose", made);
  }
}
