import { plain } from "../../../../text/plain.ts";

/** What a blank asks for that is known of the customer, of whoever writes, or of the business. */
export type Meaning = "first_name" | "agent" | "company" | "phone" | "email" | "date";

const greetings =
  "hola|buenas|buen dia|buenos dias|buenas (?:tardes|noches)|estimad[oa]s?(?:/a)?|querid[oa]|oi|ola|bom dia|boa tarde|prezad[oa]|hi|hello|hey|dear|good (?:morning|afternoon|evening)|muchas gracias|gracias|thank you|thanks|obrigad[oa]";
const introductions =
  "soy|me llamo|(?:te|le) (?:habla|saluda|escribe)|(?:mi|meu) nom[eb]re? (?:es|e)|tu (?:asesora?|ejecutiv[oa]) es|i am|i'm|my name is|this is|aqui e|sou";

/** What stands before a blank, and what it asks for then: Spanish, English and Portuguese, without accents. */
const signs: readonly [RegExp, Meaning][] = [
  [new RegExp(`(?:^|[^\\p{L}])(?:${greetings})(?:\\(a\\)|@)?,?\\s*$`, "u"), "first_name"],
  [new RegExp(`(?:^|[^\\p{L}])(?:${introductions})\\s*$`, "u"), "agent"],
  [
    new RegExp(
      `(?:(?:equipo|parte|nombre|equipe) d[ea]|somos|(?:${introductions}) .{1,30} (?:de|from|of|at|da)|team at|behalf of|gracias por (?:elegir|preferir)(?: a)?|thanks for choosing)\\s*$`,
      "u",
    ),
    "company",
  ],
  [/(?:telefono|celular|movil|phone|telefone)(?: es| is)?:?\s*$/u, "phone"],
  [/(?:correo(?: electronico)?|e-?mail)(?: es| is)?:?\s*$/u, "email"],
  [/(?:fecha|dia|date|day|data)(?: es| is)?:?\s*$/u, "date"],
];

/** Words that say nothing of what follows them. */
const small = new Set(
  "los las una sus del por para con son que the your our for and are num nro numero number uma seu sua com".split(
    " ",
  ),
);

/** What a numbered blank of a text asks for; nothing where its words do not tell. */
export function meaningOf(name: string, text: string): Meaning | undefined {
  const before = plain(wordsBefore(name, text));
  return signs.find(([sign]) => sign.test(before))?.[1];
}

/** The noun close before a blank, such as "pedido" in "tu pedido N° {{2}}"; empty where there is none. */
export function nounBefore(name: string, text: string): string {
  const since = wordsBefore(name, text).split(blank).at(-1) ?? "";
  const words = since.match(/\p{L}+/gu) ?? [];
  const near = words.slice(-3).filter((word) => word.length > 2 && !small.has(plain(word)));
  return near.at(-1)?.toLocaleLowerCase() ?? "";
}

/** What another blank is while the words between two are read. */
const blank = "\u25a1";

/** What the sentence says up to a blank. */
function wordsBefore(name: string, text: string): string {
  const bare = text.replaceAll(/[*_~]/gu, "");
  const at = [...bare.matchAll(/\{\{\s*([\w.]+)\s*\}\}/gu)].find((found) => found[1] === name);
  if (!at) return "";
  const before = bare.slice(0, at.index).replaceAll(/\{\{[^}]*\}\}/gu, blank);
  return before.split(/[.!?¡¿;\n]/u).at(-1) ?? "";
}
