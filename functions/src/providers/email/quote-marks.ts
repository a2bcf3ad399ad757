/** Stand in the text made of HTML, alone in a line, where a mail program's own mark-up begins and ends a quote. */
export const quoteBegins = "\ufdd0";
export const quoteEnds = "\ufdd1";

const marks = /[\ufdd0\ufdd1]/g;
const written = /[\ufdd0\ufdd1]|&#(?:x0{0,9}fdd[01]|0{0,9}6497[67]);?/gi;

/** HTML in which nobody else put such a mark: they are characters that no text holds (Unicode, 23.7). */
export function unmarked(html: string): string {
  return html.replace(written, "\ufffd");
}

/** The lines as they are read. */
export function withoutMarks(lines: readonly string[]): string[] {
  return lines
    .filter((line) => !/^[> ]{0,400}[\ufdd0\ufdd1]$/.test(line))
    .map((line) => line.replace(marks, ""));
}
