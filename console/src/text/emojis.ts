import { texts } from "./texts.ts";

/** The choice of emoji. */
export const t = texts({
  es: {
    emojiPick: "Elegir un emoji",
    emojiSearch: "Buscar un emoji",
    emojiRecent: "Recientes",
    emojiNone: "Ningún emoji se llama así.",
  },
  en: {
    emojiPick: "Choose an emoji",
    emojiSearch: "Search for an emoji",
    emojiRecent: "Recent",
    emojiNone: "No emoji is called so.",
  },
});
