import type { ApprovedTemplate, Parameter, ParameterFault } from "@hilo/schema";
import { filledIn } from "@hilo/schema/template/template";
import type { ListedTemplate } from "../../../../data/templates.ts";
import { t } from "../../../../text/templates.ts";
import { w } from "../../../../text/words.ts";
import { meaningOf, nounBefore } from "../quick-replies/blank-meaning.ts";

export type ApprovedOne = ListedTemplate & { approved: ApprovedTemplate };

/** What may be sent on a channel now, the most used first. */
export function sendableOn(channelId: string, all: readonly ListedTemplate[]): ApprovedOne[] {
  return all
    .filter((one): one is ApprovedOne => one.approved?.channelId === channelId)
    .filter(({ approved: { status, unsendable } }) => status === "approved" && !unsendable)
    .sort((a, b) => b.used - a.used || a.name.localeCompare(b.name));
}

/** Everything of a template that the customer reads, in one text. */
export function readText({ text, approved }: ApprovedOne, values: Record<string, string>): string {
  const { header, footer } = approved;
  const first = header?.type === "text" ? filledIn(header.text, values) : undefined;
  return [first, filledIn(text, values), footer].filter(Boolean).join("\n\n");
}

const words = {
  missing: () => t.valueMissing,
  lineBreak: () => t.valueLineBreak,
  spaces: () => t.valueSpaces,
  tooLong: () => t.valueTooLong,
  address: () => t.valueAddress,
  file: () => t.valueFile,
} satisfies Record<ParameterFault["fault"], () => string>;

export function faultWords(fault: ParameterFault["fault"]): string {
  return words[fault]();
}

const known = ["first_name", "agent", "company", "phone", "email", "date"] as const;

/** The words among which a template's blanks stand. */
export function wordsOf({ text, approved: { header } }: Worded): string {
  return [header?.type === "text" ? header.text : "", text].join("\n");
}

type Worded = Pick<ApprovedOne, "text"> & { approved: Pick<ApprovedTemplate, "header"> };

/** The value of each blank that is known: by its name or, where it has only a number, by the words before it. */
export function filledValues(
  wanted: readonly Pick<Parameter, "name">[],
  text: string,
  known: Readonly<Record<string, string>>,
): Record<string, string> {
  const filled = (name: string) => {
    const meaning = isNumbered(name) ? meaningOf(name, text) : undefined;
    return known[name] ?? (meaning && known[meaning]) ?? "";
  };
  return Object.fromEntries(wanted.map(({ name }) => [name, filled(name)]));
}

function isNumbered(name: string): boolean {
  return /^\d+$/.test(name) || name === "header";
}

/** What a field is called: by its name, by what the words before its number say, or by what is to be given. */
export function labelOf(
  { name, kind, part }: Pick<Parameter, "name" | "kind" | "part">,
  text = "",
): string {
  if (kind === "image" || kind === "video" || kind === "document") return w[kind];
  const said = kind === "text" && isNumbered(name) ? labelBy(name, text) : "";
  if (said !== "") return said;
  if (/^\d+$/.test(name) && part === "button") return t.buttonVariable(Number(name));
  if (/^\d+$/.test(name)) return t.variable(Number(name));
  if (name === "header") return t.header;
  if (part === "button") return t.buttons;
  if (name === "name") return t.customerName;
  const own = known.find((one) => one === name);
  return own ? t[own] : name.replaceAll("_", " ");
}

function labelBy(name: string, text: string): string {
  const meaning = meaningOf(name, text);
  if (meaning === "first_name") return t.customerName;
  if (meaning === "date") return t.someDate;
  return meaning ? t[meaning] : nounBefore(name, text);
}
