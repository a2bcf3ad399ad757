import { css, html, type PropertyDeclarations, type TemplateResult } from "lit";
import { t } from "../text/app.ts";
import { commands } from "../ui/commands.ts";
import "../ui/dialog.ts";
import { define, HiloElement } from "../ui/element.ts";
import { Watch } from "../ui/source.ts";
import { keyName } from "./key-name.ts";

/** The list of keys: every command of this page that has one. */
export class Keys extends HiloElement {
  static override properties: PropertyDeclarations = { open: { type: Boolean } };
  static override styles = [
    HiloElement.styles,
    css`
      dl {
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: center;
        gap: 8px 24px;
      }
      dd {
        text-align: right;
      }
      kbd {
        display: inline-block;
        min-width: 28px;
        padding: 1px 8px;
        border: 1px solid var(--line-strong);
        border-radius: 6px;
        background: var(--side);
        font: 500 13px/20px var(--font);
        text-align: center;
      }
    `,
  ];
  declare open: boolean;

  constructor() {
    super();
    this.open = false;
    new Watch(this, commands);
  }

  protected override render(): TemplateResult {
    const withKeys = commands.value.filter((one) => one.keys);
    return html`<hilo-dialog label=${t.keys} .open=${this.open}>
      <dl>
        ${withKeys.map(
          (one) => html`<dt>${one.text()}</dt>
            <dd><kbd>${keyName(one.keys ?? "")}</kbd></dd>`,
        )}
      </dl>
    </hilo-dialog>`;
  }
}

define("hilo-keys", Keys);
