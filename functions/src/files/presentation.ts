import { type StoredFile, shownAs } from "@hilo/schema";
import { unknownType } from "./file-types.ts";

/** What tells how a file is served. */
type Shown = Pick<StoredFile, "name" | "type" | "held" | "sha256">;

/** The headers a file is served with: nothing in it may run, whatever it turns out to be. */
export function headersOf(file: Shown, secondsLeft: number): Record<string, string> {
  return {
    "Content-Type": contentTypeOf(file),
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

/** What can act in a page is nothing but bytes to a browser, even to one that heeds none of the other headers. */
function contentTypeOf({ type, held }: Shown): string {
  if (held || /html|svg|xml$/.test(type)) return unknownType;
  return type.startsWith("text/") ? `${type}; charset=utf-8` : type;
}

/** Shown in place only when a browser's own viewer cannot run anything; else saved (RFC 6266, RFC 8187). */
function dispositionOf({ name, type, held }: Shown): string {
  const kind = shownAs(type) && !held ? "inline" : "attachment";
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
