import { holdings, Lead, type LeadsQuery, LeadView } from "@hilo/schema";
import { firstOfAll } from "../conversations/merged.ts";
import { type Filter, scoped } from "../conversations/scoped.ts";
import type { Looking } from "../conversations/seen.ts";
import { AppError } from "../platform/errors.ts";
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
  const page = found.slice(0, query.limit);
  const last = found.length > query.limit ? page.at(-1) : undefined;
  const items = page.flatMap((doc) => viewOf(doc) ?? []);
  return { items, cursor: last ? `${last.get("openedAt")}-${last.id}` : null };
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

function placeOf(cursor: string): [at: number, id: string] {
  const [, at, id = ""] = /^(\d{1,16})-([\w-]+)$/.exec(cursor) ?? [];
  if (!id) throw new AppError("invalid", "There is no such page.");
  return [Number(at), id];
}
