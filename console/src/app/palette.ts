import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import { t } from "../text/app.ts";
import { type Command, commands } from "../ui/commands.ts";
import "../ui/dialog.ts";
import { define, HiloElement } from "../ui/element.ts";
import { icon } from "../ui/icon.ts";
import { foundCommands } from "./found-commands.ts";
import { keyName } from "./key-name.ts";
import { paletteStyles } from "./palette-styles.ts";

/** Everything one can do here, found by typing a few letters. */
export class Palette extends HiloElement {
  static override properties: PropertyDeclarations = {
    open: { type: Boolean },
    words: { state: true },
    at: { state: true },
  };
  static override styles = [HiloElement.styles, paletteStyles];
  declare open: boolean;
  declare words: string;
  declare at: number;
  #chosen: Command | undefined;

  constructor() {
    super();
    this.open = false;
    this.words = "";
    this.at = 0;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("open") || !this.open) return;
    this.words = "";
    this.at = 0;
  }

  protected override render(): TemplateResult {
    const found = this.#found();
    return html`<hilo-dialog
      bare
      label=${t.commands}
      .open=${this.open}
      @close=${this.#closed}
    >
      <div class="search">
        ${icon("search", 18)}
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls="found"
          aria-activedescendant=${found[this.at] ? `command-${this.at}` : nothing}
          aria-label=${t.findCommand}
          placeholder=${t.findCommand}
          autofocus
          autocomplete="off"
          spellcheck="false"
          .value=${this.words}
          @input=${this.#typed}
          @keydown=${this.#pressed}
        />
      </div>
      <ul id="found" role="listbox" aria-label=${t.commands}>
        ${found.map((command, i) => this.#row(command, i))}
      </ul>
      ${found.length === 0 ? html`<p>${t.noCommand}</p>` : ""}
    </hilo-dialog>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("at")) {
      this.renderRoot.querySelector(`#command-${this.at}`)?.scrollIntoView({ block: "nearest" });
    }
  }

  #row(command: Command, index: number): TemplateResult {
    return html`<li
      id="command-${index}"
      role="option"
      aria-selected=${index === this.at}
      @pointermove=${() => {
        this.at = index;
      }}
      @click=${() => this.#run(command)}
    >
      ${command.icon ? icon(command.icon, 18) : html`<i></i>`}<span>${command.text()}</span>
      ${command.keys ? html`<kbd>${keyName(command.keys)}</kbd>` : ""}
    </li>`;
  }

  #found(): Command[] {
    const available = commands.value.filter(
      (one) => one.id !== "palette" && (one.when?.() ?? true),
    );
    return foundCommands(available, this.words);
  }

  #typed(event: InputEvent): void {
    if (event.target instanceof HTMLInputElement) this.words = event.target.value;
    this.at = 0;
  }

  #pressed(event: KeyboardEvent): void {
    const found = this.#found();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
      event.preventDefault();
      this.at = (this.at + step + found.length) % found.length;
    }
    const chosen = found[this.at];
    if (event.key === "Enter" && chosen) {
      event.preventDefault();
      this.#run(chosen);
    }
  }

  /** Closes first: a command may open something of its own, or move the focus. */
  #run(command: Command): void {
    this.#chosen = command;
    this.tell("close");
  }

  #closed(): void {
    const chosen = this.#chosen;
    this.#chosen = undefined;
    chosen?.run();
  }
}

define("hilo-palette", Palette);
