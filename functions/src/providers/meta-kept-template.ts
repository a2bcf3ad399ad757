import {
  type ApprovedTemplate,
  type HeaderFile,
  type TemplateHeader,
  variablesIn,
} from "@hilo/schema";
import * as z from "zod";
import type { KeptTemplate } from "./adapter.ts";
import type { TemplateOwner } from "./meta-template.ts";
import { stateNamed } from "./template-states.ts";

/** A field that counts as missing when it is of a shape Meta has not described. */
function soft<T extends z.ZodType>(schema: T) {
  return schema.optional().catch(undefined);
}

const text = soft(z.string());
const plain = soft(z.union([z.string(), z.number()]).transform(String));
const Named = z.looseObject({ param_name: text, example: text });

const Button = z.looseObject({
  type: text,
  text,
  url: text,
  phone_number: plain,
  payload: text,
  example: soft(
    z.union([
      z.array(z.string()),
      z.string().transform((one) => [one]),
      z
        .looseObject({ url_suffix_example: z.string() })
        .transform((one) => [one.url_suffix_example]),
    ]),
  ),
});

const Component = z.looseObject({
  type: z.string().transform((type) => type.toUpperCase()),
  format: soft(z.string().transform((format) => format.toUpperCase())),
  text,
  buttons: soft(z.array(Button)),
  example: soft(
    z.looseObject({
      body_text: soft(z.array(z.array(z.string()))),
      body_text_named_params: soft(z.array(Named)),
      header_text: soft(z.array(z.string())),
      header_text_named_params: soft(z.array(Named)),
    }),
  ),
});
export type MetaComponent = z.infer<typeof Component>;

/**
 * A message template as Graph lists it.
 * @see https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates/
 */
export const MetaTemplate = z.looseObject({
  id: plain,
  name: z.string(),
  language: z.string(),
  status: text,
  category: text,
  components: z.array(Component).catch([]),
  rejected_reason: text,
  quality_score: soft(z.looseObject({ score: text })),
});
export type MetaTemplate = z.infer<typeof MetaTemplate>;

type Parts = Pick<KeptTemplate, "header" | "footer" | "buttons" | "unsendable" | "text"> & {
  examples: Record<string, string>;
};

/** A template of Meta's own manager in our words. */
export function templateFrom(template: MetaTemplate, owner: TemplateOwner): KeptTemplate {
  const { id, name, language, status, category, quality_score, rejected_reason } = template;
  const quality = quality_score?.score;
  return {
    externalId: id ?? null,
    name,
    language,
    category:
      (["MARKETING", "AUTHENTICATION"] as const).find((one) => one === category) ?? "UTILITY",
    // Flagged: its quality is low, and it may be sent.
    status: stateNamed(status) ?? (status?.toUpperCase() === "FLAGGED" ? "approved" : "disabled"),
    reason: rejected_reason && rejected_reason !== "NONE" ? rejected_reason : null,
    quality: quality && quality !== "UNKNOWN" ? quality : null,
    ...partsOf(template, owner),
  };
}

const ours = {
  QUICK_REPLY: "reply",
  POSTBACK: "reply",
  URL: "url",
  PHONE_NUMBER: "phone",
} as const;
const files = { IMAGE: "image", VIDEO: "video", DOCUMENT: "document" } as const;
const parts = new Set(["HEADER", "BODY", "FOOTER", "BUTTONS"]);

/** Meta counts the variables of each part from 1: those outside the text get names of their own here. */
function partsOf({ components, category }: MetaTemplate, owner: TemplateOwner): Parts {
  const part = (type: string) => components.find((one) => one.type === type);
  const body = part("BODY");
  const header = headerOf(part("HEADER"), owner);
  const footer = part("FOOTER")?.text;
  const written = part("BUTTONS")?.buttons ?? [];
  const buttons = written.map(buttonOf).filter((button) => button !== undefined);
  const unknown = unknownPart(components, category === "AUTHENTICATION");
  return {
    text: body?.text ?? "",
    ...(header ? { header } : {}),
    ...(footer ? { footer } : {}),
    ...(buttons.length > 0 ? { buttons } : {}),
    ...(unknown ? { unsendable: unknown } : {}),
    examples: {
      ...textExamples(body),
      ...headerExamples(part("HEADER"), header),
      ...Object.fromEntries(written.flatMap(buttonExample)),
    },
  };
}

