import { drawing } from "@hilo/bricks/drawing";
import type { TemplateResult } from "lit";
import { type IconName, icons } from "./icons.ts";

/** A bundled icon. It is decoration: whatever holds it has the name. */
export function icon(name: IconName, size = 18): TemplateResult {
  return drawing(icons[name], size);
}
