import { templateEndpoints as table } from "@hilo/schema";
import type { Router } from "express";
import { bind } from "../platform/http.ts";
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
export function routes(router: Router): void {
  bind(router, table.listTemplates, async ({ actor }) => ({
    templates: await listTemplates(actor.workspaceId),
  }));
  bind(router, table.createTemplate, ({ actor, body: { id, ...written } }) =>
    createTemplate(actor, id, written),
  );
  bind(router, table.changeTemplate, ({ actor, params, body }) =>
    changeTemplate(actor, params.templateId, body),
  );
  bind(router, table.removeTemplate, ({ actor, params }) =>
    removeTemplate(actor, params.templateId),
  );
  bind(router, table.restoreTemplate, ({ actor, params }) =>
    restoreTemplate(actor, params.templateId),
  );
  bind(router, table.copyTemplate, ({ actor, params, body }) =>
    copyTemplate(actor, params.templateId, body.id),
  );
  bind(router, table.submitTemplate, ({ actor, params }) =>
    submitTemplate(actor, params.templateId),
  );
  bind(router, table.syncTemplates, ({ actor, params }) => syncTemplates(actor, params.channelId));
  bind(router, table.countTemplateUse, ({ actor, params }) =>
    countTemplateUse(actor, params.templateId),
  );
}
