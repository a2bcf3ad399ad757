import { texts } from "./texts.ts";

/** Words about what somebody else has changed while one was changing it, too. */
export const t = texts({
  es: {
    title: "Alguien lo cambió entretanto",
    somebody: "Alguien",
    changed: (who: string, field: string) => `${who} cambió: ${field}`,
    now: "Ahora",
    yours: "Lo tuyo",
    empty: "(vacío)",
    why: "Nada se ha perdido: elige qué queda.",
    theirs: "Dejar lo suyo",
    mine: "Usar lo mío",
    theirsKept: "Quedó como lo dejó la otra persona.",
  },
  en: {
    title: "Somebody changed it meanwhile",
    somebody: "Somebody",
    changed: (who, field) => `${who} changed: ${field}`,
    now: "Now",
    yours: "Yours",
    empty: "(empty)",
    why: "Nothing is lost: choose what stays.",
    theirs: "Keep theirs",
    mine: "Use mine",
    theirsKept: "It stays as the other person left it.",
  },
});
