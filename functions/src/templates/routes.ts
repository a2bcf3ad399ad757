import type { templateEndpoints } from "@hilo/schema";
import type { Handlers } from "../platform/handlers.ts";
import { submitTemplate } from "./approval.ts";
import { changeTemplate } from "./change.ts";
import { syncTemplates } from "./sync.ts";
import {
  copyTemplate,
  countTemplateUse,
  createTemplate,
  listTemplates,
  removeTemplate,
  restoreTemplate,
} from "./templates.ts";

/** The endpoints of templates. */
export const handlers = {
  listTemplates: async ({ actor }) => ({
    templates: await listTemplates(actor.workspaceId),
  }),
  createTemplate: ({ actor, body: { id, ...written } }) => createTemplate(actor, id, written),
  changeTemplate: ({ actor, params, body }) => changeTemplate(actor, params.templateId, body),
  removeTemplate: ({ actor, params }) => removeTemplate(actor, params.templateId),
  restoreTemplate: ({ actor, params }) => restoreTemplate(actor, params.templateId),
  copyTemplate: ({ actor, params, body }) => copyTemplate(actor, params.templateId, body.id),
  submitTemplate: ({ actor, params }) => submitTemplate(actor, params.templateId),
  syncTemplates: ({ actor, params }) => syncTemplates(actor, params.channelId),
  countTemplateUse: ({ actor, params }) => countTemplateUse(actor, params.templateId),
} satisfies Handlers<typeof templateEndpoints>;
