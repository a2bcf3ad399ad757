import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  hash as sha256,
  timingSafeEqual,
} from "node:crypto";
import { config, type RootKey } from "./config.ts";

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";

/** A document id that a provider's own ids decide: 20 characters of lower-case base32 of SHA-256. */
export function hash(...parts: string[]): string {
  const digest = sha256("sha256", parts.join("\n"), "buffer");
  // 20 characters of five bits.
  return base32(digest.subarray(0, 13)).slice(0, 20);
}

function base32(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(held >>> (bits - 5)) & 31];
    held &= 31;
  }
  return text;
}

/** Whether two secrets are equal, in constant time for equal lengths. */
export function sameBytes(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * Encrypts a value with AES-256-GCM, bound to its context (such as the document's path): the number of the key, a
 * point, base64.
 */
export function seal(value: unknown, context: string): string {
  const [key] = config().HILO_KEY;
  if (!key) throw new Error("There is no key.");
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor("secrets", key), iv);
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
  return `${key.number}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64")}`;
}

/** Opens what `seal` closed; throws when it was changed, belongs to another context, or its key is not held any more. */
export function open(sealed: string, context: string): unknown {
  // What was sealed before keys had numbers is of the first.
  const [, number = "1", base64 = sealed] = /^(\d{1,4})\.(.*)$/.exec(sealed) ?? [];
  const key = config().HILO_KEY.find((one) => one.number === Number(number));
  if (!key) throw new Error(`Key ${number} of HILO_KEY is not held.`);
  const bytes = Buffer.from(base64, "base64");
  const decipher = createDecipheriv("aes-256-gcm", keyFor("secrets", key), bytes.subarray(0, 12))
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(12, 28));
  const body = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  return JSON.parse(body.toString("utf8"));
}

/** Signs the text of a link: HMAC-SHA256, base64url. */
export function signLink(text: string): string {
  return signatures(text)[0] ?? "";
}

/**
 * Whether we signed a text, with any of the keys that are held, in constant time; `form` says how the signature was
 * written down, where that is not as it is.
 */
export function isSigned(
  text: string,
  given: string,
  form: (signature: string) => string = (signature) => signature,
): boolean {
  return signatures(text).some((signature) => sameBytes(given, form(signature)));
}

/** What a text is found by that must not be read back, under every key that is held, the newest first: document ids. */
export function fingerprints(text: string): string[] {
  return config().HILO_KEY.map((key) =>
    base32(createHmac("sha256", keyFor("fingerprints", key)).update(text).digest()),
  );
}

/** 80 bits of a signature, in characters that survive a mail system's lower case. */
export function asMark(signature: string): string {
  return Buffer.from(signature, "base64url").toString("hex").slice(0, 20);
}

function signatures(text: string): string[] {
  return config().HILO_KEY.map((key) =>
    createHmac("sha256", keyFor("links", key)).update(text).digest("base64url"),
  );
}

const keys = new Map<string, Buffer>();

function keyFor(purpose: string, { number, bytes }: RootKey): Buffer {
  const name = `${number} ${purpose}`;
  const known = keys.get(name);
  if (known) return known;
  const key = Buffer.from(hkdfSync("sha256", bytes, "", `hilo ${purpose}`, 32));
  keys.set(name, key);
  return key;
}
