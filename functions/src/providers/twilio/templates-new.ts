import type { ApprovedTemplate } from "@hilo/schema";
import type { NewTemplate } from "../adapter.ts";
import { partsIn, type TwilioContent } from "./templates-wire.ts";

export type Written = Omit<NewTemplate, "file">;

/** What a template is created as: the plainest type that has all its parts. */
export function contentRequest(template: Written) {
  const { name, language, examples } = template;
  return {
    friendly_name: name,
    language,
    ...(Object.keys(examples).length > 0 ? { variables: examples } : {}),
    types: typesOf(template),
  };
}

/** Whether a content is what a template would be created as. */
export function saysTheSame(content: TwilioContent, template: Written): boolean {
  const { friendly_name, language } = content;
  if (friendly_name !== template.name || language !== template.language) return false;
  return told(partsIn(content)) === told(template);
}

function told(parts: Pick<Written, "text" | "header" | "footer" | "buttons">): string {
  const { text, header, footer = "", buttons = [] } = parts;
  const head = header?.type === "text" ? header.text : (header?.url ?? "");
  const rows = buttons.map(({ type, title, value = "" }) => [type, title, value]);
  return JSON.stringify([text, header?.type ?? "", head, footer, rows]);
}

function typesOf({ text: body, header, footer, buttons = [] }: Written): Record<string, unknown> {
  const actions = buttons.length > 0 ? { actions: buttons.map(actionOf) } : {};
  const media = header && header.type !== "text" && header.url ? { media: [header.url] } : {};
  const title = header?.type === "text" ? { header_text: header.text } : {};
  const foot = footer ? { footer } : {};
  const extras = [actions, media, title, foot].filter((part) => Object.keys(part).length > 0);
  if (extras.length === 0) return { "twilio/text": { body } };
  const plain = extras.length === 1 ? plainType(extras[0] ?? {}, buttons) : undefined;
  return { [plain ?? "whatsapp/card"]: Object.assign({ body }, ...extras) };
}

/** The type made for a single part beside the text; undefined when there is none. */
function plainType(extra: object, buttons: readonly Button[]): string | undefined {
  if ("media" in extra) return "twilio/media";
  if (!("actions" in extra) || isMixed(buttons)) return undefined;
  return buttons[0]?.type === "reply" ? "twilio/quick-reply" : "twilio/call-to-action";
}

type Button = NonNullable<ApprovedTemplate["buttons"]>[number];

function isMixed(buttons: readonly Button[]): boolean {
  const answers = buttons.filter(({ type }) => type === "reply").length;
  return answers > 0 && answers < buttons.length;
}

function actionOf({ type, title, value = "" }: Button, index: number) {
  if (type === "reply") return { type: "QUICK_REPLY", title, id: `reply_${index}` };
  if (type === "url") return { type: "URL", title, url: value };
  return { type: "PHONE_NUMBER", title, phone: value };
}
