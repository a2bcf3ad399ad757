import type { ApprovedTemplate, Parameter, ParameterFault } from "@hilo/schema";
import { filledIn } from "@hilo/schema/template";
import type { ListedTemplate } from "../../../data/templates.ts";
import { t } from "../../../text/templates.ts";
import { w } from "../../../text/words.ts";

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

/** What a field is called: by its name, by its number, or by what is to be given. */
export function labelOf({ name, kind, part }: Pick<Parameter, "name" | "kind" | "part">): string {
  if (kind === "image" || kind === "video" || kind === "document") return w[kind];
  if (/^\d+$/.test(name) && part === "button") return t.buttonVariable(Number(name));
  if (/^\d+$/.test(name)) return t.variable(Number(name));
  if (name === "header") return t.header;
  if (part === "button") return t.buttons;
  if (name === "name") return t.customerName;
  const own = known.find((one) => one === name);
  return own ? t[own] : name.replaceAll("_", " ");
}
