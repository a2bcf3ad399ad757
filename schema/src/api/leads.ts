import * as z from "zod";
import { DocumentId, MessageId } from "../id.ts";
import { Lead, LeadHistory, LeadNote, Money, Place } from "../lead.ts";
import { LeadKind, LeadState } from "../lead-kind.ts";
import { LeadSettings, LostReason } from "../lead-settings.ts";
import { leadRoutes } from "../routes/leads.ts";
import { line, lines, name } from "../text.ts";
import { Millis } from "../time.ts";
import { hasInk } from "../visible.ts";
import { pageOf } from "./conversation-views.ts";
import type { EndpointsOf } from "./endpoint.ts";
import { seenOf } from "./seen.ts";

/** A lead as the API tells it. */
export const LeadView = Lead.pick({
  name: true,
  contactId: true,
  conversationId: true,
  kind: true,
  state: true,
  value: true,
  expectedOn: true,
  source: true,
  funnel: true,
  tags: true,
  files: true,
  wonAt: true,
  lostAt: true,
  mergedInto: true,
  openedAt: true,
}).extend({
  id: z.string(),
  ownerId: z.string(),
  teamId: z.string(),
  suggested: Place.pick({ id: true, stage: true, why: true }).nullable(),
  lostReason: z.string().nullable(),
  createdAt: Millis,
  updatedAt: Millis,
});
export type LeadView = z.infer<typeof LeadView>;

/** ISO 4217: three capitals. */
const Currency = z.string().regex(/^[A-Z]{3}$/);
/** Integer minor units, none of them lost in JSON. */
const Value = Money.extend({
  amount: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  currency: Currency,
});

const own = {
  name: name(200),
  kind: LeadKind.nullable(),
  state: LeadState,
  value: Value.nullable(),
  /** A member's uid, or 'none'. */
  ownerId: DocumentId,
  expectedOn: z.iso.date().nullable(),
  tags: z.array(name(40)).max(50),
};

const place = { funnelId: DocumentId, stage: DocumentId };

const LeadFilter = z.object({
  funnelId: DocumentId.optional(),
  stage: DocumentId.optional(),
  state: LeadState.optional(),
  kind: LeadKind.optional(),
  ownerId: DocumentId.optional(),
  contactId: DocumentId.optional(),
  conversationId: DocumentId.optional(),
});
export type LeadFilter = z.infer<typeof LeadFilter>;

export const LeadsQuery = LeadFilter.extend({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: DocumentId.optional(),
});
export type LeadsQuery = z.infer<typeof LeadsQuery>;

const NewLead = z.strictObject({
  /** The caller's own UUID: the same again makes nothing new. */
  id: MessageId.optional(),
  contactId: DocumentId,
  conversationId: DocumentId.optional(),
  ...own,
  name: own.name.optional(),
  state: own.state.optional(),
  lostReason: DocumentId.optional(),
  value: own.value.default(null),
  ownerId: own.ownerId.optional(),
  expectedOn: own.expectedOn.default(null),
  tags: own.tags.default([]),
  funnelId: place.funnelId.optional(),
  stage: place.stage.optional(),
});
export type NewLead = z.infer<typeof NewLead>;

const ChangedLead = z.strictObject({
  name: own.name.optional(),
  kind: own.kind.optional(),
  state: own.state.optional(),
  /** The id of a reason: a lead that is lost needs one. */
  lostReason: DocumentId.optional(),
  value: own.value.optional(),
  ownerId: own.ownerId.optional(),
  expectedOn: own.expectedOn.optional(),
  tags: own.tags.optional(),
  seen: seenOf("name", "kind", "state", "value", "ownerId", "expectedOn", "tags"),
});
export type ChangedLead = z.infer<typeof ChangedLead>;

const MovedLead = z.strictObject({
  ...place,
  /** The stage in which the caller saw it; null where that was the tray. */
  seen: DocumentId.nullable(),
  /** The lead that it comes to stand directly above; or `after`, directly below. At the end where neither is said. */
  before: DocumentId.optional(),
  after: DocumentId.optional(),
});
export type MovedLead = z.infer<typeof MovedLead>;

const done = z.object({ leadId: z.string() });

const Settings = LeadSettings.extend({ lostReasons: z.array(LostReason) });

export const leadEndpoints = {
  listLeads: {
    ...leadRoutes.listLeads,
    summary: "Leads, the newest first",
    query: LeadsQuery,
    response: pageOf(LeadView),
  },
  getLead: { ...leadRoutes.getLead, summary: "A lead", response: LeadView },
  createLead: {
    ...leadRoutes.createLead,
    summary: "Make a lead by hand; a person has at most one that is open in a funnel",
    body: NewLead,
    response: done,
    status: 201,
  },
  changeLead: {
    ...leadRoutes.changeLead,
    summary: "Change a lead; to lose it needs a reason",
    body: ChangedLead,
    response: done,
  },
  moveLead: {
    ...leadRoutes.moveLead,
    summary: "Move a lead to a place in a stage; refused where it is not where the caller saw it",
    body: MovedLead,
    response: done.extend({ stage: z.string(), rank: z.string() }),
  },
  addLeadNote: {
    ...leadRoutes.addLeadNote,
    summary: "Add a note to a lead",
    body: z.strictObject({
      id: MessageId.optional(),
      text: lines(10_000).trim().min(1).refine(hasInk, "Nothing of this text can be seen"),
    }),
    response: z.object({ noteId: z.string() }),
    status: 201,
  },
  listLeadNotes: {
    ...leadRoutes.listLeadNotes,
    summary: "The notes of a lead, the newest first",
    response: pageOf(LeadNote.extend({ id: z.string(), createdAt: Millis })),
  },
  listLeadHistory: {
    ...leadRoutes.listLeadHistory,
    summary: "What became of a lead, the newest first",
    response: pageOf(LeadHistory.omit({ workspaceId: true }).extend({ id: z.string() })),
  },
  getLeadSettings: {
    ...leadRoutes.getLeadSettings,
    summary: "Why leads are lost, and what happens after they end",
    response: Settings,
  },
  changeLeadSettings: {
    ...leadRoutes.changeLeadSettings,
    summary: "Change why leads are lost, and what happens after they end",
    body: z.strictObject({
      lostReasons: z
        .array(LostReason.extend({ id: DocumentId, name: line(80).min(1) }))
        .min(1)
        .max(50)
        .optional(),
      reopenAfterDays: LeadSettings.shape.reopenAfterDays.unwrap().optional(),
      sweepAfterDays: LeadSettings.shape.sweepAfterDays.unwrap().optional(),
      seen: seenOf("lostReasons", "reopenAfterDays", "sweepAfterDays"),
    }),
    response: Settings,
  },
} as const satisfies EndpointsOf<typeof leadRoutes>;
