import type { TemplateForm } from "./form.ts";
import { type Fillable, parametersOf } from "./parameters.ts";
import { type ApprovedTemplate, variablesIn } from "./template.ts";

/** What a provider is to approve, as far as it can be checked here. */
export type Draft = Fillable & {
  examples: Record<string, string>;
} & Pick<ApprovedTemplate, "category" | "footer">;

/** What is wrong with a draft; `path` is the field, `fault` what the console words. */
export type DraftFault = {
  path: "text" | "category" | "header" | "footer" | "buttons" | "examples";
  fault:
    | "category"
    | "tooLong"
    | "variableAtEdge"
    | "variablesTogether"
    | "numbering"
    | "oneVariable"
    | "noVariable"
    | "noFooter"
    | "buttonOrder"
    | "buttonTwice"
    | "buttonCount"
    | "buttonTitle"
    | "buttonAddress"
    | "buttonPhone"
    | "noExample"
    | "onlyNumbers"
    | "lineBreaks"
    | "noFile"
    | "fileKind";
};

/**
 * What the provider would reject by what it takes, so that nobody waits a day to hear it.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview
 * @see https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/utility-messages
 */
export function draftFaults(draft: Draft, form: TemplateForm): DraftFault[] {
  return [
    ...(form.categories.includes(draft.category) ? [] : [fault("category", "category")]),
    ...textFaults(draft.text),
    ...numberingFaults(draft, form.numbered ?? false),
    ...headerFaults(draft, form),
    ...footerFaults(draft, form),
    ...buttonFaults(draft.buttons ?? [], form),
    ...exampleFaults(draft),
  ];
}

function fault(path: DraftFault["path"], what: DraftFault["fault"]): DraftFault {
  return { path, fault: what };
}

function textFaults(text: string): DraftFault[] {
  const plain = text.trim();
  const faults: DraftFault[] = [];
  if (plain.length > 1024) faults.push(fault("text", "tooLong"));
  if (/^\{\{[^}]*\}\}/.test(plain) || /\{\{[^}]*\}\}[.,;:!?…]*$/.test(plain))
    faults.push(fault("text", "variableAtEdge"));
  if (/\}\}\s*\{\{/.test(plain)) faults.push(fault("text", "variablesTogether"));
  if (/\n{3,}/.test(plain) || / {5,}|\t/.test(plain)) faults.push(fault("text", "lineBreaks"));
  return faults;
}

/** Numbers run from 1 without a gap; numbers and names do not mix. */
function numberingFaults(draft: Draft, numbered: boolean): DraftFault[] {
  const names = numbered ? parametersOf(draft).map(({ name }) => name) : variablesIn(draft.text);
  const numbers = names.filter((name) => /^\d+$/.test(name)).map(Number);
  if (numbered && numbers.length < names.length) return [fault("text", "onlyNumbers")];
  if (numbers.length === 0) return [];
  const gapless = numbers.toSorted((a, b) => a - b).every((number, index) => number === index + 1);
  return gapless && numbers.length === names.length ? [] : [fault("text", "numbering")];
}

function headerFaults({ header, examples }: Draft, { files }: TemplateForm): DraftFault[] {
  if (!header) return [];
  if (header.type !== "text") {
    if (!files?.types[header.type]) return [fault("header", "fileKind")];
    const given = files.by === "upload" ? examples.header : header.url;
    return given ? [] : [fault("header", "noFile")];
  }
  const faults: DraftFault[] = [];
  if (variablesIn(header.text).length > 1) faults.push(fault("header", "oneVariable"));
  if (/\n/.test(header.text)) faults.push(fault("header", "lineBreaks"));
  return faults;
}

function footerFaults({ footer = "" }: Draft, form: TemplateForm): DraftFault[] {
  if (footer !== "" && !form.footer) return [fault("footer", "noFooter")];
  return variablesIn(footer).length > 0 ? [fault("footer", "noVariable")] : [];
}

type Buttons = NonNullable<Draft["buttons"]>;

function buttonFaults(buttons: Buttons, { buttons: limits }: TemplateForm): DraftFault[] {
  const faults: DraftFault[] = [];
  const titles = buttons.map(({ title }) => title.trim().toLowerCase());
  if (new Set(titles).size < titles.length) faults.push(fault("buttons", "buttonTwice"));
  // Answers stand together: before all others, or after them.
  const kinds = buttons.map(({ type }) => (type === "reply" ? "r" : "c")).join("");
  if (!/^(r*c*|c*r*)$/.test(kinds)) faults.push(fault("buttons", "buttonOrder"));
  if (count(buttons, "url") > 2 || count(buttons, "phone") > 1 || buttons.length > limits.most)
    faults.push(fault("buttons", "buttonCount"));
  if (buttons.some(({ title }) => title.length > limits.title))
    faults.push(fault("buttons", "buttonTitle"));
  if (buttons.some(isWrongAddress)) faults.push(fault("buttons", "buttonAddress"));
  if (buttons.some(isWrongPhone)) faults.push(fault("buttons", "buttonPhone"));
  return faults;
}

function count(buttons: Buttons, type: Buttons[number]["type"]): number {
  return buttons.filter((button) => button.type === type).length;
}

/** A page's address holds at most one variable, at its end. */
function isWrongAddress({ type, value = "" }: Buttons[number]): boolean {
  return type === "url" && !/^https?:\/\/[^\s{}]+\.[^\s{}]+(\{\{\s*[\w.]+\s*\}\})?$/.test(value);
}

function isWrongPhone({ type, value = "" }: Buttons[number]): boolean {
  return type === "phone" && !/^\+[1-9]\d{6,14}$/.test(value);
}

function exampleFaults(draft: Draft): DraftFault[] {
  const spoken = parametersOf(draft).filter(({ kind }) => kind === "text" || kind === "address");
  const missing = spoken.some(({ name }) => !draft.examples[name]?.trim());
  return missing ? [fault("examples", "noExample")] : [];
}
