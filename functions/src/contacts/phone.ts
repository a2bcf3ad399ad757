import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from "libphonenumber-js/min";

/** What a phone number tells: its country (ISO 3166) and how people write it. */
export function readPhone(phone: string): { country: string | null; written: string } {
  const parsed = parsePhoneNumberFromString(phone);
  return { country: parsed?.country ?? null, written: parsed?.formatInternational() ?? phone };
}

/**
 * A phone as a person wrote it, in E.164; undefined where it cannot be read with certainty: a national number needs the
 * country that it is written in.
 */
export function dialledIn(phone: string, country: string | undefined): string | undefined {
  const home = country && isSupportedCountry(country) ? (country as CountryCode) : undefined;
  const parsed = parsePhoneNumberFromString(
    phone,
    home ? { defaultCountry: home, extract: false } : { extract: false },
  );
  return parsed?.isPossible() && parsed.ext === undefined ? parsed.number : undefined;
}
