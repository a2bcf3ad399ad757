import type { Entry, Offer } from "../thread.ts";
import type { World } from "../world.ts";
import { type KeptTemplate, type TemplateComponent, templateNamed } from "./templates.ts";
import type { Send } from "./whatsapp/read.ts";
import type { Template } from "./whatsapp/wire.ts";

type Fault = { code: string; details: string };
type SentComponent = NonNullable<Template["components"]>[number];

/** What is wrong with a template that is sent, as WhatsApp says it; null when nothing is. */
export function faultOfTemplate(world: World, send: Send): Fault | null {
  if (send.type !== "template") return null;
  const { name, language, components = [] } = send.template;
  const kept = templateNamed(world, name, language.code);
  if (!kept || kept.status === "REJECTED" || kept.status === "PENDING")
    return {
      code: "132001",
      details: `template name (${name}) does not exist in ${language.code}`,
    };
  if (kept.status === "PAUSED") return { code: "132015", details: "Template is paused" };
  if (kept.status === "DISABLED") return { code: "132016", details: "Template is disabled" };
  return countFault(kept, components) ?? formatFault(components);
}

function countFault(kept: KeptTemplate, sent: SentComponent[]): Fault | null {
  for (const component of kept.components) {
    const wanted = wantedBy(component);
    const given = paramsOf(sent, component.type.toLowerCase()).length;
    if (component.type !== "BUTTONS" && wanted !== given) return mismatch(component, wanted, given);
    const buttons = sent.filter(({ type }) => type.toLowerCase() === "button").length;
    if (component.type === "BUTTONS" && wanted !== buttons)
      return mismatch(component, wanted, buttons);
  }
  return null;
}

function mismatch({ type }: TemplateComponent, wanted: number, given: number): Fault {
  const details = `${type.toLowerCase()}: number of localizable_params (${given}) does not match the expected number of params (${wanted})`;
  return { code: "132000", details };
}

function wantedBy({ type, format, text = "", buttons = [] }: TemplateComponent): number {
  if (type === "HEADER" && format && format !== "TEXT") return 1;
  if (type === "BUTTONS") return buttons.filter(({ url }) => url?.includes("{{")).length;
  return new Set(text.match(/\{\{\s*\w+\s*\}\}/g) ?? []).size;
}

function formatFault(sent: SentComponent[]): Fault | null {
  const texts = sent.flatMap(({ parameters = [] }) => parameters.map(({ text }) => text ?? ""));
  const bad = texts.some((text) => /[\n\r\t]| {5}/.test(text));
  return bad
    ? {
        code: "132018",
        details: "Param text cannot have new-line/tab characters or more than 4 consecutive spaces",
      }
    : null;
}

function paramsOf(sent: SentComponent[], type: string) {
  const component = sent.find((one) => one.type.toLowerCase() === type);
  return component?.parameters ?? [];
}

/** A template with its parameters, as the customer's phone shows it; nothing while nobody knows its text. */
export function showTemplate(world: World, send: Send): Partial<Entry> {
  if (send.type !== "template") return {};
  const { name, language, components = [] } = send.template;
  const kept = templateNamed(world, name, language.code);
  if (!kept) return {};
  const texts = kept.components
    .filter(({ type }) => type !== "BUTTONS")
    .map(({ type, text = "" }) => fill(text, paramsOf(components, type.toLowerCase())));
  const offer = offerOf(kept, components);
  return { text: texts.filter(Boolean).join("\n\n"), ...(offer ? { offer } : {}) };
}

function fill(text: string, parameters: ReturnType<typeof paramsOf>): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => {
    const named = parameters.find((one) => one.parameter_name === name);
    return (named ?? parameters[Number(name) - 1])?.text ?? "";
  });
}

function offerOf({ components }: KeptTemplate, sent: SentComponent[]): Offer | undefined {
  const buttons = components.find(({ type }) => type === "BUTTONS")?.buttons;
  if (!buttons) return undefined;
  const parametersOf = (index: number) =>
    sent.find((one) => one.type.toLowerCase() === "button" && String(one.index) === String(index))
      ?.parameters ?? [];
  return {
    buttons: buttons.map(({ text, url, phone_number }, index) => ({
      id: text,
      title: text,
      ...(url ? { url: fill(url, parametersOf(index)) } : {}),
      ...(phone_number ? { url: `tel:${phone_number}` } : {}),
    })),
  };
}
