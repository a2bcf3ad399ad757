import {
  Conversation,
  columnOf,
  isEnded,
  Lead,
  type LeadHistory,
  type Millis,
  OpenLeads,
  type Place,
} from "@hilo/schema";
import { conversationsOf } from "../conversations/store.ts";
import type { Classified } from "../funnels/classify.ts";
import { funnelsIn } from "../funnels/funnels.ts";
import type { Settling } from "../migrations/migration.ts";
import { type Write, writeTo } from "../operations/kind.ts";
import { type DocumentSnapshot, read } from "../platform/firestore.ts";
import { type Goal, sureGoal } from "./decision.ts";
import { foldedOf, foldThread } from "./folding.ts";
import { placeAt } from "./making.ts";
import { matterOf, openIn } from "./open.ts";
import { rankAt } from "./rank.ts";
import { shownOf } from "./steps.ts";
import { historyOf, leadOf, notesOf, openLeadsOf } from "./store.ts";

const byMigration = { type: "migration", id: "hilo", name: "Hilo" } as const;

/**
 * Leads of before get a source, their place in a funnel by what was said, and their place among those of their person.
 * Of two that a person has open in one matter the newer stays, and the other is told to be a part of it.
 */
export const leadsInFunnels: Settling = {
  name: "leads",
  version: 3,
  collection: "leads",
  settle: async (workspaceId, doc) => {
    if (doc.get("source") !== undefined) return undefined;
    const lead = read(Lead, doc);
    if (!lead) return undefined;
    const conversation = await conversationOf(workspaceId, lead.conversationId);
    const replayed = await replay(workspaceId, lead, doc.id);
    const slots = await openLeadsOf(workspaceId, lead.contactId).get();
    const held = await holderOf(workspaceId, slots, replayed);
    const move = { workspaceId, doc, lead, replayed, slots, held };
    return {
      reads: [slots.ref, ...[conversation, held?.found].flatMap((one) => one?.ref ?? [])],
      writes: [
        ...leadWrites(move),
        ...placeWrites(move),
        ...shownIn(conversation, doc.id, replayed),
      ],
    };
  },
};

type Replayed = { funnel: Place | null; folded?: Lead["folded"]; kind: Lead["kind"] };

type Move = {
  workspaceId: string;
  doc: DocumentSnapshot;
  lead: Lead;
  replayed: Replayed;
  slots: DocumentSnapshot;
  held: Held | undefined;
};

/** Who has the place that a lead would take. */
type Held = { found: DocumentSnapshot; lead: Lead };

async function conversationOf(workspaceId: string, conversationId: string | null) {
  if (conversationId === null) return undefined;
  const found = await conversationsOf(workspaceId).doc(conversationId).get();
  return found.exists ? found : undefined;
}

/** What its thread says that a lead is about; what a person made of it counts where that says nothing. */
async function replay(workspaceId: string, lead: Lead, leadId: string): Promise<Replayed> {
  const { heard, says } = await foldThread(workspaceId, lead.conversationId ?? leadId);
  const last = heard.at(-1);
  const folded = last && foldedOf(heard, last.providerAt, says);
  const goal = last && sureGoal(says, last.id, await funnelsIn(workspaceId));
  const place = goal ? toldPlace(lead, goal, says) : ownPlace(lead);
  return { ...place, ...(folded ? { folded } : {}) };
}

/** Where it stands since it began. */
function standing(lead: Lead, goal: Goal): Place {
  const at = beganAt(lead);
  return placeAt(goal, "migration", { at, rank: rankAt(at) });
}

function toldPlace(lead: Lead, goal: Goal, { leadKind }: Classified): Replayed {
  return { kind: leadKind, funnel: standing(lead, goal) };
}

/** Each began as a possible sale, whatever it was about: without anything made of it, that says nothing. */
function ownPlace(lead: Lead): Replayed {
  if (lead.state === "new" && lead.value === null) return { kind: null, funnel: null };
  const place =
    lead.kind === "support"
      ? { id: "support", stage: "inProcess" }
      : { id: "sales", stage: "negotiation" };
  return { kind: lead.kind, funnel: standing(lead, { ...place, why: [] }) };
}

function beganAt({ openedAt, createdAt }: Lead): Millis {
  return openedAt ?? createdAt.getTime();
}

async function holderOf(
  workspaceId: string,
  slots: DocumentSnapshot,
  replayed: Replayed,
): Promise<Held | undefined> {
  const id = openIn(read(OpenLeads, slots))[matterOf(replayed)];
  const found = id === undefined ? undefined : await leadOf(workspaceId, id).get();
  const lead = found && read(Lead, found);
  return found && lead ? { found, lead } : undefined;
}

/** Whether another lead of the person stays in its place. */
function isOlder({ lead, held }: Move): boolean {
  return held !== undefined && (held.lead.openedAt ?? 0) >= (lead.openedAt ?? 0);
}

function leadWrites(move: Move): Write[] {
  const { workspaceId, doc, lead, replayed } = move;
  const isOver = isEnded(lead.state);
  const isPart = !isOver && isOlder(move);
  const { platform, notes } = { platform: doc.get("platform"), notes: doc.get("notes") };
  const endedAt = lead.updatedAt.getTime();
  const { funnel, kind, folded } = replayed;
  const column = isOver || isPart ? null : columnOf(funnel);
  const at = beganAt(lead);
  const told: LeadHistory = {
    ...{ workspaceId, step: "created", at, by: byMigration, state: lead.state },
    ...(column === null ? {} : { entered: column }),
  };
  const changes = {
    ...{ funnel, column, folded, kind: isOver ? lead.kind : kind, openedAt: at },
    source: { kind: "channel", ...(platform ? { platform } : {}) },
    ...{ expectedOn: null, tags: [], files: [], lostReason: null, touched: lead.value !== null },
    wonAt: lead.state === "won" ? endedAt : null,
    lostAt: lead.state === "lost" ? endedAt : null,
    ...(isPart ? { mergedInto: move.held?.found.id } : {}),
    ...{ platform: undefined, notes: undefined },
  };
  const first = { text: notes, by: { id: "hilo", name: "Hilo" }, createdAt: lead.updatedAt };
  return [
    { update: doc, data: changes },
    { create: historyOf(workspaceId, doc.id).doc("created"), data: told },
    ...(typeof notes === "string" && notes !== ""
      ? [{ create: notesOf(workspaceId, doc.id).doc("first"), data: first }]
      : []),
  ];
}

/** Its place among the leads of its person; the older one that had it is a part of it. */
function placeWrites(move: Move): Write[] {
  const { doc, lead, replayed, slots, held } = move;
  const matter = matterOf(replayed);
  const before = read(OpenLeads, slots);
  if (isEnded(lead.state)) {
    const at = lead.updatedAt.getTime();
    const known = before?.ended[matter];
    if (!replayed.funnel || (known && known.at >= at)) return [];
    const ended = { ...before?.ended, [matter]: { leadId: doc.id, at } };
    return [writeTo(slots, { ended })];
  }
  if (isOlder(move)) return [];
  const place = writeTo(slots, { [matter]: doc.id, ...(before ? {} : { ended: {} }) });
  if (!held) return [place];
  return [place, { update: held.found, data: { mergedInto: doc.id, column: null } }];
}

function shownIn(
  conversation: DocumentSnapshot | undefined,
  leadId: string,
  { funnel }: Replayed,
): Write[] {
  if (!conversation || !read(Conversation, conversation)) return [];
  if (conversation.get("leadId") !== leadId) return [];
  return [{ update: conversation, data: { funnel: shownOf(funnel) } }];
}
