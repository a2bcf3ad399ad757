import type { ChannelField } from "@hilo/schema";
import { ApiProblem } from "../../data/api.ts";
import { t } from "../../text/channels.ts";
import { problems } from "../../text/problems.ts";

/** What the form holds. A credential that is null is taken away; one that is missing stays as it is. */
export type Entry = {
  name: string;
  address: string;
  settings: Readonly<Record<string, string>>;
  credentials: Readonly<Record<string, string | null>>;
};

export const emptyEntry: Entry = { name: "", address: "", settings: {}, credentials: {} };

type Place = { name: string; in: ChannelField["in"] | "name" };

/** How the API names a field when it says what is wrong. */
export function pathOf(field: Place): string {
  return field.in === "name" || field.in === "address" ? field.in : `${field.in}.${field.name}`;
}

export function textOf(entry: Entry, field: Place): string {
  if (field.in === "name" || field.in === "address") return entry[field.in];
  return entry[field.in][field.name] ?? "";
}

/** An entry with what the form takes when nothing is entered. */
export function presetEntry(fields: readonly ChannelField[], name: string): Entry {
  const settings = fields.flatMap((field) =>
    field.in === "settings" && field.preset !== undefined ? [[field.name, field.preset]] : [],
  );
  return { ...emptyEntry, name, settings: Object.fromEntries(settings) };
}

/** The credentials that were typed, without those left empty. */
export function typedCredentials({ credentials }: Entry): Record<string, string> {
  const typed = Object.entries(credentials).filter((pair): pair is [string, string] =>
    Boolean(pair[1]),
  );
  return Object.fromEntries(typed);
}

/** What of an entry differs from what is saved. */
export function changesIn(entry: Entry, saved: Entry) {
  const settings = Object.entries(entry.settings).filter(
    ([name, value]) => value !== (saved.settings[name] ?? ""),
  );
  const credentials = Object.entries(entry.credentials).filter(([, value]) => value !== "");
  return {
    ...(entry.name.trim() === saved.name ? {} : { name: entry.name }),
    ...(entry.address.trim() === saved.address ? {} : { address: entry.address }),
    ...(settings.length > 0 ? { settings: Object.fromEntries(settings) } : {}),
    ...(credentials.length > 0 ? { credentials: Object.fromEntries(credentials) } : {}),
  };
}

/** What is missing before anybody is asked, by the path of the field. */
export function missingIn(
  entry: Entry,
  fields: readonly ChannelField[],
  stored: readonly string[],
): Record<string, string> {
  const needed = fields.filter((field) => field.required && field.preset === undefined);
  const missing = needed.filter((field) => {
    const removed = field.in === "credentials" && entry.credentials[field.name] === null;
    const kept = field.in === "credentials" && stored.includes(field.name) && !removed;
    return textOf(entry, field).trim() === "" && !kept;
  });
  const paths = missing.map(pathOf);
  if (entry.name.trim() === "") paths.unshift("name");
  return Object.fromEntries(paths.map((path) => [path, "Required"]));
}

/** What the API found wrong: by the path of the field, else in words for the whole form. */
export function refusalOf(error: unknown): { faults: Record<string, string>; trouble: string } {
  if (!(error instanceof ApiProblem)) throw error;
  const faults = Object.fromEntries(error.errors.map(({ path, message }) => [path, message]));
  const told = error.errors.length > 0;
  const trouble = error.code === "invalid" ? t.incomplete : problems[error.code];
  return { faults, trouble: told ? "" : trouble };
}

/** The API's word for a fault, in the language in use. */
export function faultWords(fault: string | undefined): string {
  if (fault === undefined) return "";
  const as = /^Connected as (.+)$/s.exec(fault)?.[1];
  if (as) return t.connectedAs(as);
  if (fault === "Required") return t.required;
  if (fault === "Unknown") return t.unknownField;
  if (fault.startsWith("Enter it anew")) return t.enterAnew;
  if (fault === "Another account") return t.otherAccount;
  return fault === "Not one of the choices" ? t.badChoice : t.badForm;
}
