import { html, type TemplateResult } from "lit";
import { longest, wholeText } from "./whole-text.ts";

/** A text as people wrote it, with its links to follow and the members it mentions. */
export function richText(
  text: string,
  names: readonly string[] = [],
): TemplateResult | TemplateResult[] {
  if (text.length <= longest) return wholeText(text, names);
  void import("./long-text.ts");
  return html`<hilo-long-text .text=${text} .names=${names}></hilo-long-text>`;
}
