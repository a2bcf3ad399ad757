import type { ListedLetter, OpenedLetter } from "@hilo/schema";
import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { ApiProblem } from "../../data/api.ts";
import { openLetter } from "../../data/dead-letters.ts";
import { contentWords, saidOf, t, whyOf } from "../../text/dead-letters.ts";
import { exactTime } from "../../text/formats.ts";
import { problems } from "../../text/problems.ts";
import { w } from "../../text/words.ts";
import "../../ui/dialog.ts";
import { define, HiloElement } from "../../ui/element.ts";
import { providerSaid, saidStyles } from "../../ui/provider-said.ts";
import { channelStyles } from "./channels-styles.ts";
import { lettersStyles } from "./letters-styles.ts";
import { shimmer } from "./shimmer.ts";

/** A dead letter in full. Tells `replay` and `delete` with it, and `close`. */
export class DeadLetter extends HiloElement {
  static override properties: PropertyDeclarations = {
    letter: { attribute: false },
    whole: { state: true },
    trouble: { state: true },
    asking: { state: true },
  };
  static override styles = [HiloElement.styles, saidStyles, channelStyles, lettersStyles];
  declare letter: ListedLetter | null;
  declare whole: OpenedLetter | null;
  declare trouble: string;
  /** Whether we ask if it shall really be deleted. */
  declare asking: boolean;

  constructor() {
    super();
    this.letter = null;
    this.whole = null;
    this.trouble = "";
    this.asking = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("letter") || !this.letter) return;
    this.whole = null;
    this.trouble = "";
    this.asking = false;
    void this.#load(this.letter.id);
  }

  protected override render(): TemplateResult {
    const { letter, whole } = this;
    return html`<hilo-dialog label=${t.letter} .open=${letter !== null}>
      ${letter ? facts(letter, whole) : ""} ${this.#body()} ${letter ? this.#acts(letter) : ""}
    </hilo-dialog>`;
  }

  #body(): TemplateResult {
    const { whole } = this;
    if (this.trouble) return html`<p role="alert">${this.trouble}</p>`;
    if (!whole) return shimmer(1);
    return html`<h2>${t.body}</h2>
      ${whole.body ? html`<pre tabindex="0" aria-label=${t.body}>${whole.body}</pre>` : html`<p class="quiet">${t.empty}</p>`}
      ${whole.binary ? html`<p class="warn">${t.binary}</p>` : ""}
      ${whole.cut ? html`<p class="warn">${t.cut}</p>` : ""}`;
  }

  #acts(letter: ListedLetter): TemplateResult {
    if (this.asking)
      return html`<footer>
        <span class="sure" role="alert">${t.deleteSure}</span>
        <button class="button" @click=${() => this.#ask(false)}>${w.cancel}</button>
        <button class="button danger" @click=${() => this.tell("delete", letter)}>${t.deleteForEver}</button>
      </footer>`;
    return html`<footer>
      <button class="button danger" @click=${() => this.#ask(true)}>${t.delete}</button>
      <button class="button primary" @click=${() => this.tell("replay", letter)}>${t.replay}</button>
    </footer>`;
  }

  #ask(asking: boolean): void {
    this.asking = asking;
  }

  async #load(id: string): Promise<void> {
    try {
      const whole = await openLetter(id);
      if (this.letter?.id === id) this.whole = whole;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      this.trouble = problems[error.code];
    }
  }
}

function facts({ reason, receivedAt }: ListedLetter, whole: OpenedLetter | null): TemplateResult {
  return html`<dl class="facts">
    <dt>${t.reason}</dt>
    <dd>
      ${whyOf(reason)}
      ${providerSaid(saidOf(reason))}
    </dd>
    <dt>${t.received}</dt>
    <dd>${exactTime(receivedAt)}</dd>
    ${whole?.contentType ? html`<dt>${t.type}</dt><dd>${contentWords(whole.contentType)}</dd>` : ""}
  </dl>`;
}

define("hilo-dead-letter", DeadLetter);
