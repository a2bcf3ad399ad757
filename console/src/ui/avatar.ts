import { hueOf, initials } from "@hilo/bricks/initials";
import { paint } from "@hilo/bricks/paint";
import { platformIcons, platformPaint } from "@hilo/bricks/platform";
import type { Platform } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import { isNameless } from "../text/who.ts";
import { icon } from "./icon.ts";

/**
 * A person as initials on a colour of their own, or as a figure when nobody knows their name, with the channel's dot;
 * styled by `avatarStyles`.
 */
export function avatar(name: string, id: string, platform?: Platform, size = 38): TemplateResult {
  const style = paint({ "--hue": String(hueOf(id)), "--size": `${size}px` });
  const letters = isNameless(name) ? "" : initials(name);
  const dot = platform
    ? html`<i class="dot" ${platformPaint(platform)}>${icon(platformIcons[platform], 11)}</i>`
    : "";
  return html`<span class="avatar" ${style} data-initials=${letters || nothing} aria-hidden="true"
    >${letters ? "" : icon("user", size * 0.52)}${dot}</span
  >`;
}
