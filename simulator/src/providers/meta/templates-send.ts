import type { Entry, Offer } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import type { KeptTemplate, TemplateComponent } from "./kept-template.ts";
import { type Owner, templateNamed } from "./templates.ts";
import { fileOfHandle, handleIn } from "./templates-upload.ts";
import type { Line } from "./whatsapp/send.ts";

/** A template in the body of a send. */
type Sent = {
  name: string;
  language: { code: string };
  components?: SentComponent[] | undefined;
};
type SentComponent = {
  type: string;
  index?: unknown;
  parameters?: Parameter[] | undefined;
};
type Parameter = {
  text?: string | undefined;
  parameter_name?: unknown;
  payload?: unknown;
  url?: unknown;
};

export type TemplateFault = { code: string; details: string };

/** What the templates of the WhatsApp account mean for a number that sends. */
export function templatesOn(world: World): Pick<Line, "faultOfTemplate" | "showTemplate"> {
  return {
    faultOfTemplate: (order) =>
      order.type === "template" ? faultOfTemplate(world, "whatsapp", order.template) : null,
    showTemplate: (order) =>
      order.type === "template" ? showTemplate(world, "whatsapp", order.template) : {},
  };
}

/** What is wrong with a template that is sent, as WhatsApp says it; null when nothing is. */
export function faultOfTemplate(
  world: World,
  owner: Owner,
  { name, language, components = [] }: Sent,
): TemplateFault | null {
  const kept = templateNamed(world, owner, name, language.code);
  if (!kept || kept.status === "REJECTED" || kept.status === "PENDING")
    return {
      code: "132001",
      details: `template name (${name}) does not exist in ${language.code}`,
    };
  if (kept.status === "PAUSED") return { code: "132015", details: "Template is paused" };
  if (kept.status === "DISABLED") return { code: "132016", details: "Template is disabled" };
  return (
    keyFault(owner, components) ?? countFault(owner, kept, components) ?? formatFault(components)
  );
}

/** A page's buttons stand in one part, by their order. */
function keyFault(owner: Owner, sent: SentComponent[]): TemplateFault | null {
  const numbered = owner === "page" && sent.some(({ index }) => index !== undefined);
  return numbered ? { code: "100", details: 'Invalid keys "index" were found' } : null;
}

function countFault(owner: Owner, kept: KeptTemplate, sent: SentComponent[]): TemplateFault | null {
  for (const component of kept.components) {
    const wanted = wantedBy(component, owner);
    const given = givenTo(component, owner, sent);
    if (wanted !== given) return mismatch(component, wanted, given);
  }
  return null;
}

function mismatch({ type }: TemplateComponent, wanted: number, given: number): TemplateFault {
  const details = `${type.toLowerCase()}: number of localizable_params (${given}) does not match the expected number of params (${wanted})`;
  return { code: "132000", details };
}

/** WhatsApp wants the header's file with each message; a page's template has its own. */
function wantedBy({ type, format, text = "", buttons = [] }: TemplateComponent, owner: Owner) {
  if (type === "HEADER" && format && format !== "TEXT") return owner === "page" ? 0 : 1;
  if (type === "BUTTONS") return buttons.filter(isOpen).length;
  return new Set(text.match(/\{\{\s*\w+\s*\}\}/g) ?? []).size;
}

type KeptButton = NonNullable<TemplateComponent["buttons"]>[number];

function isOpen({ url, payload }: KeptButton): boolean {
  return `${url ?? ""}${payload ?? ""}`.includes("{{");
}

function givenTo({ type }: TemplateComponent, owner: Owner, sent: SentComponent[]): number {
  if (type === "BUTTONS" && owner === "whatsapp")
    return sent.filter((one) => one.type.toLowerCase() === "button").length;
  return paramsOf(sent, type.toLowerCase()).length;
}

function formatFault(sent: SentComponent[]): TemplateFault | null {
  const texts = sent.flatMap(({ parameters = [] }) => parameters.map(({ text }) => text ?? ""));
  const bad = texts.some((text) => /[\n\r\t]| {5}/.test(text));
  return bad
    ? {
        code: "132018",
        details: "Param text cannot have new-line/tab characters or more than 4 consecutive spaces",
      }
    : null;
}

function paramsOf(sent: SentComponent[], type: string): Parameter[] {
  return sent.find((one) => one.type.toLowerCase() === type)?.parameters ?? [];
}

/** A template with its parameters, as the customer's phone shows it; nothing while nobody knows its text. */
export function showTemplate(
  world: World,
  owner: Owner,
  { name, language, components = [] }: Sent,
): Partial<Entry> {
  const kept = templateNamed(world, owner, name, language.code);
  if (!kept) return {};
  const texts = kept.components
    .filter(({ type }) => type !== "BUTTONS")
    .map(({ type, text = "" }) => fill(text, paramsOf(components, type.toLowerCase())));
  const offer = offerOf(kept, owner, components);
  const header = kept.components.find(({ type }) => type === "HEADER");
  const own = owner === "page" && header ? fileOfHandle(world, handleIn(header)) : undefined;
  return {
    text: texts.filter(Boolean).join("\n\n"),
    ...(offer ? { offer } : {}),
    ...(own ? { files: [own] } : {}),
  };
}

function fill(text: string, parameters: Parameter[]): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => {
    const named = parameters.find((one) => one.parameter_name === name);
    return (named ?? parameters[Number(name) - 1])?.text ?? "";
  });
}

function offerOf({ components }: KeptTemplate, owner: Owner, sent: SentComponent[]) {
  const buttons = components.find(({ type }) => type === "BUTTONS")?.buttons;
  if (!buttons) return undefined;
  const shown: Offer = {
    buttons: buttons.map((button, index) => {
      const { text, url, phone_number, payload } = button;
      const value = owner === "page" ? ofPage(buttons, button, sent) : ofNumber(index, sent);
      return {
        id: payload === undefined ? text : put(payload, value),
        title: text,
        ...(url ? { url: put(url, value) } : {}),
        ...(phone_number ? { url: `tel:${phone_number}` } : {}),
      };
    }),
  };
  return owner === "page" ? { ...shown, postback: true } : shown;
}

function put(pattern: string, value: string): string {
  return pattern.replace(/\{\{\s*\w+\s*\}\}/, value);
}

/** What was given for the button at an index. */
function ofNumber(index: number, sent: SentComponent[]): string {
  const given = sent.find(
    (one) => one.type.toLowerCase() === "button" && String(one.index) === String(index),
  );
  return given?.parameters?.[0]?.text ?? "";
}

/** What was given for one of a page's buttons: in the order of those that have a variable. */
function ofPage(all: KeptButton[], button: KeptButton, sent: SentComponent[]): string {
  const parameter = paramsOf(sent, "buttons")[all.filter(isOpen).indexOf(button)];
  const { url, payload } = parameter ?? {};
  return String(url ?? payload ?? "");
}
