import * as z from "zod";
import { FieldName, MessageId } from "../id.ts";
import { templateRoutes } from "../routes/templates.ts";
import { HeaderFile } from "../template/form.ts";
import {
  ApprovedTemplate,
  Template,
  TemplateButton,
  TemplateStatus,
} from "../template/template.ts";
import { line, lines, name, plain } from "../text.ts";
import { Millis } from "../time.ts";
import type { EndpointsOf } from "./endpoint.ts";
import { seenOf } from "./seen.ts";

/** A template as the API tells it. */
export const PublicTemplate = Template.omit({ removedAt: true }).extend({
  id: z.string(),
  createdAt: Millis,
  updatedAt: Millis,
});
export type PublicTemplate = z.infer<typeof PublicTemplate>;

/** What a person writes of a template that a provider is to approve. */
export const ApprovedDraft = z.strictObject({
  ...ApprovedTemplate.pick({ channelId: true, name: true, category: true }).shape,
  language: plain(15).min(2),
  header: z
    .discriminatedUnion("type", [
      z.object({ type: z.literal("text"), text: line(60).min(1) }),
      z.object({ type: HeaderFile, url: plain(2000).optional() }),
    ])
    .optional(),
  footer: line(60).optional(),
  buttons: z
    .array(TemplateButton.extend({ title: line(25).min(1), value: plain(2000).optional() }))
    .max(10)
    .optional(),
});
export type ApprovedDraft = z.infer<typeof ApprovedDraft>;

const { platforms } = Template.shape;
const category = line(40);
const text = lines(4096).min(1);
const examples = z.record(FieldName, lines(1024));

const NewTemplate = z.strictObject({
  /** The caller's own UUID: the same again makes nothing new. */
  id: MessageId,
  name: name(80),
  category: category.default(""),
  platforms: platforms.max(20).default([]),
  text,
  examples: examples.default({}),
  approved: ApprovedDraft.optional(),
});

const ChangeTemplate = z.strictObject({
  name: name(80).optional(),
  category: category.optional(),
  platforms: platforms.max(20).optional(),
  text: text.optional(),
  examples: examples.optional(),
  approved: ApprovedDraft.optional(),
  seen: seenOf("name", "category", "platforms", "text", "examples", "approved"),
});

const done = z.object({ id: z.string() });

export const templateEndpoints = {
  listTemplates: {
    ...templateRoutes.listTemplates,
    summary: "The quick replies and the templates that providers approve",
    response: z.object({ templates: z.array(PublicTemplate) }),
  },
  createTemplate: {
    ...templateRoutes.createTemplate,
    summary: "Create a quick reply or, with 'approved', a draft for a provider to approve",
    body: NewTemplate,
    response: done,
    status: 201,
  },
  changeTemplate: {
    ...templateRoutes.changeTemplate,
    summary: "Change a template; what a provider has been given can only be copied",
    body: ChangeTemplate,
    response: done,
  },
  removeTemplate: {
    ...templateRoutes.removeTemplate,
    summary: "Remove a template from Hilo; the provider keeps its own",
    response: done,
  },
  restoreTemplate: {
    ...templateRoutes.restoreTemplate,
    summary: "Put a removed template back",
    response: done,
  },
  copyTemplate: {
    ...templateRoutes.copyTemplate,
    summary: "Copy a template; of an approved one, the copy is a draft under a new name",
    body: z.strictObject({ id: MessageId }),
    response: done,
    status: 201,
  },
  submitTemplate: {
    ...templateRoutes.submitTemplate,
    summary: "Submit a draft to the channel's provider for approval",
    response: z.object({ id: z.string(), status: TemplateStatus }),
  },
  syncTemplates: {
    ...templateRoutes.syncTemplates,
    summary: "Fetch the templates that the channel's provider keeps, with their states",
    response: z.object({
      added: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      /** The provider does not have them any more. */
      gone: z.number().int(),
    }),
  },
  countTemplateUse: {
    ...templateRoutes.countTemplateUse,
    summary: "Count that a quick reply was used",
    response: done,
  },
} as const satisfies EndpointsOf<typeof templateRoutes>;
