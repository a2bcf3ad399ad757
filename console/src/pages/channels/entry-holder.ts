import { html, type PropertyDeclarations, type TemplateResult } from "lit";
import { HiloElement } from "../../ui/element.ts";
import { type Entry, emptyEntry, refusalOf } from "./entry.ts";
import type { ChannelForm } from "./form.ts";

/** What holds a channel's form: what is entered, what is wrong with it, and whether it is on its way. */
export abstract class EntryHolder extends HiloElement {
  static override properties: PropertyDeclarations = {
    entry: { state: true },
    faults: { state: true },
    trouble: { state: true },
    busy: { state: true },
  };
  declare entry: Entry;
  /** What is wrong, by the path of the field. */
  declare faults: Readonly<Record<string, string>>;
  /** What is wrong with the whole, in words. */
  declare trouble: string;
  declare busy: boolean;

  constructor() {
    super();
    this.begin(emptyEntry);
    this.busy = false;
  }

  protected begin(entry: Entry): void {
    this.entry = entry;
    this.faults = {};
    this.trouble = "";
  }

  protected edited(event: CustomEvent<Entry>): void {
    this.begin(event.detail);
  }

  protected troubleLine(): TemplateResult | string {
    return this.trouble ? html`<p class="trouble" role="alert">${this.trouble}</p>` : "";
  }

  /** Whether nothing is wrong; else the first thing that is gets the focus. */
  protected passes(faults: Record<string, string>): boolean {
    this.faults = faults;
    const passes = Object.keys(faults).length === 0;
    if (!passes) this.#pointOut();
    return passes;
  }

  /** Shows what the API did not take. */
  protected refused(error: unknown): void {
    const { faults, trouble } = refusalOf(error);
    this.faults = faults;
    this.trouble = trouble;
    this.#pointOut();
  }

  protected formElement(): ChannelForm | null {
    return this.renderRoot.querySelector<ChannelForm>("hilo-channel-form");
  }

  #pointOut(): void {
    void this.updateComplete.then(() => this.formElement()?.pointOut());
  }
}
