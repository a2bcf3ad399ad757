import type { Platform } from "@hilo/schema";

/** How a national number is grouped, by calling code and its number of digits. */
const groups: Record<string, Record<number, readonly number[]>> = {
  "1": { 10: [3, 3, 4] },
  "33": { 9: [1, 2, 2, 2, 2] },
  "34": { 9: [3, 3, 3] },
  "44": { 10: [4, 6] },
  "51": { 9: [3, 3, 3] },
  "52": { 10: [2, 4, 4], 11: [1, 2, 4, 4] },
  "54": { 10: [2, 4, 4], 11: [1, 2, 4, 4] },
  "55": { 10: [2, 4, 4], 11: [2, 5, 4] },
  "56": { 9: [1, 4, 4] },
  "57": { 10: [3, 3, 4] },
  "58": { 10: [3, 3, 4] },
  "591": { 8: [1, 3, 4] },
  "593": { 9: [2, 3, 4] },
  "595": { 9: [3, 3, 3] },
  "598": { 8: [1, 3, 4] },
};
/** Calling codes of two digits; 1 and 7 have one, all others three (ITU-T E.164). */
const twoDigits = /^(?:20|27|3[0-4]|36|39|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/u;

/** A phone number in E.164 as people read it, such as +56 9 8123 4567; nothing when it is not one. */
export function phone(address: string): string | undefined {
  const digits = /^(?:whatsapp:)?\+(\d{6,15})$/u.exec(address)?.[1];
  if (digits === undefined) return undefined;
  const code = callingCode(digits);
  const national = digits.slice(code.length);
  return `+${code} ${cut(national, groups[code]?.[national.length] ?? thirds(national.length))}`;
}

/** What may be shown of an address: phones, mail addresses and user names; never a provider's raw id. */
export function shownAddress(platform: Platform, address: string): string | undefined {
  if (platform === "whatsapp" || platform === "sms" || platform === "voice") return phone(address);
  if (platform === "email") return address;
  const name = /^@?([a-z_][\w.]{1,63})$/iu.exec(address)?.[1];
  return platform === "webchat" || name === undefined ? undefined : `@${name}`;
}

function callingCode(digits: string): string {
  if (/^[17]/u.test(digits)) return digits.slice(0, 1);
  return digits.slice(0, twoDigits.test(digits) ? 2 : 3);
}

function cut(digits: string, sizes: readonly number[]): string {
  const pattern = new RegExp(sizes.map((size) => `(\\d{${size}})`).join(""), "u");
  return pattern.exec(digits)?.slice(1).join(" ") ?? digits;
}

/** Groups of three, with a last one of four rather than of one. */
function thirds(length: number): number[] {
  if (length <= 4) return [length];
  return [3, ...thirds(length - 3)];
}
