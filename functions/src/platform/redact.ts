import { inSources } from "./sources.ts";

/** What a log line may carry: ids, counts and states. */
export type Fields = Record<string, unknown>;

const withheld = "[withheld]";

/** Words of a field's name that tell of content, people or secrets. */
const privateWords = new Set(
  (
    "body text caption content preview html message subject note detail token key secret password " +
    "authorization auth cookie credential credentials signature header headers phone phones number " +
    "address addresses email emails mail name names from to ip url uri link links query params raw"
  ).split(" "),
);

const patterns: [RegExp, string][] = [
  [/\bBearer\s+\S+/gi, "Bearer …"],
  [/\bBasic\s+[A-Za-z0-9+/=]{8,}/gi, "Basic …"],
  [/\bey[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*/g, "[token]"],
  [/\bhilo_[a-z0-9-]+_\S+/gi, "[key]"],
  [/[^\s@"'<>]+@[^\s@"'<>]+\.[^\s@"'<>]+/g, "[email]"],
  [/\+\d[\d\s().-]{5,}\d/g, "[phone]"],
];

/** The fields of a log line without anything that a person wrote, is called by, or signs in with. */
export function redact(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .flatMap(([name, value]) => cleanField(name, value)),
  );
}

function cleanField(name: string, value: unknown): [string, unknown][] {
  if (value instanceof Error) return Object.entries(errorFields(value));
  return [[name, isPrivate(name) ? withheld : cleanValue(value, 0)]];
}

/** Last words of names that tell of no content themselves: `messageId`, `tokenCount`, `addressType`. */
const plainEndings = new Set("id ids count length bytes ms state status kind type code".split(" "));

/** Whether a field of this name could hold more than ids and counts: `accessToken`, `raw_body`, `to`. */
function isPrivate(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);
  return !plainEndings.has(words.at(-1) ?? "") && words.some((word) => privateWords.has(word));
}

function cleanValue(value: unknown, depth: number): unknown {
  if (typeof value === "string") return cleanText(value);
  if (typeof value === "bigint") return value.toString();
  if (value === null || typeof value !== "object") return value;
  if (depth >= 3) return withheld;
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => cleanValue(item, depth + 1));
  if (value instanceof Date) return value.toISOString();
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      isPrivate(name) ? withheld : cleanValue(inner, depth + 1),
    ]),
  );
}

/** A text without phones, e-mail addresses and anything one could sign in with; at most 500 characters. */
export function cleanText(text: string): string {
  const cut = text.length > 500 ? `${text.slice(0, 500)}…` : text;
  return patterns.reduce((clean, [pattern, word]) => clean.replace(pattern, word), cut);
}

/** An error as fields: its name, code and stack. Messages may quote what people wrote, so only ours is kept. */
function errorFields(error: Error): Fields {
  const code = "code" in error ? { errorCode: cleanValue(error.code, 0) } : {};
  const cause = error.cause instanceof Error ? { cause: summary(error.cause) } : {};
  return { error: summary(error), ...code, ...cause, stack: framesOf(error) };
}

/** Longer messages hold what somebody sent. */
const longestRead = 2000;

function summary(error: Error): string {
  const quotes = /["'`“«].*["'`”»]/s;
  return cleanText(
    `${error.name}: ${error.message
      .slice(0, longestRead)
      .replace(quotes, '"…"')
      .replace(/\d{7,}/g, "…")}`,
  );
}

function framesOf(error: Error): string {
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return inSources(frames.slice(0, 12).join("\n"));
}
