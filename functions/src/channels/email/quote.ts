/** A text without what it quotes, and the quoted part. */
export type Split = { text: string; quoted?: string };

const wrote =
  /^(on|el|em|le|am|il|op|den|på|w dniu)\b.{3,400}(wrote|escribió|escribio|escreveu|a écrit|schrieb(\s.{0,100})?|ha scritto|schreef|skrev|napisał\(a\)|napisał)\s*:$/i;
const original =
  /^[-_\s]*(original message|mensaje original|mensagem original|message d'origine|ursprüngliche nachricht|messaggio originale)[-_\s]*$/i;
const from = /^\*?(from|de|von|da|van)\s*:\*?\s*\S/i;
const field =
  /^\*?(sent|date|to|subject|cc|enviado( el)?|enviada( em)?|fecha|para|asunto|assunto|gesendet|datum|an|betreff|envoyé|à|objet|inviato|data|a|oggetto)\s*:/i;

/**
 * Parts the new text from the earlier mails quoted below it, by the lines with which mail programs introduce them.
 * A forwarded mail is no quote, and where somebody answers between the lines all of it is kept.
 */
export function splitQuoted(whole: string): Split {
  const lines = whole.split("\n");
  const tail = quotedFrom(lines);
  const at = lines.slice(0, mostLines).findIndex((_, index) => beginsQuote(lines, index, tail));
  const text = lines.slice(0, Math.max(at, 0)).join("\n").trim();
  const quoted = lines.slice(Math.max(at, 0)).join("\n").trim();
  if (at < 0 || text === "" || answersBetween(lines.slice(at))) return { text: whole.trim() };
  return { text, quoted };
}

/** Where quotes are looked for: longer mails and lines are kept as they are, since anybody may send them. */
const mostLines = 5000;
const longestLine = 1000;

/** From which line on everything is quoted or blank. */
function quotedFrom(lines: readonly string[]): number {
  return lines.findLastIndex((line) => !isQuotedOrBlank(line)) + 1;
}

function beginsQuote(lines: readonly string[], index: number, tail: number): boolean {
  const line = (lines[index] ?? "").trim();
  if (line === "" || line.length > longestLine) return false;
  if (original.test(line) || isAttribution(lines, index) || isHeaderBlock(lines, index))
    return true;
  return line.startsWith(">") && index >= tail;
}

/** Mail programs break the line after some 70 characters. */
function isAttribution(lines: readonly string[], index: number): boolean {
  const [first = "", ...more] = lines.slice(index, index + 4).map((line) => line.trim());
  if (!/^(on|el|em|le|am|il|op|den|på|w dniu)\b/i.test(first)) return false;
  return [0, 1, 2, 3].some((count) => {
    const joined = [first, ...more.slice(0, count)].join(" ");
    return joined.length <= 500 && wrote.test(joined);
  });
}

/** Outlook repeats the head of the earlier mail, often under a line of underscores. */
function isHeaderBlock(lines: readonly string[], index: number): boolean {
  const line = (lines[index] ?? "").trim();
  if (/^[_-]{10,}$/.test(line)) {
    const next = lines.slice(index + 1, index + 4).find((one) => one.trim() !== "");
    return from.test((next ?? "").trim());
  }
  if (!from.test(line) || isForwarded(lines, index)) return false;
  const next = lines.slice(index + 1, index + 5).filter((one) => field.test(one.trim()));
  return next.length >= 2;
}

function isForwarded(lines: readonly string[], index: number): boolean {
  return lines
    .slice(Math.max(index - 2, 0), index)
    .some((line) =>
      /^---.{0,200}(forwarded|reenviad|encaminhad|weitergeleitet|transféré).{0,200}---$/i.test(
        line.trim().slice(0, longestLine),
      ),
    );
}

function isQuotedOrBlank(line: string): boolean {
  return line.trim() === "" || line.startsWith(">");
}

/** Whether somebody wrote on below quoted lines, a signature apart. */
function answersBetween(lines: readonly string[]): boolean {
  const first = lines.findIndex((line) => line.startsWith(">"));
  if (first < 0) return false;
  const after = lines.slice(first);
  const signature = after.findIndex((line) => /^-- ?$/.test(line));
  const body = signature < 0 ? after : after.slice(0, signature);
  return !body.every(isQuotedOrBlank);
}
