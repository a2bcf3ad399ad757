import { base } from "@hilo/bricks/base";
import { type CSSResultGroup, LitElement } from "lit";
import { onLanguage } from "../text/language.ts";

/** What every element of ours is: it wears the base styles and speaks the language in use. */
export class HiloElement extends LitElement {
  static override styles: CSSResultGroup = base;
  #stop: () => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = onLanguage(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  /** Tells whoever listens above, across shadow roots. */
  protected tell<D>(type: string, detail?: D): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

/** Registers an element once, also when a module is loaded twice. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
