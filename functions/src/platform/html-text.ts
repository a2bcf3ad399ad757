const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as HTML shows it: nothing in it is markup. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

/** The same with its lines. */
export function linesAsHtml(text: string): string {
  return escaped(text).replace(/\r\n?|\n/g, "<br>");
}

/** The paragraphs of a text, which empty lines part. */
export function textAsHtml(text: string): string {
  const parts = text.replace(/\r\n?/g, "\n").split(/\n{2,}/);
  return parts.map((part) => `<p>${linesAsHtml(part)}</p>`).join("");
}
