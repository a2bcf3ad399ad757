import { registerIconLibrary } from "@awesome.me/webawesome/dist/components/icon/library.js";
import "@awesome.me/webawesome/dist/translations/es.js";
import { webAwesomeTokens } from "./web-awesome-tokens.ts";

// Web Awesome's own icons come by fetch, which our content security policy keeps to this origin: ours are a sprite.
registerIconLibrary("system", { resolver: (name) => `/icons.svg#${name}`, spriteSheet: true });

const sheet = webAwesomeTokens.styleSheet;
if (sheet && !document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
