/**
 * A text whose lines were broken for the way (RFC 3676, format=flowed), put together again: those of a quote too, which
 * keep their marks. With `delSp` the space before a break belongs to the break.
 */
export function unflowed(text: string, delSp: boolean): string {
  const lines: string[] = [];
  let open: { depth: number; parts: string[] } | undefined;
  const close = () => {
    if (open) lines.push(marked(open.depth, open.parts.join("")));
    open = undefined;
  };
  for (const line of text.split("\n")) {
    const depth = /^>*/.exec(line)?.[0].length ?? 0;
    const words = line.slice(depth).replace(/^ /, "");
    const isFlowing = words.endsWith(" ") && words !== "-- ";
    if (open && (open.depth !== depth || words === "-- ")) close();
    open ??= { depth, parts: [] };
    open.parts.push(isFlowing && delSp ? words.slice(0, -1) : words);
    if (!isFlowing) close();
  }
  close();
  return lines.join("\n");
}

function marked(depth: number, words: string): string {
  if (depth === 0) return words;
  return words === "" ? ">".repeat(depth) : `${">".repeat(depth)} ${words}`;
}
