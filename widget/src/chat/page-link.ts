import { asHilo, type ToChat, type ToPage } from "../protocol.ts";
import type { Page } from "./page.ts";
import { firstLanguage } from "./place.ts";

type Told = { page(page: Page): void; shown(shown: boolean): void };

/** The page's origin, once it has spoken: what it must not overhear goes nowhere else. */
let origin: string | undefined;

/** Listens to the page around the frame; opened by itself, the chat is its own page. */
export function listen({ page, shown }: Told): void {
  if (parent === window) {
    page({ origin: location.origin, language: firstLanguage, identity: null });
    shown(true);
    return;
  }
  addEventListener("message", ({ source, origin: from, data }) => {
    if (source !== parent) return;
    origin = from;
    const told = asHilo<ToChat>(data);
    if (told?.hilo === "page") {
      page({ origin: from, language: told.language, identity: told.identity });
    }
    if (told?.hilo === "shown") shown(told.shown);
  });
  tell({ hilo: "ready" });
}

/** Tells the page something; nothing of what is said here tells who the visitor is. */
export function tell(message: ToPage): void {
  if (parent !== window) parent.postMessage(message, origin ?? "*");
}
