import { css, html, type PropertyDeclarations, type TemplateResult } from "lit";
import { t } from "../text/thread.ts";
import { HiloElement } from "./element.ts";
import { icon } from "./icon.ts";
import type { IconName } from "./icons.ts";

/** Something to see in a box of fixed size, so that nothing moves when it arrives; or why there is nothing. */
export abstract class Framed extends HiloElement {
  static override properties: PropertyDeclarations = {
    src: {},
    name: {},
    state: {},
    broken: { state: true },
  };
  declare src: string | undefined;
  declare name: string;
  /** Why there is nothing to see, in words; empty while it loads or shows. */
  declare state: string;
  declare broken: boolean;
  protected readonly fail = (): void => {
    this.broken = true;
  };

  constructor() {
    super();
    this.src = undefined;
    this.name = "";
    this.state = "";
    this.broken = false;
  }

  /** What stands for it while it cannot be seen. */
  protected abstract symbol(): IconName;

  protected abstract box(): TemplateResult;

  protected override render(): TemplateResult {
    const why = this.state || (this.broken ? t.lostFile : "");
    if (why === "") return this.box();
    return html`<div class="box why">${icon(this.symbol(), 22)}<span>${why}</span></div>`;
  }
}

export const framedStyles = css`
  :host {
    display: block;
    max-width: 100%;
  }
  .box {
    display: block;
    width: var(--box-width, 264px);
    max-width: 100%;
    height: var(--box-height, 198px);
    border-radius: 9px;
    overflow: hidden;
    background: color-mix(in srgb, currentcolor 9%, transparent);
  }
  .waiting {
    animation: breathe 1.4s ease-in-out infinite;
  }
  @keyframes breathe {
    50% {
      opacity: 0.55;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .waiting {
      animation: none;
    }
  }
  .why {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 6px;
    padding: 12px;
    font: var(--small);
    text-align: center;
  }
`;
