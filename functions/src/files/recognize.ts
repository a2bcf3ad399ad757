import { AppError } from "../platform/errors.ts";
import { extensionOf, fileTypes, plainType } from "./file-types.ts";

/** Microsoft's compound file, which Word, Excel and PowerPoint of old share: the name tells which. */
const compound: Record<string, string> = {
  doc: "application/msword",
  xls: "application/vnd.ms-excel",
  ppt: "application/vnd.ms-powerpoint",
};

/** Types that one container can hold, so that its bytes alone do not tell which. */
const alike: string[][] = [
  ["video/mp4", "audio/mp4"],
  ["text/plain", "text/csv", "message/rfc822"],
];

/**
 * The type of a file by its bytes; name and declared type only choose between what the bytes allow.
 * Throws `wrongType` when the type is not allowed or the declared type says something else.
 */
export async function recognize(bytes: Buffer, name: string, declared = ""): Promise<string> {
  const found = (await byMagic(bytes, name)) ?? byText(bytes, name);
  const claimed = claimOf(declared, name);
  const type = alike.some((group) => group.includes(found) && group.includes(claimed))
    ? claimed
    : found;
  if (!(type in fileTypes)) throw refused("Files of this type cannot be sent here.");
  if (claimed !== "" && claimed !== type) throw refused("The file is not what its type says.");
  return type;
}

function refused(sentence: string): AppError {
  return new AppError("wrongType", sentence);
}

/** Windows declares every .csv as an Excel sheet. */
function claimOf(declared: string, name: string): string {
  const type = plainType(declared);
  return type === compound.xls && extensionOf(name) === "csv" ? "text/csv" : type;
}

async function byMagic(bytes: Buffer, name: string): Promise<string | undefined> {
  const { fileTypeFromBuffer } = await import("file-type");
  const mime = (await fileTypeFromBuffer(bytes))?.mime;
  if (mime === undefined) return undefined;
  if (mime === "application/x-cfb") return compound[extensionOf(name)] ?? mime;
  return plainType(mime);
}

const byteOrderMark = "\uFEFF";

/** Text has no magic bytes: it is what holds no control characters and does not begin as markup. */
function byText(bytes: Buffer, name: string): string {
  if (bytes.length === 0) throw refused("The file is empty.");
  if (bytes.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte))) return "";
  const start = bytes.subarray(0, 1024).toString("utf8").replace(byteOrderMark, "").trimStart();
  if (/^<[a-z!?/]/i.test(start)) return "text/html";
  if (/^BEGIN:VCARD/i.test(start)) return "text/vcard";
  if (/^BEGIN:VCALENDAR/i.test(start)) return "text/calendar";
  return extensionOf(name) === "csv" ? "text/csv" : "text/plain";
}
