import type { leadEndpoints } from "@hilo/schema";
import type { OfLeads } from "../funnels/routes.ts";
import type { Handlers } from "../platform/handlers.ts";
import { changeLeadSettings } from "../settings/change-lead-settings.ts";
import { leadSettingsOf } from "../settings/lead-settings.ts";
import { changeLead } from "./changing.ts";
import { createLead } from "./creating.ts";
import { moveLead } from "./moving.ts";
import { addLeadNote, listLeadHistory, listLeadNotes } from "./notes.ts";
import { isInUse, moveAll } from "./stage-gone.ts";
import { funnelStatistics } from "./statistics.ts";
import { leadView, listLeads } from "./views.ts";

/** The endpoints of leads. */
export const handlers = {
  listLeads: ({ actor, query }) => listLeads(actor, query),
  getLead: ({ actor, params }) => leadView(actor, params.leadId),
  createLead: ({ actor, body }) => createLead(actor, body),
  changeLead: ({ actor, params, body }) => changeLead(actor, params.leadId, body),
  moveLead: ({ actor, params, body }) => moveLead(actor, params.leadId, body),
  addLeadNote: ({ actor, params, body }) => addLeadNote(actor, params.leadId, body),
  listLeadNotes: ({ actor, params }) => listLeadNotes(actor, params.leadId),
  listLeadHistory: ({ actor, params }) => listLeadHistory(actor, params.leadId),
  getLeadSettings: ({ actor }) => leadSettingsOf(actor.workspaceId),
  changeLeadSettings: ({ actor, body }) => changeLeadSettings(actor, body),
} satisfies Handlers<typeof leadEndpoints>;

/** What funnels ask of the leads in them. */
export const ofLeads: OfLeads = {
  isInUse,
  moveAll,
  getFunnelStatistics: ({ actor, params, query }) =>
    funnelStatistics(actor.workspaceId, params.funnelId, query.days),
};
