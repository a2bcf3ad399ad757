import type { Platform, Provider } from "@hilo/schema";
import { AppError, type ErrorDetails } from "../platform/errors.ts";
import type { Adapter, Field } from "../providers/adapter.ts";
import { adapterOf } from "../providers/index.ts";

type Texts = Record<string, string>;

/** What an administrator entered for an account. */
export type Entry = { address: string; settings: Texts; credentials: Texts };

/** Where each field of an entry is told by, such as `credentials.authToken`. */
const pathOf = (field: Pick<Field, "in" | "name">) =>
  field.in === "address" ? "address" : `${field.in}.${field.name}`;

/** The provider and the fields of a kind of account; throws `invalid` when it cannot be connected. */
export function kindOf(
  provider: Provider,
  platform: Platform,
): { channel: Adapter<unknown>; fields: readonly Field[] } {
  const channel = adapterOf(provider);
  const fields = channel?.fields[platform];
  if (channel && fields) return { channel, fields };
  throw new AppError("invalid", `Hilo cannot connect ${platform} by ${provider}.`);
}

/**
 * What was entered, in its normal form and complete: presets taken, empty values left out. Throws `invalid` with
 * every field that is wrong.
 */
export function checkedForm(
  { channel, fields }: ReturnType<typeof kindOf>,
  entered: Entry,
): Entry & { opened: unknown } {
  const wrong = strangers(fields, entered);
  const entry: Entry = { address: entered.address.trim(), settings: {}, credentials: {} };
  for (const field of fields) {
    const value = valueFor(field, entered);
    const fault = faultOf(field, value);
    if (fault) wrong.push({ path: pathOf(field), message: fault });
    if (value !== "" && field.in === "address") entry.address = value;
    else if (value !== "" && field.in !== "address") entry[field.in][field.name] = value;
  }
  if (entry.address === "" && !wrong.some(({ path }) => path === "address"))
    wrong.push({ path: "address", message: "Required" });
  if (wrong.length > 0)
    throw new AppError("invalid", "Correct the fields listed in errors.", { details: wrong });
  return { ...entry, opened: openedBy(channel, entry.credentials) };
}

/** The normal form of a value: without what people put around it, as the field's pattern has it. */
export function normalForm(text: string, { pattern, in: place }: Pick<Field, "pattern" | "in">) {
  const plain = text.trim();
  if (place !== "address") return plain;
  const forms = [plain, ...digitsOf(plain), plain.toLowerCase(), plain.replace(/^@/, "")];
  const form = (pattern && forms.find((one) => matches(one, pattern))) || plain;
  // E-mail addresses are the same in any case.
  return /^\S+@\S+$/.test(form) ? form.toLowerCase() : form;
}

/** A phone or a number without what people write between its digits. */
function digitsOf(text: string): string[] {
  const digits = text
    .replace(/^[a-z]+:/i, "")
    .replace(/[\s().-]/g, "")
    .replace(/^00/, "+");
  return /^\+?\d+$/.test(digits) ? [digits] : [];
}

function valueFor(field: Field, entered: Entry): string {
  const text = field.in === "address" ? entered.address : entered[field.in][field.name];
  return normalForm(text ?? "", field) || (field.preset ?? "");
}

function faultOf(field: Field, value: string): string | undefined {
  const { required, pattern, choices } = field;
  if (value === "") return required ? "Required" : undefined;
  if (field.in === "settings" && !field.multiline && /[\n\t]/.test(value)) return "One line only";
  if (choices && !choices.includes(value)) return "Not one of the choices";
  return pattern && !matches(value, pattern) ? "Not of the right form" : undefined;
}

function matches(value: string, pattern: string): boolean {
  return new RegExp(`^(?:${pattern})$`, "u").test(value);
}

/** Names that the form does not have. */
function strangers(fields: readonly Field[], entered: Entry): ErrorDetails {
  const known = new Set(fields.map(pathOf));
  return (["settings", "credentials"] as const)
    .flatMap((place) => Object.keys(entered[place]).map((name) => `${place}.${name}`))
    .filter((path) => !known.has(path))
    .map((path) => ({ path, message: "Unknown" }));
}

function openedBy(channel: Adapter<unknown>, credentials: Texts): unknown {
  try {
    return channel.credentials(credentials);
  } catch (cause) {
    throw new AppError("invalid", "The credentials are not complete for this provider.", { cause });
  }
}
