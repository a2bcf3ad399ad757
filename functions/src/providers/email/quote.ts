import { isForwardedHead } from "./forwarded.ts";
import {
  introduces,
  isDivider,
  isHeadBlock,
  isRule,
  longestHead,
  mayIntroduce,
} from "./quote-heads.ts";
import { quoteBegins, quoteEnds, withoutMarks } from "./quote-marks.ts";

/** A text without what it quotes, and the quoted part. */
export type Split = { text: string; quoted?: string };

/** What is known of a mail besides its text. */
export type Circumstances = {
  /** It answers an earlier mail: only then it quotes one of ours. */
  answers: boolean;
  /** It passes another mail on, which is the message itself. */
  forwards: boolean;
};

/** Where quotes are looked for: longer mails are kept as they are, since anybody may send them. */
const mostLines = 5000;

/**
 * Parts the new text from the earlier mails quoted below it, by the lines with which mail programs introduce them. What
 * is passed on is no quote, and where somebody answers between or below the lines all of it is kept: what is not sure
 * is shown.
 */
export function splitQuoted(
  whole: string,
  { answers, forwards }: Circumstances = { answers: true, forwards: false },
): Split {
  const lines = whole.split("\n");
  const at = answers && !forwards ? quoteIn(lines) : -1;
  const text = clean(lines.slice(0, Math.max(at, 0)));
  const quote = lines.slice(Math.max(at, 0));
  if (at < 0 || text === "" || writesOn(quote) || pointsInto(text, quote))
    return { text: clean(lines) };
  return { text, quoted: clean(quote) };
}

function clean(lines: readonly string[]): string {
  return withoutMarks(lines).join("\n").trim();
}

/** The line with which the quote begins; -1 without one, or where a mail that is passed on comes first. */
function quoteIn(lines: readonly string[]): number {
  const tail = tailOf(lines);
  for (let index = 0; index < Math.min(lines.length, mostLines); index += 1) {
    if (isForwardedHead(lines[index] ?? "")) return -1;
    if (!beginsQuote(lines, index, tail)) continue;
    return filled(lines, index, 3).some(isForwardedHead) ? -1 : index;
  }
  return -1;
}

function beginsQuote(lines: readonly string[], index: number, tail: number): boolean {
  const line = lines[index] ?? "";
  if (line.startsWith(quoteBegins) || index === tail) return true;
  if (line.length > longestHead || line.trim() === "") return false;
  if (isDivider(lines, index) || isHeadBlock(lines, index)) return true;
  return isRule(line) ? isHeadBelow(lines, index) : isIntroduced(lines, index);
}

/** The line from which on everything is quoted or blank, unless the one above introduces it in words of its own. */
function tailOf(lines: readonly string[]): number {
  const last = lines.findLastIndex((line) => !isQuotedOrBlank(line));
  const above = lines[last] ?? "";
  const first = lines.findIndex((line, index) => index > last && line.startsWith(">"));
  return /[:：]\s*$/.test(above) ? -1 : first;
}

function isHeadBelow(lines: readonly string[], index: number): boolean {
  const blank = lines.slice(index + 1, index + 4).findIndex((line) => line.trim() !== "");
  return blank >= 0 && isHeadBlock(lines, index + 1 + blank);
}

/** Mail programs break the line after some 70 characters. */
function isIntroduced(lines: readonly string[], index: number): boolean {
  const above = (lines[index - 1] ?? "").trim();
  if (!mayIntroduce((lines[index] ?? "").trim(), above === "")) return false;
  for (let count = 1; count <= 4; count += 1) {
    const head = lines.slice(index, index + count);
    if (count > 1 && isQuotedOrBlank(head.at(-1) ?? "")) return false;
    const certainty = introduces(head.join(" "));
    if (certainty === "sure") return true;
    if (certainty) return isQuoted(filled(lines, index + count, 1)[0] ?? "");
  }
  return false;
}

/** The next lines that are not blank, marks apart. */
function filled(lines: readonly string[], from: number, count: number): string[] {
  return withoutMarks(lines.slice(from, from + 4 * count + 4))
    .filter((line) => line.trim() !== "")
    .slice(0, count);
}

function isQuoted(line: string): boolean {
  return line.trimStart().startsWith(">");
}

function isQuotedOrBlank(line: string): boolean {
  return line.trim() === "" || isQuoted(line) || line.startsWith(quoteEnds);
}

const phone =
  /^(?:sent from|get outlook|enviado (?:desde|do|a partir)|obtener outlook|obter o outlook|envoyé de|von meinem|gesendet von|inviato da|enviat des)\b/i;

const below =
  /(?<!\p{L})(?:abajo|entre líneas|en (?:rojo|azul|verde|negrita|amarillo)|below|inline|in (?:red|blue|green|bold)|abaixo|em (?:vermelho|azul|verde|negrito)|ci-dessous|en (?:rouge|bleu|vert)|unten|in (?:rot|blau|grün)|sotto|in (?:rosso|blu|grassetto)|a sota|en (?:vermell|blau))(?!\p{L})/iu;

/** Whether somebody says that they answer inside a quote, where nothing marks its lines. */
function pointsInto(text: string, quote: readonly string[]): boolean {
  return text.length < 1000 && below.test(text) && !filled(quote, 0, 6).some(isQuoted);
}

/** Whether somebody wrote on below what they quote, a signature apart. */
function writesOn(lines: readonly string[]): boolean {
  const isPrefixed = filled(lines, 0, 6).some(isQuoted);
  const last = lines.findLastIndex((line) => line.startsWith(quoteEnds));
  const first = isPrefixed ? lines.findIndex(isQuoted) : last;
  if (first < 0) return false;
  const after = lines.slice(first).filter((line) => !line.startsWith(quoteBegins));
  const signature = after.findIndex((line) => /^-- ?$/.test(line) || phone.test(line.trim()));
  return !after.slice(0, signature < 0 ? undefined : signature).every(isQuotedOrBlank);
}
