import { html, type PropertyDeclarations, type TemplateResult } from "lit";
import { channels } from "../../../data/channels.ts";
import { changed, cleared, conditionsOf, everything, type Filter } from "../../../data/filter.ts";
import { members } from "../../../data/members.ts";
import { t } from "../../../text/inbox.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { giveBack } from "../../../ui/focus.ts";
import { icon } from "../../../ui/icon.ts";
import { Lazy } from "../../../ui/lazy.ts";
import { place } from "../../../ui/place.ts";
import { Watch } from "../../../ui/source.ts";
import { filtersStyles } from "./filters-styles.ts";
import { setFilter } from "./set-filter.ts";

const forms = new Lazy(() => import("./filter-form.ts"));

/** The conditions of the list, behind a button. They live in the page's address. */
export class Filters extends HiloElement {
  static override properties: PropertyDeclarations = {
    filter: { attribute: false },
    isOpen: { state: true },
  };
  static override styles = [HiloElement.styles, filtersStyles];
  declare filter: Filter;
  declare isOpen: boolean;

  constructor() {
    super();
    this.filter = everything;
    this.isOpen = false;
    new Watch(this, channels, members);
  }

  protected override render(): TemplateResult {
    const set = conditionsOf(this.filter);
    return html`<button
        id="button"
        class="icon-button"
        aria-haspopup="dialog"
        aria-expanded=${this.isOpen}
        aria-label=${set > 0 ? t.filtersSet(set) : t.filters}
        title=${t.filters}
        popovertarget="panel"
      >
        ${icon("sliders", 19)}${set > 0 ? html`<b aria-hidden="true">${set}</b>` : ""}
      </button>
      <div id="panel" popover role="dialog" aria-label=${t.filters} @toggle=${this.#toggled}>
        ${
          this.isOpen
            ? forms.of(this)?.filterForm(this.filter, {
                set,
                change: this.#changed,
                tagged: this.#tagged,
                clear: this.#clear,
              })
            : ""
        }
      </div>`;
  }

  readonly #changed = (event: Event): void => {
    const field = event.target;
    if (field instanceof HTMLInputElement) this.#set({ [field.name]: field.checked });
    if (field instanceof HTMLSelectElement) this.#set({ [field.name]: field.value || null });
  };

  readonly #tagged = (tag: string | null): void => this.#set({ tag });

  readonly #clear = (): void => {
    setFilter(cleared(this.filter));
    this.renderRoot.querySelector<HTMLElement>("#panel")?.hidePopover();
  };

  #set(change: Partial<Filter>): void {
    setFilter(changed(this.filter, change));
  }

  async #toggled(event: ToggleEvent): Promise<void> {
    this.isOpen = event.newState === "open";
    const panel = this.renderRoot.querySelector<HTMLElement>("#panel");
    const button = this.renderRoot.querySelector<HTMLElement>("#button");
    if (!this.isOpen && panel) giveBack(panel, button);
    if (!this.isOpen) return;
    await forms.load();
    await this.updateComplete;
    if (panel && button) place(panel, button);
    panel?.querySelector("select")?.focus();
  }
}

define("hilo-filters", Filters);
