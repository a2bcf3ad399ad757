import { readFileSync } from "node:fs";

type Fields = Record<string, string>;

/** Methods and types of the Bot API: types of a field are parted by |, and ? at the end lets it be missing. */
export type Description = {
  methods: Record<string, { fields?: Fields; returns: string }>;
  types: Record<string, { fields?: Fields; subtypes?: string[] }>;
};

export const description: Description = JSON.parse(
  readFileSync(new URL("description.json", import.meta.url), "utf8"),
);

/** What is wrong with a value by the description, or null: where, and what should be there. */
export function faultOf(
  described: Description,
  type: string,
  value: unknown,
  at = "",
): string | null {
  const types = type.split("|");
  const faults = types.map((one) => faultOfOne(described, one, value, at));
  return faults.includes(null) ? null : (faults[0] ?? null);
}

function faultOfOne(
  described: Description,
  type: string,
  value: unknown,
  at: string,
): string | null {
  const item = /^Array of (.*)$/.exec(type)?.[1];
  if (item !== undefined) return faultOfList(described, item, value, at);
  const isPlain = plain[type];
  if (isPlain) return isPlain(value) ? null : `${at || "the value"} must be ${type}`;
  const { fields, subtypes } = described.types[type] ?? {};
  if (subtypes) return faultOf(described, subtypes.join("|"), value, at);
  return faultOfFields(described, fields ?? {}, value, at);
}

const plain: Record<string, (value: unknown) => boolean> = {
  Integer: (value) => Number.isSafeInteger(value),
  Float: (value) => typeof value === "number",
  String: (value) => typeof value === "string",
  Boolean: (value) => typeof value === "boolean",
  True: (value) => value === true,
  InputFile: (value) => value instanceof File,
};

function faultOfList(
  described: Description,
  item: string,
  value: unknown,
  at: string,
): string | null {
  if (!Array.isArray(value)) return `${at} must be an Array of ${item}`;
  const faults = value.map((one, index) => faultOf(described, item, one, `${at}[${index}]`));
  return faults.find((fault) => fault !== null) ?? null;
}

/** What is wrong with an object's fields: one that is missing, of another type, or not described. */
export function faultOfFields(
  described: Description,
  fields: Fields,
  value: unknown,
  at = "",
): string | null {
  if (value === null || typeof value !== "object") return `${at} must be an object`;
  const given: Record<string, unknown> = { ...value };
  const unknown = Object.keys(given).find((name) => !(name in fields));
  if (unknown) return `${at}${at && "."}${unknown} is not known`;
  for (const [name, type] of Object.entries(fields)) {
    const path = at ? `${at}.${name}` : name;
    const { [name]: part } = given;
    if (part === undefined && !type.endsWith("?")) return `${path} is missing`;
    const fault = part === undefined ? null : faultOf(described, type.replace("?", ""), part, path);
    if (fault) return fault;
  }
  return null;
}