/** What Hilo cannot fill: a carousel, a place … A password's button takes what the text takes. */
function unknownPart(
  components: readonly MetaComponent[],
  authenticates: boolean,
): string | undefined {
  const other = components.find(({ type }) => !parts.has(type))?.type;
  const format = components.find(({ type }) => type === "HEADER")?.format ?? "TEXT";
  const button = components
    .flatMap(({ buttons = [] }) => buttons)
    .find(({ type = "" }) => !(type.toUpperCase() in ours) && !(authenticates && type === "OTP"));
  return other ?? (format === "TEXT" || format in files ? undefined : format) ?? button?.type;
}

/** WhatsApp wants the file with each message; above a page's template stands the one it was submitted with. */
export function headerWith(type: HeaderFile, owner: TemplateOwner): TemplateHeader {
  return owner === "page" ? { type, url: "" } : { type };
}

function headerOf(
  header: MetaComponent | undefined,
  owner: TemplateOwner,
): ApprovedTemplate["header"] {
  if (!header) return undefined;
  const file = files[(header.format ?? "TEXT") as keyof typeof files];
  if (file) return headerWith(file, owner);
  if ((header.format ?? "TEXT") !== "TEXT" || !header.text) return undefined;
  return { type: "text", text: header.text.replace(/\{\{\s*\d+\s*\}\}/, "{{header}}") };
}

type OurButton = NonNullable<ApprovedTemplate["buttons"]>[number];

function buttonOf(button: z.infer<typeof Button>, index: number): OurButton | undefined {
  const type = ours[(button.type ?? "").toUpperCase() as keyof typeof ours];
  if (!type) return undefined;
  const title = button.text ?? "";
  if (type === "reply") {
    const told = (button.payload ?? "").replace(/\{\{\s*\w+\s*\}\}/, `{{button${index}}}`);
    return variablesIn(told).length > 0 ? { type, title, value: told } : { type, title };
  }
  if (type === "phone") return { type, title, value: button.phone_number ?? "" };
  const value = (button.url ?? "").replace(/\{\{\s*\w+\s*\}\}/, `{{button${index}}}`);
  return { type, title, value };
}

function textExamples(body: MetaComponent | undefined): Record<string, string> {
  const { body_text: rows, body_text_named_params: named } = body?.example ?? {};
  const numbered = (rows?.[0] ?? []).map((value, index) => [String(index + 1), value]);
  return { ...Object.fromEntries(numbered), ...fromNamed(named) };
}

function headerExamples(
  header: MetaComponent | undefined,
  read: ApprovedTemplate["header"],
): Record<string, string> {
  const { header_text: values, header_text_named_params: named } = header?.example ?? {};
  const [name] = read?.type === "text" ? variablesIn(read.text) : [];
  const [value] = values ?? [];
  return { ...(name && value ? { [name]: value } : {}), ...fromNamed(named) };
}

function fromNamed(named: z.infer<typeof Named>[] = []): Record<string, string> {
  return Object.fromEntries(
    named.map(({ param_name, example }) => [param_name ?? "", example ?? ""]),
  );
}

/** Meta's example of a button is the whole address; ours is what stands at the variable's place. */
function buttonExample({ url = "", example }: z.infer<typeof Button>, index: number) {
  const [whole] = example ?? [];
  const [before = ""] = url.split("{{");
  if (!whole || before === url) return [];
  const value = whole.startsWith(before) ? whole.slice(before.length) : whole;
  return [[`button${index}`, value] as const];
}
