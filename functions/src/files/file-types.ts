const office = "application/vnd.openxmlformats-officedocument";
const open = "application/vnd.oasis.opendocument";

/**
 * The types that are met most, with the endings their names may have, the usual one first. Tables and letters that
 * programs write as text or XML are called XLS and DOC, and open as such; so are signed files in Base64.
 */
export const fileTypes: Readonly<Record<string, readonly [string, ...string[]]>> = {
  "image/jpeg": ["jpg", "jpeg", "jfif"],
  "image/png": ["png"],
  "image/webp": ["webp"],
  "image/gif": ["gif"],
  "image/heic": ["heic", "heif"],
  "image/tiff": ["tif", "tiff"],
  "image/svg+xml": ["svg"],
  "audio/ogg": ["ogg", "oga", "opus"],
  "audio/mpeg": ["mp3"],
  "audio/mp4": ["m4a", "mp4"],
  "audio/aac": ["aac"],
  "audio/amr": ["amr"],
  "audio/wav": ["wav"],
  "video/mp4": ["mp4", "m4v"],
  "video/3gpp": ["3gp", "3gpp"],
  "video/quicktime": ["mov", "qt"],
  "audio/webm": ["weba", "webm"],
  "video/webm": ["webm"],
  "application/pdf": ["pdf", "ai"],
  "application/rtf": ["rtf", "doc"],
  "application/msword": ["doc", "dot"],
  "application/vnd.ms-excel": ["xls", "xlt"],
  "application/vnd.ms-powerpoint": ["ppt", "pps", "pot"],
  "application/vnd.ms-outlook": ["msg"],
  [`${office}.wordprocessingml.document`]: ["docx"],
  [`${office}.spreadsheetml.sheet`]: ["xlsx"],
  [`${office}.presentationml.presentation`]: ["pptx"],
  [`${open}.text`]: ["odt"],
  [`${open}.spreadsheet`]: ["ods"],
  [`${open}.presentation`]: ["odp"],
  "text/plain": ["txt", "log", "md", "doc", "xls", "dat", "p7m", "p7s"],
  "text/csv": ["csv"],
  "text/vcard": ["vcf"],
  "text/calendar": ["ics"],
  "text/html": ["html", "htm", "xhtml", "xht"],
  "text/xml": ["xml", "doc", "xls", "xsl", "xslt", "xsd", "kml", "gpx", "rss", "atom", "rdf"],
  "message/rfc822": ["eml"],
  "application/zip": ["zip"],
  "application/x-rar-compressed": ["rar"],
  "application/x-7z-compressed": ["7z"],
  "application/gzip": ["gz", "tgz"],
  "application/pkcs7-mime": ["p7m"],
  "application/pkcs7-signature": ["p7s"],
  "application/ms-tnef": ["dat"],
};

/** Types of which many others are made, so that the ending of the name says more than the type does. */
export const generalTypes: readonly string[] = [
  "text/plain",
  "text/xml",
  "application/zip",
  "application/x-cfb",
];

/** What nothing is known of. */
export const unknownType = "application/octet-stream";

/** Other names that programs use for the same types. */
const aliases: Readonly<Record<string, string>> = {
  "image/jpg": "image/jpeg",
  "image/pjpeg": "image/jpeg",
  "image/heif": "image/heic",
  "image/heic-sequence": "image/heic",
  "image/heif-sequence": "image/heic",
  "audio/mp3": "audio/mpeg",
  "audio/opus": "audio/ogg",
  "application/ogg": "audio/ogg",
  "audio/m4a": "audio/mp4",
  "audio/x-m4a": "audio/mp4",
  "audio/x-aac": "audio/aac",
  "audio/aacp": "audio/aac",
  "audio/amr-nb": "audio/amr",
  "audio/x-wav": "audio/wav",
  "audio/wave": "audio/wav",
  "audio/vnd.wave": "audio/wav",
  "video/x-m4v": "video/mp4",
  "application/x-pdf": "application/pdf",
  "application/csv": "text/csv",
  "text/comma-separated-values": "text/csv",
  "text/x-vcard": "text/vcard",
  "text/directory": "text/vcard",
  "text/markdown": "text/plain",
  "text/rtf": "application/rtf",
  "application/ics": "text/calendar",
  "application/xml": "text/xml",
  "application/x-pkcs7-mime": "application/pkcs7-mime",
  "application/x-zip-compressed": "application/zip",
  "application/octet-stream": "",
  "binary/octet-stream": "",
};

/** A MIME type by its one name here, without parameters; empty when it claims nothing. */
export function plainType(type: string): string {
  const bare = type.split(";")[0]?.trim().toLowerCase() ?? "";
  return Object.hasOwn(aliases, bare) ? (aliases[bare] ?? bare) : bare;
}

/** The types whose names may end so. */
export function typesOf(extension: string): string[] {
  return Object.keys(fileTypes).filter((type) => fileTypes[type]?.includes(extension));
}
