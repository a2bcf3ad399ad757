import { css, html, LitElement, nothing } from "lit";
import { texts } from "../text/texts.ts";
import { base } from "./base.ts";
import { icon } from "./icon.ts";

export type Field = {
  name: string;
  label: string;
  value?: string;
  type?: "text" | "tel" | "email" | "number" | "checkbox";
  required?: boolean;
  pattern?: string;
  placeholder?: string;
  /** The choices of a list; the first is chosen. */
  options?: { value: string; label: string }[];
};

export type Form = { title: string; action: string; fields: Field[] };

/** A small form over the page. `ask` shows it and resolves to what was filled in, or null. */
export class FormDialog extends LitElement {
  static override properties = { form: { state: true } };
  static override styles = [
    base,
    css`
      dialog {
        width: min(400px, calc(100vw - 32px));
        max-height: calc(100dvh - 32px);
        padding: 0;
        border: 1px solid var(--line);
        border-radius: 14px;
        background: var(--surface);
        color: inherit;
        box-shadow: var(--shadow-float);
      }
      dialog::backdrop {
        background: rgb(10 12 16 / 45%);
      }
      header {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 14px 12px 0 20px;
      }
      h2 {
        flex: 1;
        font: var(--title);
      }
      form {
        display: grid;
        gap: 14px;
        padding: 14px 20px 20px;
      }
      label {
        display: grid;
        gap: 5px;
        font: var(--small);
        color: var(--secondary);
      }
      label.tick {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: var(--target);
        color: var(--text);
      }
      .field {
        font: var(--body);
        color: var(--text);
      }
      footer {
        display: flex;
        justify-content: flex-end;
        gap: 8px;
        padding-top: 4px;
      }
    `,
  ];
  declare form: Form | null;
  #answer: (values: Record<string, string> | null) => void = () => undefined;

  constructor() {
    super();
    this.form = null;
  }

  async ask(form: Form): Promise<Record<string, string> | null> {
    this.form = form;
    await this.updateComplete;
    this.renderRoot.querySelector("dialog")?.showModal();
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  #close(values: Record<string, string> | null): void {
    this.#answer(values);
    // Closing it, rather than taking it away, gives the focus back.
    this.renderRoot.querySelector("dialog")?.close();
  }

  #closed(): void {
    this.#answer(null);
    this.form = null;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const values = [...new FormData(event.target)].map(([name, value]) => [
      name,
      String(value).trim(),
    ]);
    this.#close(Object.fromEntries(values));
  }

  protected override render() {
    if (!this.form) return nothing;
    const { title, action, fields } = this.form;
    return html`<dialog aria-labelledby="title" @close=${this.#closed}>
      <header>
        <h2 id="title">${title}</h2>
        <button class="icon-button" aria-label=${texts.close} @click=${() => this.#close(null)}>
          ${icon("x")}
        </button>
      </header>
      <form @submit=${this.#submit}>
        ${fields.map(field)}
        <footer>
          <button type="button" class="button" @click=${() => this.#close(null)}>${texts.cancel}</button>
          <button class="button primary">${action}</button>
        </footer>
      </form>
    </dialog>`;
  }
}
customElements.define("sim-dialog", FormDialog);

function field({ name, label, value = "", type = "text", required = false, ...more }: Field) {
  if (more.options) {
    return html`<label>${label}
      <select class="field" name=${name}>
        ${more.options.map((one) => html`<option value=${one.value}>${one.label}</option>`)}
      </select>
    </label>`;
  }
  if (type === "checkbox") {
    return html`<label class="tick"><input type="checkbox" name=${name} />${label}</label>`;
  }
  return html`<label>${label}
    <input
      class="field"
      name=${name}
      type=${type}
      step=${type === "number" ? "any" : nothing}
      .value=${value}
      pattern=${more.pattern ?? nothing}
      placeholder=${more.placeholder ?? nothing}
      ?required=${required}
      autocomplete="off"
    />
  </label>`;
}
