/** What a line that introduces a quote says for itself: sure alone, or only where quoted lines follow it. */
export type Certainty = "sure" | "likely";

type Introduction = { begins: RegExp; ends: RegExp };

/** Who writes to whom in a story (`me escribió:`), which no mail program says of itself. */
const untold = {
  es: "(?<!\\b(?:me|te|le|les|nos|os|se|lo|la|él|ella|yo|usted|que) )",
  pt: "(?<!\\b(?:me|te|lhe|lhes|nos|se|ele|ela|eu|você|que) )",
  it: "(?<!\\b(?:mi|ti|gli|le|ci|vi|si|lui|lei|io|che) )",
  ca: "(?<!\\b(?:em|et|li|ens|us|els|es|que) )",
  fr: "(?<!\\b(?:m['’]|t['’]|me |te |lui |nous |vous |leur |il |elle |on |qui ))",
  en: "(?<!\\b(?:i|you|he|she|we|they|it|who|that) )",
};

/** How Gmail, Apple Mail, Yahoo, Outlook, Thunderbird and those after them introduce a quote, by language. */
const introductions: Record<string, Introduction[]> = {
  en: [
    { begins: /^on\b/i, ends: ending(`${untold.en}wrote`) },
    // Lotus Notes and Spark.
    { begins: /^(?:at|in)\b/i, ends: ending(`${untold.en}wrote`) },
  ],
  es: [{ begins: /^(?:el|con fecha|a las)\b/i, ends: ending(`${untold.es}escribi[óo]`) }],
  pt: [{ begins: /^(?:em|no dia|na|a|às|à)(?!\p{L})/iu, ends: ending(`${untold.pt}escreveu`) }],
  fr: [{ begins: /^(?:le|à|en date du)(?!\p{L})/iu, ends: ending(`${untold.fr}a écrit`) }],
  de: [
    {
      begins: /^(?:am|um)\b/i,
      ends: /\bschrieb(?! (?:mir|mich|uns|ich|er|sie|es|ihm|ihr|ihnen)\b)(?: [^:].{0,150})? ?:$/i,
    },
    { begins: /^am\b/i, ends: /\bhat (?!mir|uns|er\b|sie\b).{1,150} geschrieben ?:$/i },
  ],
  it: [
    { begins: /^(?:il|in data|alle)\b/i, ends: ending(`${untold.it}ha scritto`) },
    { begins: /^(?:il|in data|alle)\b/i, ends: ending(`${untold.it}scrisse`) },
  ],
  ca: [
    { begins: /^(?:el|a les)\b/i, ends: ending(`${untold.ca}(?:va escriure|ha escrit)`) },
    { begins: /^missatge de\b/i, ends: /\bdel dia .{5,60}:$/i },
  ],
  nl: [{ begins: /^(?:op|om)\b/i, ends: ending("(?:schreef|geschreven)(?: .{1,150})?") }],
  da: [{ begins: /^(?:den|på)(?!\p{L})/iu, ends: ending("skrev(?: .{1,150})?") }],
  pl: [{ begins: /^(?:w dniu|dnia)\b/i, ends: ending("napisał(?:\\(a\\)|a)?") }],
};

function ending(verb: string): RegExp {
  return new RegExp(`(?:^|[\\s>),\\]*"”])${verb} ?:$`, "iu");
}

const every = Object.values(introductions).flat();
/** `Loja <a@x.pt> escreveu (sexta, 20/11/2026 à(s) 10:19):` or `escreveu no dia …`, as Gmail has it in some languages. */
const nameFirst =
  /[>)\]] (?:escreveu|escribi[óo]|a écrit|ha scritto|wrote|schrieb|va escriure|ha escrit),? [^<>:]{3,60}\d{1,2}[:.h]\d\d\)? ?:$/i;
/** `---- El vie, 20 nov 2026 10:19:00 -0300 Tienda <a@x.cl> escribió ----` (Zoho). */
const dashed =
  /^-{2,6} ?(?:on|el|em|le|am|il)\b.{5,300} (?:wrote|escribi[óo]|escreveu|a écrit|schrieb.{0,150}|ha scritto|va escriure) ?-{2,6}$/i;
