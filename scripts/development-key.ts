import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { inRoot } from "./paths.ts";

/** Where the emulator looks for secrets; never committed. */
export const secretsFile = inRoot("functions/.secret.local");

/** HILO_KEY for this machine's emulators, made on first use. Production has its own in Secret Manager. */
export function developmentKey(): string {
  const text = existsSync(secretsFile) ? readFileSync(secretsFile, "utf8") : "";
  const known = /^HILO_KEY=(\S+)$/m.exec(text)?.[1];
  if (known) return known;
  const key = randomBytes(32).toString("base64");
  const note =
    "# A development key, made on this machine for its emulators. Never use it in production.";
  writeFileSync(secretsFile, `${text}${note}\nHILO_KEY=${key}\n`, { mode: 0o600 });
  return key;
}
