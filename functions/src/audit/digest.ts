import { createHash } from "node:crypto";
import type { AuditEntry } from "@hilo/schema";

/** What seals the changes of an entry: SHA-256, hex, of its salt and of their canonical JSON. */
export function digestOf(salt: string, changes: AuditEntry["changes"]): string {
  return createHash("sha256")
    .update(salt + JSON.stringify(canonical(changes)))
    .digest("hex");
}

/** The same for the same values, whatever the order of their fields, as written or as read: times are milliseconds. */
function canonical(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, canonical(part)]),
  );
}
