import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** What a phone number tells: its country (ISO 3166) and how people write it. */
export function readPhone(phone: string): { country: string | null; written: string } {
  const parsed = parsePhoneNumberFromString(phone);
  return { country: parsed?.country ?? null, written: parsed?.formatInternational() ?? phone };
}
