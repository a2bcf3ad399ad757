import { language } from "./texts.ts";

const time = new Intl.DateTimeFormat(language, {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const seconds = new Intl.DateTimeFormat(language, { timeStyle: "medium", hourCycle: "h23" });
const exact = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "medium" });

export const formatTime = (at: number) => time.format(at);
export const formatSeconds = (at: number) => seconds.format(at);
export const formatExact = (at: number) => exact.format(at);

const units = ["byte", "kilobyte", "megabyte"] as const;

/** A size for people: 214 kB. */
export function formatSize(bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const unit = units[step] ?? "byte";
  const maximumFractionDigits = step === 2 ? 1 : 0;
  const format = new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits });
  return format.format(bytes / 1000 ** step);
}

/** Chilean mobile phones in groups; others as they are. */
export function formatPhone(phone: string): string {
  return phone.replace(/^\+56(9)(\d{4})(\d{4})$/, "+56 $1 $2 $3");
}
