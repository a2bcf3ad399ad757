import { createHash } from "node:crypto";
import { longestAddress } from "@hilo/schema";
import type { Mailbox } from "postal-mime";
import { opened } from "./enclosed.ts";
import { allOf, firstOf, type Header } from "./headers.ts";
import type { LetterFile } from "./letter-file.ts";

/** A mail, whichever service brought it and in whatever form. */
export type Letter = {
  headers: Header[];
  from: Mailbox | undefined;
  replyTo: Mailbox[];
  /** The writer by the headers of lists that write from an address of their own. */
  originals: Mailbox[];
  to: Mailbox[];
  cc: Mailbox[];
  /** Every address it was delivered to, as far as anybody tells. */
  recipients: string[];
  subject: string;
  text: string;
  html: string;
  files: LetterFile[];
  /** What the service found of SPF and DKIM, each in a word. */
  verdicts: string[];
  /** What it is known by when it has no Message-ID: the same for every delivery of the same mail. */
  fingerprint: string;
};

export type LetterParts = Pick<Letter, "headers" | "text" | "html" | "files"> & {
  /** Recipients beyond those of the headers. */
  envelope: string[];
  /** The mail's own bytes, when they came. */
  raw?: Uint8Array;
  verdicts?: string[];
};

/** Puts a mail together from what a service gives. */
export async function letterFrom(parts: LetterParts): Promise<Letter> {
  const { addressParser, decodeWords } = await import("postal-mime");
  const { mendWords } = await import("./encoded-words.ts");
  const { headers } = parts;
  const text = parts.text.replace(/\r\n?/g, "\n").toWellFormed();
  const html = parts.html.toWellFormed();
  const fingerprint = fingerprintOf(parts);
  const read = (name: string) =>
    addressParser(mendWords(allOf(headers, name).join(", ").slice(0, longestField)), {
      flatten: true,
    }).filter(isMailbox);
  const to = read("to");
  const cc = read("cc");
  const delivered = ["delivered-to", "x-original-to", "x-forwarded-to", "bcc"].flatMap(read);
  const subject = decodeWords(mendWords(firstOf(headers, "subject")))
    .replace(/\s+/g, " ")
    .trim();
  return {
    headers,
    from: read("from")[0],
    replyTo: read("reply-to").slice(0, mostReplyTo),
    originals: ["x-original-from", "x-original-sender"].flatMap(read).slice(0, mostReplyTo),
    to,
    cc,
    recipients: [...[...to, ...cc, ...delivered].map(({ address }) => address), ...parts.envelope],
    subject,
    ...opened({ ...parts, text, html }, fingerprint),
    verdicts: parts.verdicts ?? [],
    fingerprint,
  };
}

/** Nobody has answers sent to more addresses. */
const mostReplyTo = 10;

/** Longer ones name thousands of addresses. */
const longestField = 100_000;

function isMailbox(address: { address?: string | undefined }): address is Mailbox {
  const { address: text = "" } = address;
  return text.includes("@") && text.length <= longestAddress;
}

/** Over the mail itself, not over what a service wraps anew each time it tries. */
function fingerprintOf({ raw, headers, text, html, files }: LetterParts): string {
  const digest = createHash("sha256");
  if (raw) return digest.update(raw).digest("hex");
  const named = ["from", "to", "date", "subject"].map((name) => firstOf(headers, name));
  digest.update(JSON.stringify([...named, text, html]));
  for (const file of files) digest.update(file.bytes);
  return digest.digest("hex");
}

/** The same for every delivery of a mail, whichever way it came: what servers add on the way is not in it. */
export function digestOf({ headers, text, html, files }: Omit<LetterParts, "envelope">): string {
  const digest = createHash("sha256");
  const named = ["from", "date", "subject"].map((name) => firstOf(headers, name));
  digest.update(JSON.stringify([...named, text.trim(), html]));
  for (const file of files) digest.update(file.bytes);
  return digest.digest("hex").slice(0, 32);
}

/** `<abc>` → `abc`. */
export function bare(id: string): string {
  return id.trim().replace(/^<|>$/g, "");
}
