/** How a type of file is called and shown. `shown`: a browser may show it itself, since it holds no script. */
type FileType = { extensions: readonly [string, ...string[]]; shown: boolean };

const office = "application/vnd.openxmlformats-officedocument";
const open = "application/vnd.oasis.opendocument";

/** Every type that may be stored; SVG, HTML and whatever else could run in a browser is not among them. */
export const fileTypes: Readonly<Record<string, FileType>> = {
  "image/jpeg": { extensions: ["jpg", "jpeg", "jfif"], shown: true },
  "image/png": { extensions: ["png"], shown: true },
  "image/webp": { extensions: ["webp"], shown: true },
  "image/gif": { extensions: ["gif"], shown: true },
  "audio/ogg": { extensions: ["ogg", "oga", "opus"], shown: true },
  "audio/mpeg": { extensions: ["mp3"], shown: true },
  "audio/mp4": { extensions: ["m4a", "mp4"], shown: true },
  "audio/aac": { extensions: ["aac"], shown: true },
  "audio/amr": { extensions: ["amr"], shown: true },
  "audio/wav": { extensions: ["wav"], shown: true },
  "video/mp4": { extensions: ["mp4", "m4v"], shown: true },
  "video/3gpp": { extensions: ["3gp", "3gpp"], shown: true },
  "video/quicktime": { extensions: ["mov", "qt"], shown: true },
  "video/webm": { extensions: ["webm"], shown: true },
  "application/pdf": { extensions: ["pdf"], shown: false },
  "application/msword": { extensions: ["doc"], shown: false },
  "application/vnd.ms-excel": { extensions: ["xls"], shown: false },
  "application/vnd.ms-powerpoint": { extensions: ["ppt"], shown: false },
  [`${office}.wordprocessingml.document`]: { extensions: ["docx"], shown: false },
  [`${office}.spreadsheetml.sheet`]: { extensions: ["xlsx"], shown: false },
  [`${office}.presentationml.presentation`]: { extensions: ["pptx"], shown: false },
  [`${open}.text`]: { extensions: ["odt"], shown: false },
  [`${open}.spreadsheet`]: { extensions: ["ods"], shown: false },
  [`${open}.presentation`]: { extensions: ["odp"], shown: false },
  "text/plain": { extensions: ["txt", "log", "md"], shown: false },
  "text/csv": { extensions: ["csv"], shown: false },
  "text/vcard": { extensions: ["vcf"], shown: false },
  "text/calendar": { extensions: ["ics"], shown: false },
  "message/rfc822": { extensions: ["eml"], shown: false },
  "application/zip": { extensions: ["zip"], shown: false },
};

/** Other names that programs use for the same types. */
const aliases: Readonly<Record<string, string>> = {
  "image/jpg": "image/jpeg",
  "image/pjpeg": "image/jpeg",
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
  "application/ics": "text/calendar",
  "application/x-zip-compressed": "application/zip",
  "application/octet-stream": "",
  "binary/octet-stream": "",
};

/** A MIME type by its one name here, without parameters; empty when it claims nothing. */
export function plainType(type: string): string {
  const bare = type.split(";")[0]?.trim().toLowerCase() ?? "";
  return aliases[bare] ?? bare;
}

/** Formatting and direction marks that make a name look like another; and what no file name may hold. */
const unfit = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}<>:"|?*]/gu;

/** A name without a path, without trickery, and with an extension that says what is inside. */
export function fitName(name: string, type: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = last
    .replace(unfit, "")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const [extension = "bin", ...others] = fileTypes[type]?.extensions ?? [];
  const own = extensionOf(clean);
  if (own !== "" && [extension, ...others].includes(own)) {
    return `${cut(clean.slice(0, -own.length - 1))}.${own}`;
  }
  return `${cut(clean) || "file"}.${extension}`;
}

/** Cut by characters, not in the middle of one. */
function cut(name: string): string {
  return [...name].slice(0, 90).join("");
}

/** The extension of a name, lower-case; empty when there is none or nothing before it. */
export function extensionOf(name: string): string {
  return /[^.]\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? "";
}
