import {
  type ApprovedTemplate,
  DocumentId,
  type Fillable,
  faultsOf,
  filledIn,
  type Options,
  type ParameterFault,
  parametersOf,
  type UploadedFile,
} from "@hilo/schema";
import { linkTo } from "../files/files.ts";
import { AppError } from "../platform/errors.ts";
import type { OutboundMessage } from "../providers/adapter.ts";
import { headerFiles } from "./header-file.ts";
import { findTemplate } from "./store.ts";

/** A template as somebody wants to send it: its id here, and the values of its variables. */
export type WantedTemplate = { id: string; variables: Record<string, string> };

export type ReadyTemplate = {
  /** What a channel's `send` takes; a file of ours stands in its variables as a link signed for a short while. */
  template: NonNullable<OutboundMessage["template"]>;
  /** All of it as the customer reads it: header, text and footer. */
  text: string;
  /** Its buttons, as messages have them. */
  options?: Options;
  /** The uploaded file of its header. */
  files: UploadedFile[];
};

/**
 * An approved template with its values, ready to be handed over. Throws `invalid`, saying what to mend, when it is
 * not approved, not of this channel, or when a value is missing or would be refused.
 */
export async function readyTemplate(
  workspaceId: string,
  channelId: string,
  { id, variables }: WantedTemplate,
): Promise<ReadyTemplate> {
  const found = await findTemplate(workspaceId, DocumentId.safeParse(id).success ? id : "none");
  if (!found) throw new AppError("invalid", "There is no such template. Choose another one.");
  const approved = sendable(found.approved, found.name, channelId);
  const whole = { ...approved, text: found.text };
  refuseFaults(whole, variables);
  const wanted = parametersOf(whole);
  const values = Object.fromEntries(wanted.map(({ name }) => [name, variables[name] ?? ""]));
  const files = await headerFiles(workspaceId, approved.header, values.header ?? "");
  const links = await Promise.all(files.map(async (file) => linkTo(workspaceId, file.id)));
  const sent = links[0] === undefined ? values : { ...values, header: links[0] };
  return {
    template: { ...whole, variables: sent },
    text: readText(whole, values),
    ...optionsOf(approved, values),
    files,
  };
}

function sendable(
  approved: ApprovedTemplate | null,
  name: string,
  channelId: string,
): ApprovedTemplate {
  if (!approved)
    throw new AppError(
      "invalid",
      `“${name}” is a quick reply, not a template that the provider approved. Send it as text.`,
    );
  if (approved.channelId !== channelId)
    throw new AppError("invalid", `“${name}” belongs to another channel. Choose one of this one.`);
  if (approved.status !== "approved" || approved.externalId === null)
    throw new AppError("invalid", `“${name}” is not approved (${approved.status}).`);
  if (approved.unsendable)
    throw new AppError("invalid", `“${name}” has a part Hilo cannot fill: ${approved.unsendable}.`);
  return approved;
}

const sentences: Record<ParameterFault["fault"], string> = {
  missing: "has no value. Fill it in.",
  lineBreak: "may hold no line breaks or tabs. Write it in one line.",
  spaces: "may not hold four spaces in a row.",
  tooLong: "makes the template too long. Shorten it.",
  address: "must be a part of a web address, without spaces.",
  file: "must be the id of an uploaded file or a link that begins with https://.",
};

function refuseFaults(template: Fillable, variables: Record<string, string>): void {
  const details = faultsOf(template, variables).map(({ name, fault }) => ({
    path: name ? `template.variables.${name}` : "template",
    message: name ? `{{${name}}} ${sentences[fault]}` : `The text ${sentences[fault]}`,
  }));
  const first = details[0];
  if (first) throw new AppError("invalid", first.message, { details });
}

function readText(
  { text, header, footer }: ApprovedTemplate & { text: string },
  values: Record<string, string>,
): string {
  const first = header?.type === "text" ? filledIn(header.text, values) : undefined;
  return [first, filledIn(text, values), footer].filter(Boolean).join("\n\n");
}

function optionsOf(
  { buttons = [] }: ApprovedTemplate,
  values: Record<string, string>,
): { options?: Options } {
  if (buttons.length === 0) return {};
  const shown = buttons.map(({ type, title, value }, index) => ({
    id: String(index),
    title,
    ...(value && type !== "reply" ? { url: addressOf(type, filledIn(value, values)) } : {}),
  }));
  return { options: { buttons: shown } };
}

function addressOf(type: "url" | "phone", value: string): string {
  return type === "phone" ? `tel:${value}` : value;
}
