import { filledIn, variablesIn } from "@hilo/schema";
import type { NewTemplate } from "./adapter.ts";
import type { TemplateOwner } from "./meta-template.ts";

type Written = Omit<NewTemplate, "file">;

/** What a template is submitted as; `handle` stands for the uploaded example of a header that is a file. */
export function templateRequest(template: Written, owner: TemplateOwner, handle?: string) {
  const { name, language, category, footer } = template;
  const named = isNamed(template.text);
  return {
    name,
    language,
    category,
    ...(named ? { parameter_format: "NAMED" } : {}),
    components: [
      ...headerToCreate(template, named, handle),
      textToCreate(template, named),
      ...(footer ? [{ type: "FOOTER", text: footer }] : []),
      ...buttonsToCreate(template, owner),
    ],
  };
}

function headerToCreate({ header, examples }: Written, named: boolean, handle?: string) {
  if (!header) return [];
  if (header.type !== "text") {
    const example = { header_handle: handle === undefined ? [] : [handle] };
    return [{ type: "HEADER", format: header.type.toUpperCase(), example }];
  }
  const [name] = variablesIn(header.text);
  const base = { type: "HEADER", format: "TEXT" };
  if (name === undefined) return [{ ...base, text: header.text }];
  const example = examples[name] ?? "";
  if (named) {
    const values = { header_text_named_params: [{ param_name: name, example }] };
    return [{ ...base, text: header.text, example: values }];
  }
  const text = filledIn(header.text, { [name]: "{{1}}" });
  return [{ ...base, text, example: { header_text: [example] } }];
}

function textToCreate({ text, examples }: Written, named: boolean) {
  const names = inOrder(text);
  if (names.length === 0) return { type: "BODY", text };
  const example = named
    ? {
        body_text_named_params: names.map((name) => ({
          param_name: name,
          example: examples[name] ?? "",
        })),
      }
    : { body_text: [names.map((name) => examples[name] ?? "")] };
  return { type: "BODY", text, example };
}

function buttonsToCreate({ buttons = [], examples }: Written, owner: TemplateOwner) {
  if (buttons.length === 0) return [];
  const written = buttons.map(({ type, title, value = "" }) => {
    if (type === "reply") return owner === "page" ? postback(title) : quickReply(title);
    if (type === "phone") return { type: "PHONE_NUMBER", text: title, phone_number: value };
    const [name] = variablesIn(value);
    const url = name === undefined ? value : filledIn(value, { [name]: "{{1}}" });
    if (name === undefined) return { type: "URL", text: title, url };
    const whole = filledIn(value, examples);
    const example = owner === "page" ? { url_suffix_example: whole } : [whole];
    return { type: "URL", text: title, url, example };
  });
  return [{ type: "BUTTONS", buttons: written }];
}

function quickReply(title: string) {
  return { type: "QUICK_REPLY", text: title };
}

/** What is told when it is pressed is what it says. */
function postback(title: string) {
  return { type: "POSTBACK", text: title, payload: title };
}

function isNamed(text: string): boolean {
  return variablesIn(text).some((name) => !/^\d+$/.test(name));
}

/** Numbered variables by their number, named ones as they come. */
function inOrder(text: string): string[] {
  const names = variablesIn(text);
  return isNamed(text) ? names : names.toSorted((a, b) => Number(a) - Number(b));
}
