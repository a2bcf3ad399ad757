import type { Page } from "playwright-core";
import { sources } from "../support/sources.ts";

/** What opens over a page, as the console's templates write it: a dialog, a menu, whatever else floats. */
const opening = /<(?:hilo-dialog|hilo-menu|dialog)(?![\w-])|<[a-z]+(?=[^<>]*\spopover[\s=>])/g;
const folder = "console/src/";

/** A source file in which each of them bears its name. */
export function withNames(path: string, code: string): string {
  const from = path.indexOf(folder);
  if (from < 0) return code;
  let count = 0;
  const named = (tag: string) => `${tag} data-opening="${nameOf(path.slice(from), count++)}"`;
  return code.replace(opening, named);
}

/** The names of all that opens in the console; what is made from a common form goes by its element. */
export function openings(): string[] {
  return sources(`${folder}**/*.ts`).flatMap(({ path, text }) => {
    const written = [...text.matchAll(opening)].map((_, i) => nameOf(path, i));
    const isMade = /extends ComposeForm\b/.test(text);
    const made = isMade && /\bdefine\("([\w-]+)"/.exec(text)?.[1];
    return made ? [...written, made] : written;
  });
}

function nameOf(path: string, at: number): string {
  return `${path.slice(folder.length)} ${at}`;
}

/** What is open on a page, by those names. */
export function openOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const every = (root: ParentNode): Element[] =>
      [...root.querySelectorAll("*")].flatMap((one) =>
        one.shadowRoot ? [one, ...every(one.shadowRoot)] : [one],
      );
    const isOpen = (one: Element): boolean => {
      const inside = one.shadowRoot?.querySelector("wa-dialog")?.shadowRoot ?? one.shadowRoot;
      const open = ":popover-open, dialog[open]";
      return one.matches(open) || Boolean(inside?.querySelector(open));
    };
    return every(document)
      .filter((one): one is HTMLElement => one instanceof HTMLElement && "opening" in one.dataset)
      .filter(isOpen)
      .flatMap((one) => {
        const root = one.getRootNode();
        const host = root instanceof ShadowRoot ? [root.host.localName] : [];
        return [one.dataset.opening ?? "", ...host];
      });
  });
}
