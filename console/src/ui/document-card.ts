import { css, html } from "lit";
import { bytes } from "../text/formats.ts";
import { t } from "../text/media.ts";
import { define, HiloElement } from "./element.ts";
import { icon } from "./icon.ts";

/** A file as a card: its name, kind and size; a press opens it once its link is known. */
export class DocumentCard extends HiloElement {
  static override properties = {
    name: {},
    type: {},
    size: { type: Number },
    href: {},
    state: {},
    lost: { type: Boolean },
  };
  declare name: string;
  declare type: string;
  declare size: number | null;
  declare href: string | undefined;
  /** Why it cannot be opened, in words; empty when it can. */
  declare state: string;
  /** Whether it is never going to be opened. */
  declare lost: boolean;

  constructor() {
    super();
    this.name = "";
    this.type = "";
    this.size = null;
    this.href = undefined;
    this.state = "";
    this.lost = false;
  }

  protected override render() {
    const inside = html`
      ${icon(this.lost ? "alert" : "fileText", 24)}
      <span class="words">
        <span class="name"><bdi>${this.name}</bdi></span>
        <span class="about">${this.state || this.#about()}</span>
      </span>
    `;
    return this.href === undefined
      ? html`<div class="card">${inside}</div>`
      : html`<a
          class="card"
          href=${this.href}
          target="_blank"
          rel="noopener noreferrer"
          download=${this.name}
          title=${t.download(this.name)}
          >${inside}</a
        >`;
  }

  #about(): string {
    const size = this.size === null ? undefined : bytes(this.size);
    return [kindName(this.name, this.type), size].filter((part) => part !== undefined).join(" · ");
  }

  static override styles = [
    HiloElement.styles,
    css`
      :host {
        display: block;
        min-width: 0;
        max-width: 100%;
        color: inherit;
      }
      .card {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 44px;
        color: inherit;
      }
      a.card:hover {
        text-decoration: none;
      }
      a.card:hover .name {
        text-decoration: underline;
      }
      .words {
        display: grid;
        min-width: 0;
      }
      .name {
        overflow-wrap: anywhere;
      }
      .about {
        font: var(--tiny);
        opacity: 0.85;
      }
    `,
  ];
}

/** PDF, DOCX …: the ending of the name, else the second half of its type. */
function kindName(name: string, type: string): string | undefined {
  const ending = /\.(\w{1,5})$/u.exec(name)?.[1] ?? /\/(?:x-)?(\w{1,5})$/u.exec(type)?.[1];
  return (ending === "plain" ? "txt" : ending)?.toUpperCase();
}

define("hilo-document", DocumentCard);
