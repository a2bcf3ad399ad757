import { variablesIn } from "@hilo/schema";
import { type OutboundMessage, ProviderError } from "./adapter.ts";

type Sent = NonNullable<OutboundMessage["template"]>;
type Part = Record<string, unknown>;

/** Whose templates they are: those of a WhatsApp Business account, or the utility templates of a page. */
export type TemplateOwner = "whatsapp" | "page";

/**
 * An approved template with its values, as WhatsApp and Messenger's utility messages take it.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview
 * @see https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/utility-messages
 */
export function templateBody(template: Sent, owner: TemplateOwner): Record<string, unknown> {
  const pressed = owner === "page" ? pageButtons(template) : buttons(template);
  const components = [...header(template), ...body(template), ...pressed];
  return {
    name: template.name,
    language: { code: template.language },
    ...(components.length > 0 ? { components } : {}),
  };
}

function header({ header: head, variables }: Sent): Part[] {
  if (!head) return [];
  if (head.type === "text") {
    const names = variablesIn(head.text);
    const parameters = names.map((name) => value(name, filled(variables, name), "header"));
    return names.length > 0 ? [{ type: "header", parameters }] : [];
  }
  // The file is the provider's own.
  if (head.url !== undefined) return [];
  const link = filled(variables, "header");
  return [{ type: "header", parameters: [{ type: head.type, [head.type]: { link } }] }];
}

function body({ text, variables }: Sent): Part[] {
  const names = variablesIn(text);
  const ordered = names.every(isNumber) ? [...names].sort((a, b) => Number(a) - Number(b)) : names;
  const parameters = ordered.map((name) => value(name, filled(variables, name)));
  return names.length > 0 ? [{ type: "body", parameters }] : [];
}

/** Of a button only what stands for the end of its address is given; a code to copy also goes to its button. */
function buttons({ buttons: all = [], category, variables, text }: Sent): Part[] {
  const code = variablesIn(text)[0];
  if (category === "AUTHENTICATION" && code) return [urlButton(0, filled(variables, code))];
  return all.flatMap((button, index) => {
    const name = button.type === "url" ? variablesIn(button.value ?? "")[0] : undefined;
    return name ? [urlButton(index, filled(variables, name))] : [];
  });
}

/** A page's buttons share one part, with what fills in those that have a variable. */
function pageButtons({ buttons: all = [], variables }: Sent): Part[] {
  const parameters = all.flatMap(({ type, value = "" }) => {
    const name = variablesIn(value)[0];
    if (!name) return [];
    const text = filled(variables, name);
    return [type === "url" ? { type: "URL", url: text } : { type: "POSTBACK", payload: text }];
  });
  return parameters.length > 0 ? [{ type: "buttons", parameters }] : [];
}

function urlButton(index: number, text: string): Part {
  const parameters = [{ type: "text", text }];
  return { type: "button", sub_type: "url", index: String(index), parameters };
}

/** Counted variables go by their order, named ones by their name. */
function value(name: string, text: string, plain?: string): Part {
  const named = !isNumber(name) && name !== plain;
  return { type: "text", ...(named ? { parameter_name: name } : {}), text };
}

function isNumber(name: string): boolean {
  return /^\d+$/.test(name);
}

function filled(variables: Record<string, string>, name: string): string {
  const entered = variables[name];
  if (!entered)
    throw new ProviderError("refused", "132000", `The template's {{${name}}} has no value`);
  return entered;
}
