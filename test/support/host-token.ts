import { createHmac } from "node:crypto";

type Making = {
  header?: Record<string, unknown>;
  hash?: "sha256" | "sha384" | "sha512";
  secret: string;
};

/** A JWT as any site's server could make it, right or wrong, without the library that judges it. */
export function hostToken(
  claims: unknown,
  { header = {}, hash = "sha256", secret }: Making,
): string {
  const parts = [{ alg: "HS256", typ: "JWT", ...header }, claims];
  const content = parts
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${content}.${createHmac(hash, secret).update(content).digest("base64url")}`;
}
