import { holdings, Lead, type LeadsQuery, LeadView } from "@hilo/schema";
import { cursorOf, pageIn, placeOf } from "../conversations/cursor.ts";
import { firstOfAll } from "../conversations/merged.ts";
import { type Filter, scoped } from "../conversations/scoped.ts";
import type { Looking } from "../conversations/seen.ts";
import { type DocumentSnapshot, read } from "../platform/firestore.ts";
import { presentLead } from "./seen.ts";
import { leadsOf } from "./store.ts";

/** The field of the document that a filter is about. */
export const leadFilterFields = {
  funnelId: "funnel.id",
  stage: "funnel.stage",
  state: "state",
  kind: "kind",
  ownerId: "ownerId",
  contactId: "contactId",
  conversationId: "conversationId",
} as const;

/** A page of the leads that somebody sees, the newest first. */
export async function listLeads(viewer: Looking, query: LeadsQuery) {
  const names = Object.entries(leadFilterFields) as [keyof typeof leadFilterFields, string][];
  const filters = names.flatMap(([name, field]): Filter[] => {
    const value = query[name];
    return value === undefined ? [] : [{ field, op: "==", value }];
  });
  const all = leadsOf(viewer.workspaceId).orderBy("openedAt", "desc").orderBy("__name__", "desc");
  const asked = query.cursor === undefined ? all : all.startAfter(...placeOf(query.cursor));
  const parts = scoped(asked, viewer, { filters, holding: holdings.leads });
  const found = await firstOfAll(parts, "openedAt", query.limit + 1);
  const { docs, next } = pageIn(found, query.limit);
  const items = docs.flatMap((doc) => viewOf(doc) ?? []);
  return { items, cursor: next && cursorOf(next, "openedAt") };
}

/** One lead; throws `notFound`. */
export async function leadView(viewer: Looking, leadId: string): Promise<LeadView> {
  return shown(leadId, await presentLead(viewer, leadId));
}

function viewOf(doc: DocumentSnapshot): LeadView | undefined {
  const lead = read(Lead, doc);
  return lead && shown(doc.id, lead);
}

function shown(id: string, lead: Lead): LeadView {
  const { createdAt, updatedAt, suggested, lostReason } = lead;
  return LeadView.parse({
    ...lead,
    id,
    suggested: suggested ?? null,
    lostReason: lostReason ?? null,
    createdAt: createdAt.getTime(),
    updatedAt: updatedAt.getTime(),
  });
}
