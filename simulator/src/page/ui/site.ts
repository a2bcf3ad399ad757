import { html } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { Selection } from "../data/selection.ts";
import { language, texts } from "../text/texts.ts";

/** The host site as its visitor sees it, with the chat itself on it; each visitor has a frame of their own. */
export function site({ person }: Selection) {
  const visit = `/webchat/visits/${encodeURIComponent(person.id)}?language=${language}`;
  const title = texts.visit.frame(person.name);
  return keyed(person.id, html`<iframe class="site" title=${title} src=${visit}></iframe>`);
}
