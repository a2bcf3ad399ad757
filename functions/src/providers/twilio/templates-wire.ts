import { type ApprovedTemplate, filledIn } from "@hilo/schema";
import * as z from "zod";
import type { KeptTemplate } from "../adapter.ts";
import { stateNamed } from "../template-states.ts";

/** A field that counts as missing when it is of a shape Twilio has not described. */
function soft<T extends z.ZodType>(schema: T) {
  return schema.nullish().catch(undefined);
}

const text = soft(z.string());
const Action = z.looseObject({ type: text, title: text, url: text, phone: text });

/** One representation of a content: every type's fields, all optional. */
const Shape = z.looseObject({
  body: text,
  title: text,
  subtitle: text,
  footer: text,
  header_text: text,
  media: soft(z.array(z.string())),
  actions: soft(z.array(Action)),
});
type Shape = z.infer<typeof Shape>;

/**
 * A content with the state of its approval by WhatsApp.
 * @see https://www.twilio.com/docs/content/content-api-resources#fetch-content-and-approval-status
 */
export const TwilioContent = z.looseObject({
  sid: z.string(),
  friendly_name: text,
  language: z.string(),
  variables: soft(z.record(z.string(), z.string())),
  types: z.record(z.string(), Shape.catch({})).catch({}),
  approval_requests: soft(
    z.looseObject({
      name: text,
      category: text,
      content_type: text,
      status: text,
      rejection_reason: text,
    }),
  ),
});
export type TwilioContent = z.infer<typeof TwilioContent>;

export const ContentPage = z.looseObject({
  contents: z.array(z.unknown()),
  meta: z.looseObject({ next_page_url: text }),
});

/** A content as a template; undefined when nobody submitted it to WhatsApp: then it is none. */
export function templateFrom(content: TwilioContent): KeptTemplate | undefined {
  const { sid, friendly_name, language, variables, approval_requests: approval } = content;
  const status = stateNamed(approval?.status);
  if (!status) return undefined;
  const name = nameFrom(approval?.name || friendly_name || sid);
  return {
    externalId: sid,
    name,
    language,
    category: categoryNamed(approval?.category),
    status,
    reason: approval?.rejection_reason || null,
    quality: null,
    ...partsIn(content),
    examples: variables ?? {},
  };
}

/** A content may have one form for each platform: the submitted one counts. */
function shapeOf({ types, approval_requests: approval }: TwilioContent): [string, Shape] | [] {
  const submitted = types[approval?.content_type ?? ""];
  if (submitted) return [approval?.content_type ?? "", submitted];
  const [first] = Object.entries(types);
  return first ?? [];
}

/** Twilio takes any name, and gives WhatsApp one in its own form. */
export function nameFrom(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{Diacritic}/gu, "");
  return (
    plain
      .toLowerCase()
      .replace(/[^a-z0-9_]+/g, "_")
      .slice(0, 512) || "template"
  );
}

function categoryNamed(word: string | null | undefined): ApprovedTemplate["category"] {
  const known = (["MARKETING", "UTILITY", "AUTHENTICATION"] as const).find((one) => one === word);
  return known ?? "UTILITY";
}

type Parts = Pick<KeptTemplate, "text" | "header" | "footer" | "buttons" | "unsendable">;

/** The parts of the form that counts. */
export function partsIn(content: TwilioContent): Parts {
  const [type = "", shape = {}] = shapeOf(content);
  return partsOf(type, shape, content.variables ?? {});
}

/** A card's title is its text, and its subtitle the footer. */
function partsOf(type: string, shape: Shape, examples: Record<string, string>): Parts {
  const header = headerOf(shape, examples);
  const footer = shape.footer || shape.subtitle;
  const buttons = (shape.actions ?? []).map((action) => buttonOf(type, action));
  const known = buttons.filter((button) => button !== undefined);
  const unsendable = unknownPart(type, buttons.length - known.length);
  return {
    text: shape.body || shape.title || "",
    ...(header ? { header } : {}),
    ...(footer ? { footer } : {}),
    ...(known.length > 0 ? { buttons: known } : {}),
    ...(unsendable ? { unsendable } : {}),
  };
}

const sendable = new Set([
  "twilio/text",
  "twilio/media",
  "twilio/quick-reply",
  "twilio/call-to-action",
  "twilio/card",
  "whatsapp/card",
]);

function unknownPart(type: string, unknownButtons: number): string | undefined {
  if (!sendable.has(type)) return type || "no content";
  return unknownButtons > 0 ? `${type} actions` : undefined;
}

/** Only the end of a file's address tells its kind, which may be what a variable stands for. */
function headerOf(
  { media, header_text }: Shape,
  examples: Record<string, string>,
): ApprovedTemplate["header"] {
  const url = media?.[0];
  if (url) return { type: fileKind(filledIn(url, examples)), url };
  return header_text ? { type: "text", text: header_text } : undefined;
}

function fileKind(url: string): "image" | "video" | "document" {
  const path = url.split(/[?#]/)[0] ?? "";
  if (/\.(mp4|3gpp?|mov)$/i.test(path)) return "video";
  return /\.(pdf|docx?|xlsx?|pptx?|csv|txt)$/i.test(path) ? "document" : "image";
}

type Button = NonNullable<ApprovedTemplate["buttons"]>[number];

function buttonOf(type: string, action: z.infer<typeof Action>): Button | undefined {
  const title = action.title ?? "";
  const kind = action.type ?? (type === "twilio/quick-reply" ? "QUICK_REPLY" : "");
  if (kind === "QUICK_REPLY") return { type: "reply", title };
  if (kind === "URL") return { type: "url", title, value: action.url ?? "" };
  if (kind === "PHONE_NUMBER") return { type: "phone", title, value: action.phone ?? "" };
  return undefined;
}
