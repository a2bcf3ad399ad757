import type { Danger } from "@hilo/schema";
import { log } from "../platform/log.ts";
import { compoundType } from "./compound.ts";
import { dangerOf, hasMacros } from "./danger.ts";
import { extensionOf, fitName, heldName, plainName } from "./file-name.ts";
import { plainType, typesOf, unknownType } from "./file-types.ts";
import { markupOf } from "./markup.ts";
import { textOf } from "./text-of.ts";

/** What a file is, whatever its label says: its type, the name it is kept under, and why it is held back, if so. */
export type Recognized = { type: string; name: string; held?: Danger };

type Label = { extension: string; claimed: string };
type Found = { type: string; extension?: string; held?: Danger | undefined };

/** Types that one container can hold, so that its bytes alone do not tell which. */
const alike: string[][] = [
  ["video/mp4", "audio/mp4"],
  ["video/webm", "audio/webm"],
  ["text/plain", "text/csv", "message/rfc822"],
];

/** The type of a file by its bytes; name and declared type only choose between what the bytes allow. */
export async function recognize(bytes: Buffer, name: string, declared = ""): Promise<Recognized> {
  const label = { extension: extensionOf(plainName(name)), claimed: plainType(declared) };
  const found = await findIn(bytes, label);
  const type = chosen(found.type, label);
  const fit = fitName(name, type, found.extension);
  const macros = hasMacros(bytes) ? "macros" : undefined;
  const held = found.held ?? dangerOf(type, extensionOf(fit)) ?? macros;
  return held ? { type, name: heldName(name), held } : { type, name: fit };
}

/** The name decides before what is declared: Windows declares every .csv as an Excel sheet. */
function chosen(found: string, { extension, claimed }: Label): string {
  const group = alike.find((types) => types.includes(found)) ?? [];
  const named = group.find((type) => typesOf(extension).includes(type));
  if (named && found === "text/plain") return named;
  return group.includes(claimed) ? claimed : found;
}

/** Types whose files may well be nothing but text; two bytes of any other are only the beginning of a word. */
const written =
  /^(?:application\/(?:pdf|rtf|postscript|eps|pgp-encrypted|xml|x-ms-regedit)|text\/.*)$/;

async function findIn(bytes: Buffer, label: Label): Promise<Found> {
  const magic = await byMagic(bytes);
  const text = textOf(bytes);
  if (magic?.mime === "application/x-cfb") return { type: compoundType(bytes, label.extension) };
  if (magic && magic.mime !== "application/xml" && (text === undefined || written.test(magic.mime)))
    return { type: plainType(magic.mime) || unknownType, extension: magic.ext };
  return latePdf(bytes, label) ?? (text === undefined ? byName(bytes, label) : byText(text, label));
}

/** A reader of types that stumbles over crafted bytes has found nothing. */
async function byMagic(bytes: Buffer) {
  const { fileTypeFromBuffer } = await import("file-type");
  try {
    return await fileTypeFromBuffer(bytes);
  } catch (error) {
    log.warn("files.unrecognized", { error });
    return undefined;
  }
}

/** Readers of PDF take one that begins within its first 1024 bytes (ISO 32000, Annex H). */
function latePdf(bytes: Buffer, { extension, claimed }: Label): Found | undefined {
  const said = extension === "pdf" || claimed === "application/pdf";
  return said && bytes.subarray(0, 1024).includes("%PDF-")
    ? { type: "application/pdf" }
    : undefined;
}

const tnef = Buffer.from("789f3e22", "hex");
const namedOnly = ["application/pkcs7-mime", "application/pkcs7-signature"];

/** Bytes of no known beginning are what their name says, where that is something to be saved. */
function byName(bytes: Buffer, { extension, claimed }: Label): Found {
  if (bytes.subarray(0, tnef.length).equals(tnef)) return { type: "application/ms-tnef" };
  const said = [...typesOf(extension), extension === "" ? claimed : ""];
  return { type: said.find((type) => namedOnly.includes(type)) ?? unknownType };
}

function byText(text: string, label: Label): Found {
  const markup = markupOf(text, [label.claimed, ...typesOf(label.extension)]);
  if (markup?.type === "text/xml" && !markup.acts) return { type: "text/xml" };
  if (markup) return pageOf(markup, label);
  const start = text.slice(0, 1024).replace(/^\uFEFF?\s*/, "");
  if (/^BEGIN:VCARD/i.test(start)) return { type: "text/vcard" };
  if (/^BEGIN:VCALENDAR/i.test(start)) return { type: "text/calendar" };
  if (/^#![ \t]*\//.test(start) && label.extension === "")
    return { type: "text/plain", held: "script" };
  return { type: "text/plain" };
}

/**
 * A page that does nothing and is called a page is kept to be saved. One in a file of text opens as text. Held back
 * is whatever does something, and what goes by another name.
 */
function pageOf({ type, acts }: { type: string; acts: boolean }, label: Label): Found {
  if (acts) return { type, held: "page" };
  const named = typesOf(label.extension);
  if (named.some((one) => one === "text/plain" || one === "text/csv"))
    return { type: "text/plain" };
  const said = named.length > 0 ? named : [label.claimed];
  const honest = said.some((one) =>
    ["", "text/plain", "text/html", "text/xml", type].includes(one),
  );
  return honest ? { type } : { type, held: "page" };
}
