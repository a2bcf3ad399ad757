import { css, html, LitElement } from "lit";
import type { Platform } from "../../phones/platform.ts";
import { base } from "./base.ts";
import { icon } from "./icon.ts";
import { platformIcons } from "./platform-icon.ts";

/** A person's initials, with the platform's mark at the corner. */
class Avatar extends LitElement {
  static override properties = { name: {}, platform: {} };
  static override styles = [
    base,
    css`
      :host {
        position: relative;
        display: block;
        flex: none;
        width: 40px;
        height: 40px;
      }
      .face {
        display: grid;
        place-items: center;
        height: 100%;
        border-radius: 50%;
        font-size: 14px;
        font-weight: 600;
        background: light-dark(hsl(var(--hue) 60% 90%), hsl(var(--hue) 35% 24%));
        color: light-dark(hsl(var(--hue) 50% 28%), hsl(var(--hue) 60% 84%));
      }
      .mark {
        position: absolute;
        right: -3px;
        bottom: -3px;
        display: grid;
        place-items: center;
        width: 18px;
        height: 18px;
        border: 2px solid var(--side);
        border-radius: 50%;
        color: #fff;
      }
      .mark svg {
        stroke-width: 2.5;
      }
    `,
  ];
  declare name: string;
  declare platform: Platform;

  protected override render() {
    const words = this.name
      .replace(/[^\p{L}\s]/gu, "")
      .trim()
      .split(/\s+/);
    const initials = [words[0]?.[0], words.length > 1 ? words.at(-1)?.[0] : ""].join("") || "#";
    const hue = [...this.name].reduce(
      (sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 360,
      7,
    );
    return html`
      <div class="face" style="--hue: ${hue}" aria-hidden="true">${initials.toUpperCase()}</div>
      <div class="mark" style="background: var(--${this.platform})" aria-hidden="true">
        ${icon(platformIcons[this.platform], 10)}
      </div>
    `;
  }
}
customElements.define("sim-avatar", Avatar);
