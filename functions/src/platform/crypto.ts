import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { config } from "./config.ts";

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";

/** A document id that a provider's own ids decide: 20 characters of lower-case base32 of SHA-256. */
export function hash(...parts: string[]): string {
  const digest = createHash("sha256").update(parts.join("\n")).digest();
  return base32(digest).slice(0, 20);
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

/** Encrypts a value with AES-256-GCM, bound to its context (such as the document's path). Base64. */
export function seal(value: unknown, context: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor("secrets"), iv).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64");
}

/** Opens what `seal` closed; throws when it was changed or belongs to another context. */
export function open(sealed: string, context: string): unknown {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", keyFor("secrets"), bytes.subarray(0, 12))
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(12, 28));
  const body = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  return JSON.parse(body.toString("utf8"));
}

/** Signs the text of a link: HMAC-SHA256, base64url. */
export function signLink(text: string): string {
  return createHmac("sha256", keyFor("links")).update(text).digest("base64url");
}

const keys = new Map<string, Buffer>();

function keyFor(purpose: string): Buffer {
  const known = keys.get(purpose);
  if (known) return known;
  const root = Buffer.from(config().HILO_KEY, "base64");
  const key = Buffer.from(hkdfSync("sha256", root, "", `hilo ${purpose}`, 32));
  keys.set(purpose, key);
  return key;
}
