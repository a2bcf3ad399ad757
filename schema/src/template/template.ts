import * as z from "zod";
import { DocumentId } from "../id.ts";
import { Platform } from "../provider.ts";
import { Millis, Time } from "../time.ts";
import { HeaderFile, TemplateCategory } from "./form.ts";

/** A button of a template: it answers, opens a page, or calls. */
export const TemplateButton = z.object({
  type: z.enum(["reply", "url", "phone"]),
  title: z.string().min(1).max(25),
  /**
   * A page's address, which may end in a variable such as `{{button0}}`, or a phone in E.164; of an answer, what
   * the provider tells when it is pressed, where that holds a variable.
   */
  value: z.string().max(2000).optional(),
});
export type TemplateButton = z.infer<typeof TemplateButton>;

export const TemplateHeader = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string().min(1).max(60) }),
  /**
   * Without `url`, a file given when sending, as variable `header`: a link or the id of an uploaded file. With
   * it, the file is at this address, which may hold variables; empty where only the provider knows it.
   */
  z.object({ type: HeaderFile, url: z.string().max(2000).optional() }),
]);
export type TemplateHeader = z.infer<typeof TemplateHeader>;

/** What the provider has decided about an approved template, in the words of all providers. */
export const TemplateStatus = z.enum([
  "draft",
  "pending",
  "approved",
  "rejected",
  "paused",
  "disabled",
]);
export type TemplateStatus = z.infer<typeof TemplateStatus>;

/**
 * What a provider must approve before it may be sent outside the reply window. Its variables have names that
 * are unique over all its parts. Where the provider counts each part from 1 (Meta), the text keeps the provider's
 * names, the header's is `{{header}}` and that of the button at index i is `{{button0}}`, `{{button1}}` …
 */
export const ApprovedTemplate = z.object({
  /** The channel whose account holds it. */
  channelId: DocumentId,
  /** The provider's id of it; null until it was submitted. */
  externalId: z.string().nullable(),
  /** The provider's own name: lower-case letters, digits and underscores. */
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  /** BCP 47 with an underscore, as Meta writes it: es, es_MX, en_US. */
  language: z.string().min(2).max(15),
  category: TemplateCategory,
  status: TemplateStatus,
  /** Why the provider rejected or paused it, in its words. */
  reason: z.string().nullable(),
  quality: z.string().nullable(),
  header: TemplateHeader.optional(),
  footer: z.string().max(60).optional(),
  buttons: z.array(TemplateButton).max(10).optional(),
  /** A part of it that Hilo cannot fill, in the provider's word: it is shown, and never sent. */
  unsendable: z.string().optional(),
  /** When the provider last said so, so that what it said before does not count any more. */
  saidAt: z.partialRecord(z.enum(["status", "quality", "category"]), Millis).optional(),
});
export type ApprovedTemplate = z.infer<typeof ApprovedTemplate>;

/** `workspaces/{w}/templates/{id}`: a quick reply of our own or, with `approved`, one that a provider approves. */
export const Template = z.object({
  name: z.string().trim().min(1).max(80),
  category: z.string().trim().max(40),
  /** Where it may be used; empty: everywhere. */
  platforms: z.array(Platform),
  /** The text, with variables as `{{name}}` or, of approved ones, mostly `{{1}}`. */
  text: z.string().min(1).max(4096),
  /**
   * Values shown in the preview, by variable, which the provider wants when it approves; of a header that is a file,
   * the id of an uploaded one.
   */
  examples: z.record(z.string(), z.string()),
  approved: ApprovedTemplate.nullable(),
  used: z.number().int(),
  /** Removed, and can be put back. */
  removedAt: Time.optional(),
  createdAt: Time,
  updatedAt: Time,
});
export type Template = z.infer<typeof Template>;

/** The names of the variables in a text, in the order of their first use. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*([\w.]+)\s*\}\}/g)].map(([, name]) => name ?? ""))];
}

/** The text with its variables filled in; those without a value stay as they are written. */
export function filledIn(text: string, values: Record<string, string>): string {
  return text.replace(
    /\{\{\s*([\w.]+)\s*\}\}/g,
    (written, name: string) => values[name] ?? written,
  );
}
