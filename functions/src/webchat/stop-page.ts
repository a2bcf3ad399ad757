import type { Language } from "@hilo/schema";
import { escaped } from "../platform/html-text.ts";
import { texts } from "../texts/texts.ts";

type State = "asked" | "stopped" | "resumed" | "unknown";

/** What the page may do: show itself and send its own form. */
export const stopPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A page that asks, or tells what was done; nothing happens by looking at it, since machines look at links, too. */
export function stopPage(language: Language, state: State, address: string): string {
  const said = texts[language].stop;
  const buttons: Record<State, [action: string, label: string] | undefined> = {
    asked: ["?stop", said.stop],
    resumed: ["?stop", said.stop],
    stopped: ["?again", said.again],
    unknown: undefined,
  };
  const button = buttons[state];
  const form = button
    ? `<form method="post" action="${button[0]}"><button>${button[1]}</button></form>`
    : "";
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    <title>${said.title}</title>
    <style>
      body { margin: 0 auto; max-width: 480px; padding: 48px 24px; font: 16px/24px system-ui, sans-serif; overflow-wrap: anywhere; }
      h1 { font-size: 20px; line-height: 28px; }
      button { font: inherit; padding: 10px 16px; border-radius: 10px; border: 1px solid currentColor; background: none; color: inherit; cursor: pointer; }
    </style>
  </head>
  <body>
    <main>
      <h1>${said.title}</h1>
      <p role="status">${state === "unknown" ? said.unknown : said[state](escaped(address))}</p>
      ${form}
    </main>
  </body>
</html>
`;
}
