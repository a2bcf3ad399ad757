import type { StoredFile } from "@hilo/schema";
import { fileTypes } from "./file-types.ts";

/** The headers a file is served with: nothing in it may run, whatever it turns out to be. */
export function headersOf(file: StoredFile, secondsLeft: number): Record<string, string> {
  return {
    "Content-Type": file.type.startsWith("text/") ? `${file.type}; charset=utf-8` : file.type,
    "Content-Disposition": dispositionOf(file),
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-site",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": `private, max-age=${secondsLeft}, immutable`,
    "Accept-Ranges": "bytes",
    ETag: `"${file.sha256}"`,
  };
}

/** Shown in place only when a browser's own viewer cannot run anything; else saved (RFC 6266, RFC 8187). */
function dispositionOf({ name, type }: StoredFile): string {
  const kind = fileTypes[type]?.shown ? "inline" : "attachment";
  const ascii = name
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/["\\%]/g, "_");
  const extended = encodeURIComponent(name).replace(/['()*]/g, percent);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${extended}`;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
