import { typesOf } from "./file-types.ts";

const start = Buffer.from("d0cf11e0a1b11ae1", "hex");

/** Whether this is Microsoft's compound file, a container that its programs of old share ([MS-CFB]). */
export function isCompound(bytes: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start);
}

/** Whether a part of such a file is called so. */
export function hasPart(bytes: Buffer, name: string): boolean {
  return bytes.includes(Buffer.from(name, "utf16le"));
}

/** The part that each program cannot do without. */
const parts: readonly (readonly [part: string, type: string])[] = [
  ["WordDocument", "application/msword"],
  ["Workbook", "application/vnd.ms-excel"],
  ["PowerPoint Document", "application/vnd.ms-powerpoint"],
  ["__properties_version1.0", "application/vnd.ms-outlook"],
];

/** The class of Windows Installer's packages. */
const installer = Buffer.from("84100c0000000000c000000000000046", "hex");

/** What a compound file is: by its parts, else by the ending of its name. */
export function compoundType(bytes: Buffer, extension: string): string {
  if (bytes.includes(installer)) return "application/x-msi";
  const [named] = parts.map(([, type]) => type).filter((type) => typesOf(extension).includes(type));
  const [, told] = parts.find(([part]) => hasPart(bytes, part)) ?? [];
  return told ?? named ?? "application/x-cfb";
}
