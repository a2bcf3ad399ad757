import type { Identity } from "../protocol.ts";
import { Launcher } from "./launcher.ts";
import { optionsOf } from "./options.ts";

declare global {
  interface Window {
    /** What the host page may call. */
    hiloChat?: {
      open(): void;
      close(): void;
      identify(identity: Identity | null): void;
    };
  }
}

// Known only while the script runs for the first time.
const script = document.currentScript;

function start(tag: HTMLScriptElement): void {
  const launcher = new Launcher(optionsOf(tag));
  window.hiloChat = {
    open: () => launcher.toggle(true),
    close: () => launcher.toggle(false),
    identify: (identity) => launcher.identify(identity),
  };
  dispatchEvent(new Event("hilochat"));
}

if (script instanceof HTMLScriptElement && !window.hiloChat) {
  if (document.body) start(script);
  else addEventListener("DOMContentLoaded", () => start(script));
}
