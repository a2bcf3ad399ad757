import { locales } from "@hilo/schema/languages";
import { language } from "./language.ts";

/** The currencies that are offered, by their ISO 4217 codes. */
export const currencies = ["CLP", "USD", "EUR", "ARS", "BRL", "COP", "MXN", "PEN", "UYU"] as const;

/** How many digits a currency has after its point. */
function digitsOf(currency: string): number {
  const shape = new Intl.NumberFormat(locales[language()], { style: "currency", currency });
  return shape.resolvedOptions().maximumFractionDigits ?? 0;
}

/** Minor units as somebody writes them in a field: 299.700, 12,50. */
export function writtenAmount(amount: number, currency: string): string {
  const digits = digitsOf(currency);
  const shape = { minimumFractionDigits: amount % 10 ** digits === 0 ? 0 : digits };
  return new Intl.NumberFormat(locales[language()], {
    ...shape,
    maximumFractionDigits: digits,
  }).format(amount / 10 ** digits);
}

/** What somebody wrote as minor units; undefined where it is no amount. */
export function readAmount(written: string, currency: string): number | undefined {
  const digits = digitsOf(currency);
  const text = written.replace(/[\s$€\u00a0]/gu, "");
  const point = decimalPoint();
  const [whole = "", part = "", ...rest] = digits === 0 ? [text] : text.split(point);
  const plain = whole.replace(/[.,'’](?=\d{3}(?:\D|$))/gu, "");
  if (rest.length > 0 || !/^\d{1,13}$/u.test(plain) || !/^\d*$/u.test(part) || part.length > digits)
    return undefined;
  return Number(plain + part.padEnd(digits, "0"));
}

function decimalPoint(): string {
  const parts = new Intl.NumberFormat(locales[language()]).formatToParts(1.5);
  return parts.find(({ type }) => type === "decimal")?.value ?? ".";
}
