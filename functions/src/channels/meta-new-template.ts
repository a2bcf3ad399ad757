import { type ApprovedTemplate, filledIn, variablesIn } from "@hilo/schema";

export type Written = ApprovedTemplate & { text: string; examples: Record<string, string> };

/** What a template is submitted as. */
export function templateRequest(template: Written) {
  const { name, language, category, footer } = template;
  const named = isNamed(template.text);
  return {
    name,
    language,
    category,
    ...(named ? { parameter_format: "NAMED" } : {}),
    components: [
      ...headerToCreate(template, named),
      textToCreate(template, named),
      ...(footer ? [{ type: "FOOTER", text: footer }] : []),
      ...buttonsToCreate(template),
    ],
  };
}

function headerToCreate({ header, examples }: Written, named: boolean) {
  if (header?.type !== "text") return [];
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

function buttonsToCreate({ buttons = [], examples }: Written) {
  if (buttons.length === 0) return [];
  const written = buttons.map(({ type, title, value = "" }) => {
    if (type === "reply") return { type: "QUICK_REPLY", text: title };
    if (type === "phone") return { type: "PHONE_NUMBER", text: title, phone_number: value };
    const [name] = variablesIn(value);
    const url = name === undefined ? value : filledIn(value, { [name]: "{{1}}" });
    const example = name === undefined ? {} : { example: [filledIn(value, examples)] };
    return { type: "URL", text: title, url, ...example };
  });
  return [{ type: "BUTTONS", buttons: written }];
}

function isNamed(text: string): boolean {
  return variablesIn(text).some((name) => !/^\d+$/.test(name));
}

/** Numbered variables by their number, named ones as they come. */
function inOrder(text: string): string[] {
  const names = variablesIn(text);
  return isNamed(text) ? names : names.toSorted((a, b) => Number(a) - Number(b));
}
