import { cut as cutText } from "@hilo/schema";
import { fileTypes, generalTypes, typesOf, unknownType } from "./file-types.ts";

/** Formatting and direction marks that make a name look like another; and what no file name may hold. */
const unfit = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Co}\p{Cn}<>:"|?*]/gu;

/** Names that are devices, not files, wherever Windows meets them. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** No system takes names of more characters; of a longer one the beginning and the ending are kept. */
const longest = 255;
const longestEnding = 40;

/** A name without a path and without trickery; its ending as it came. */
export function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const short =
    last.length > longest
      ? last.slice(0, longest - longestEnding) + last.slice(-longestEnding)
      : last;
  return short
    .normalize("NFC")
    .replace(unfit, "")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "")
    .replace(device, "_$&");
}

/**
 * The name under which a file is kept: plain, and with an ending that says what is inside. `extension` is the
 * usual one of a type that is not in the table.
 */
export function fitName(name: string, type: string, extension?: string): string {
  const clean = plainName(name);
  const own = extensionOf(clean);
  const fitting: readonly string[] = fileTypes[type] ?? (extension ? [extension] : []);
  const ends = own !== "" && (fitting.includes(own) || saysMore(own, type));
  if (ends) return `${cut(clean.slice(0, -own.length - 1))}.${own}`;
  const [usual = type === unknownType && clean !== "" ? "" : "bin"] = fitting;
  return `${cut(clean) || "file"}${usual && `.${usual}`}`;
}

/** The name of what is held back: nothing is added that could make it open more easily. */
export function heldName(name: string): string {
  const clean = plainName(name);
  const own = extensionOf(clean);
  return own === "" ? cut(clean) || "file" : `${cut(clean.slice(0, -own.length - 1))}.${own}`;
}

/** An ending that nobody here knows tells more than a general type; one of another type would be a lie. */
function saysMore(extension: string, type: string): boolean {
  if (type === unknownType) return true;
  const known = typesOf(extension);
  return generalTypes.includes(type) && known.every((one) => generalTypes.includes(one));
}

/** Cut by characters, not in the middle of one, however many parts it has. */
function cut(name: string): string {
  return cutText(name, [...name].slice(0, 90).join("").length);
}

/** The extension of a name, lower-case; empty when there is none or nothing before it. */
export function extensionOf(name: string): string {
  return /[^.]\.([A-Za-z0-9_-]{1,24})$/.exec(name)?.[1]?.toLowerCase() ?? "";
}
