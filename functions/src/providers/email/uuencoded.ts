import type { LetterFile } from "./letter-file.ts";

const begins = /^begin [0-7]{3,4} (.{1,300})$/;

/**
 * Takes the files out of a text that stand in it as mails had them before MIME: between `begin 644 name` and `end`.
 * What is not such a file to its end stays text.
 */
export function uuencodedIn(text: string): { text: string; files: LetterFile[] } {
  if (!/^begin [0-7]{3}/m.test(text)) return { text, files: [] };
  const lines = text.split("\n");
  const files: LetterFile[] = [];
  const rest: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [, name] = begins.exec((lines[at] ?? "").trimEnd()) ?? [];
    const block = name === undefined ? undefined : blockFrom(lines, at + 1);
    if (!block) rest.push(lines[at] ?? "");
    else {
      files.push({ name: name ?? "", type: "application/octet-stream", bytes: block.bytes });
      at = block.end;
    }
  }
  const left = rest.join("\n");
  return { text: files.length > 0 ? left.replace(/\n{3,}/g, "\n\n").trim() : text, files };
}

function blockFrom(lines: readonly string[], from: number) {
  const chunks: Buffer[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const line = (lines[at] ?? "").replace(/\r$/, "");
    if (line.trimEnd() === "end") {
      const bytes = Buffer.concat(chunks);
      return bytes.length > 0 ? { bytes, end: at } : undefined;
    }
    const chunk = decodeLine(line);
    if (!chunk) return undefined;
    chunks.push(chunk);
  }
  return undefined;
}

/** A line begins with how many bytes it holds; blanks at its end may have been lost on the way. */
function decodeLine(line: string): Buffer | undefined {
  if (line.trim() === "" || line === "`") return Buffer.alloc(0);
  const length = sixBits(line, 0);
  const needed = Math.ceil(length / 3) * 4;
  if (!/^[ -`]+$/.test(line) || line.length > needed + 3 || line.length < needed - 2)
    return undefined;
  const bytes = Buffer.alloc((needed / 4) * 3);
  for (let group = 0; group < needed / 4; group += 1) {
    const [a, b, c, d] = [1, 2, 3, 4].map((place) => sixBits(line, group * 4 + place));
    const bits = ((a ?? 0) << 18) | ((b ?? 0) << 12) | ((c ?? 0) << 6) | (d ?? 0);
    bytes.writeUIntBE(bits, group * 3, 3);
  }
  return bytes.subarray(0, length);
}

function sixBits(line: string, at: number): number {
  return at < line.length ? (line.charCodeAt(at) - 32) & 63 : 0;
}
