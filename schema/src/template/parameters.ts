import { hasInk } from "../visible.ts";
import { type ApprovedTemplate, filledIn, variablesIn } from "./template.ts";

/** One value that a template wants before it can be sent. */
export type Parameter = {
  name: string;
  part: "header" | "text" | "button";
  /** `address`: a part of an address on the web; the kinds of file: a link or the id of an uploaded file. */
  kind: "text" | "address" | "image" | "video" | "document";
};

/** What is wrong with a value; `name` is empty where it is the whole text. */
export type ParameterFault = {
  name: string;
  fault: "missing" | "lineBreak" | "spaces" | "tooLong" | "address" | "file";
};

/** What decides which parameters there are. */
export type Fillable = { text: string } & Pick<ApprovedTemplate, "header" | "buttons">;

/** The longest text of a template with its variables filled in, and the longest header, in characters. */
const longest = { text: 1024, header: 60, address: 2000 } as const;

/** Every value a template wants, in the order it is read; one that is used twice is asked for once. */
export function parametersOf({ text, header, buttons = [] }: Fillable): Parameter[] {
  const all = [
    ...headerParameters(header),
    ...variablesIn(text).map((name): Parameter => ({ name, part: "text", kind: "text" })),
    ...buttons.flatMap(({ value = "" }) =>
      variablesIn(value).map((name): Parameter => ({ name, part: "button", kind: "address" })),
    ),
  ];
  return all.filter(({ name }, index) => all.findIndex((one) => one.name === name) === index);
}

function headerParameters(header: ApprovedTemplate["header"]): Parameter[] {
  if (!header) return [];
  if (header.type === "text")
    return variablesIn(header.text).map((name) => ({ name, part: "header", kind: "text" }));
  if (header.url === undefined) return [{ name: "header", part: "header", kind: header.type }];
  return variablesIn(header.url).map((name) => ({ name, part: "header", kind: "address" }));
}

/**
 * What the provider would refuse in these values.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes 132000–132018
 */
export function faultsOf(template: Fillable, values: Record<string, string>): ParameterFault[] {
  const single = parametersOf(template).flatMap(({ name, kind }) => {
    const fault = faultOf(kind, values[name] ?? "");
    return fault ? [{ name, fault }] : [];
  });
  return single.length > 0 ? single : wholeFaults(template, values);
}

function faultOf(kind: Parameter["kind"], value: string): ParameterFault["fault"] | undefined {
  if (!hasInk(value)) return "missing";
  if (kind === "text") return textFault(value);
  if (kind === "address") return /[\s<>"]/.test(value) ? "address" : undefined;
  return /^[A-Za-z0-9_-]{1,128}$/.test(value) || isLink(value) ? undefined : "file";
}

function textFault(value: string): ParameterFault["fault"] | undefined {
  if (/[\n\r\t\u2028\u2029]/.test(value)) return "lineBreak";
  return / {4,}/.test(value) ? "spaces" : undefined;
}

function isLink(text: string): boolean {
  return text.startsWith("https://") && isAddress(text);
}

function isAddress(text: string): boolean {
  return (
    text.length <= longest.address && /^https?:\/\/[\w-]+(\.[\w-]+)*(:\d+)?([/?#]\S*)?$/.test(text)
  );
}

/** What only shows once everything is filled in. */
function wholeFaults(
  { text, header, buttons = [] }: Fillable,
  values: Record<string, string>,
): ParameterFault[] {
  const faults: ParameterFault[] = [];
  if (filledIn(text, values).length > longest.text) faults.push({ name: "", fault: "tooLong" });
  if (header?.type === "text" && filledIn(header.text, values).length > longest.header)
    faults.push({ name: variablesIn(header.text)[0] ?? "", fault: "tooLong" });
  const urls = buttons.filter(({ type }) => type === "url").map(({ value = "" }) => value);
  for (const url of urls) {
    const whole = filledIn(url, values);
    if (!isAddress(whole)) faults.push({ name: variablesIn(url)[0] ?? "", fault: "address" });
  }
  return faults;
}
