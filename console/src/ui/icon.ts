import { drawing } from "@hilo/bricks/drawing";
import type { TemplateResult } from "lit";
import { type IconName, icons } from "./icons.ts";

/** One of our bundled icons. It is decoration: whatever holds it has the name. */
export function icon(name: IconName, size = 20): TemplateResult {
  return drawing(icons[name], size);
}
