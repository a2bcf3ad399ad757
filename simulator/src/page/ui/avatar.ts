import { avatarStyles } from "@hilo/bricks/avatar-styles";
import { hueOf, initials } from "@hilo/bricks/initials";
import { paint } from "@hilo/bricks/paint";
import { platformIcons, platformPaint } from "@hilo/bricks/platform";
import { css, html, LitElement } from "lit";
import type { Platform } from "../../phones/platform.ts";
import { base } from "./base.ts";
import { icon } from "./icon.ts";

/** A person's initials, with the platform's mark at the corner. */
class Avatar extends LitElement {
  static override properties = { name: {}, platform: {} };
  static override styles = [
    base,
    avatarStyles,
    css`
      :host {
        display: block;
        flex: none;
        width: 40px;
        height: 40px;
      }
    `,
  ];
  declare name: string;
  declare platform: Platform;

  protected override render() {
    const look = paint({ "--hue": String(hueOf(this.name)), "--size": "40px" });
    return html`<span class="avatar" ${look} data-initials=${initials(this.name) || "#"} aria-hidden="true"
      ><i class="dot" ${platformPaint(this.platform)}>${icon(platformIcons[this.platform], 11)}</i
    ></span>`;
  }
}
customElements.define("sim-avatar", Avatar);