/** `2012/11/20 Tienda <a@x.cl>`: Gmail until 2013. */
const bare =
  /^\d{4}[/-]\d{1,2}[/-]\d{1,2},? (?:\d{1,2}:\d{2} )?.{0,100}<[^\s<>@]{1,64}@[^\s<>@]{1,255}>$/;
const address = /[<([]\s?(?:mailto:)?[^\s<>()@[\]]{1,64}@[^\s<>()@[\]]{1,255}/;
const date =
  /\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b(?:19|20)\d\d\b|\b\d{1,2}[:.h]\d\d\b|\d年|^\S+ (?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mié|jue|vie|sáb|dom)\.?,/i;

/** Whether a line, put together from those it was broken into, introduces a quote. */
export function introduces(line: string): Certainty | undefined {
  const even = line.replace(/\s+/g, " ").trim();
  if (even.length > longestHead) return undefined;
  const told = address.test(even) && date.test(even);
  if (dashed.test(even) || bare.test(even)) return "sure";
  const isKnown = every.some(({ begins, ends }) => begins.test(even) && ends.test(even));
  if (isKnown || nameFirst.test(even))
    return told ? "sure" : date.test(even) ? "likely" : undefined;
  // In any other language: who and when, and then what they wrote.
  return told && /[:：]$/.test(even) ? "likely" : undefined;
}

export const longestHead = 500;

/** Whether an introduction can begin with this line, so that the following ones are worth putting behind it. */
export function mayIntroduce(line: string, afterBlank: boolean): boolean {
  if (line === "" || line.length > longestHead || line.startsWith(">")) return false;
  return afterBlank || /^-{2}|[@\d]/.test(line) || every.some(({ begins }) => begins.test(line));
}

const from = /^\*?(?:from|de|von|da|van|fra|från|od)\s?:\*?\s/i;
const fields = {
  from,
  sent: /^\*?(?:sent|date|enviad[oa](?: el| em)?|fecha(?: de envío)?|data|enviat(?: el)?|gesendet(?: am)?|datum|envoyé(?: le)?|inviato(?: il)?|verzonden|skickat|sendt|wysłano)\s?:/i,
  to: /^\*?(?:to|para|per a|per|an|à|a|aan|till|til|do)\s?:/i,
  subject:
    /^\*?(?:subject|asunto|assunto|betreff|objet|oggetto|assumpte|tema|onderwerp|ämne|emne|temat)\s?:/i,
};

/**
 * Whether the head of an earlier mail is repeated here, as Outlook does: who, with an address, when, and what about.
 * Without the address it is somebody's own list, such as of a trip.
 */
export function isHeadBlock(lines: readonly string[], index: number): boolean {
  const block = lines.slice(index, index + 10).map((line) => line.trim());
  const [first = ""] = block;
  // Web.de and GMX tell the date first.
  if (!from.test(`${first} `) && !fields.sent.test(first)) return false;
  const who = block.slice(0, 4).findIndex((line) => from.test(`${line} `));
  if (who < 0 || !hasAddress(block[who] ?? "", block[who + 1] ?? "")) return false;
  const has = (field: RegExp) => block.some((line) => field.test(line));
  return has(fields.sent) && has(fields.subject);
}

/** In the line, or in the one it was broken into. */
function hasAddress(line: string, next: string): boolean {
  return /\S@\S/.test(line) || /^[^:]{0,120}\S@\S/.test(next);
}

const original =
  /^[-_]{2,}.{0,3}(?:original message|original appointment|mensaje original|mensagem original|message d['’]origine|message original|(?:ursprüngliche |original-?)nachricht|messaggio originale|missatge original|oorspronkelijk bericht)\b.{0,3}[-_]*$/i;

/** `-----Mensaje original-----`, with the head of a mail or an introduction below it. */
export function isDivider(lines: readonly string[], index: number): boolean {
  if (!original.test((lines[index] ?? "").trim())) return false;
  const next = lines.slice(index + 1, index + 8).map((line) => line.trim());
  return next.some(
    (line) => Object.values(fields).some((field) => field.test(`${line} `)) || introduces(line),
  );
}

/** A line drawn over the head of an earlier mail. */
export function isRule(line: string): boolean {
  return /^[_-]{10,500}$/.test(line.trim());
}
