import type { Language } from "@hilo/schema";
import { channels } from "../../phones/demo-channels.ts";
import type { Person } from "../../phones/person.ts";
import { identityOf } from "./account.ts";

/** The words of the site, which carries the chat and nothing else. */
export const words: Record<Language, { title: string; text: string }> = {
  es: { title: "Un sitio con chat", text: "Así lo tiene a la vista quien lo visita." },
  en: { title: "A site with a chat", text: "This is what its visitor has before them." },
};

const channel = channels.find((one) => one.provider === "webchat");

/** Only this machine's own pages show it in a frame. */
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; frame-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors http://127.0.0.1:* http://localhost:*";

/** A page of the host site, with the tag that an administrator copies from the channel's settings. */
export function siteOf(language: Language): string {
  const { title, text } = words[language];
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    <style>
      body { margin: 0; padding: 24px; font: 15px/22px system-ui, sans-serif; }
      h1 { font-size: 20px; line-height: 28px; }
    </style>
  </head>
  <body>
    <h1>${title}</h1>
    <p>${text}</p>
    <script src="/site.js"></script>
    <script
      src="/widget/widget.js"
      data-workspace="demo"
      data-channel="${channel?.id}"
      data-site-key="${channel?.address}"
      async
    ></script>
  </body>
</html>
`;
}

/** The site's own script: it tells the chat who has signed in, and opens it. */
export function scriptOf(person: Person): string {
  const identity = JSON.stringify(identityOf(person));
  return `addEventListener("hilochat", () => {
  window.hiloChat.identify(${identity});
  window.hiloChat.open();
});
`;
}
