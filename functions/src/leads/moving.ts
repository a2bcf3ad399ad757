import { Lead, type MovedLead, nobody } from "@hilo/schema";
import { audit } from "../audit/audit.ts";
import { funnelIn, funnelsIn, stageIn } from "../funnels/funnels.ts";
import { now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { db, read } from "../platform/firestore.ts";
import { conversationsWith } from "./copies.ts";
import { placeAt, stateIn } from "./making.ts";
import { matterOf, type Slots, slotsIn, takeSlot } from "./open.ts";
import { rankAt, rankBetween } from "./rank.ts";
import { doerOf, type LeadWorker, leadTarget, presentLead } from "./seen.ts";
import { isByPerson, isOpen, takeStep } from "./steps.ts";
import { leadOf, standingAbove, standingBelow } from "./store.ts";

type Moved = { leadId: string; stage: string; rank: string };

/**
 * Moves one card: to a stage, above or below another card or at its end. Throws `moved` where it is not in the stage any
 * more in which its mover saw it, with who put it where; `conflict` where its person has another open lead in the funnel.
 */
export async function moveLead(
  doer: LeadWorker,
  leadId: string,
  { funnelId, stage: wanted, seen, before, after }: MovedLead,
): Promise<Moved> {
  const { workspaceId } = doer;
  const known = stageIn(await funnelIn(workspaceId, funnelId), wanted);
  const stage = known.id;
  const column = `${funnelId}/${stage}`;
  const rank = await rankIn(workspaceId, column, leadId, { before, after });
  const conversationIds = await conversationsWith(workspaceId, leadId);
  return db().runTransaction(async (transaction) => {
    const lead = await presentLead(doer, leadId, transaction);
    await refuseMoved(workspaceId, lead, seen);
    const slots = await slotsIn(transaction, workspaceId, lead.contactId);
    refuseSecond(slots, leadId, funnelId);
    const at = now();
    const stays = lead.column === column;
    const since = stays ? (lead.funnel?.since ?? at) : at;
    const by = doerOf(doer);
    const funnel = placeAt({ id: funnelId, stage, why: [] }, by.type, { at: since, rank });
    await takeStep(transaction, {
      ...{ workspaceId, leadId, before: lead, at, step: "moved", by },
      after: { funnel, state: stateIn(known, lead.state), suggested: null },
      conversationIds,
    });
    if (matterOf(lead) !== funnelId) takeSlot(transaction, slots, leadId, funnelId, matterOf(lead));
    if (!stays)
      audit(transaction, doer, "leads.move", leadTarget(leadId, lead), {
        stage: { from: lead.column, to: column },
      });
    return { leadId, stage, rank };
  });
}

/** Where a card comes to stand that is put directly above or below another one, or at the end. */
async function rankIn(
  workspaceId: string,
  column: string,
  leadId: string,
  { before, after }: Pick<MovedLead, "before" | "after">,
): Promise<string> {
  const id = before ?? after;
  if (id === undefined || id === leadId) return rankAt(now());
  const one = read(Lead, await leadOf(workspaceId, id).get());
  // Whoever has left the column meanwhile is nobody's neighbour.
  if (one?.column !== column || !one.funnel) return rankAt(now());
  const { rank } = one.funnel;
  const others = before
    ? standingAbove(workspaceId, column, rank)
    : standingBelow(workspaceId, column, rank);
  const { docs } = await others.get();
  const ranks = docs.filter((doc) => doc.id !== leadId).map((doc) => doc.get("funnel.rank"));
  const next = ranks[0] ?? null;
  return before ? rankBetween(next, rank) : rankBetween(rank, next);
}

/** A card is moved from where its mover saw it: an old screen puts nothing back. */
async function refuseMoved(workspaceId: string, lead: Lead, seen: string | null): Promise<void> {
  if (!isOpen(lead))
    throw new AppError("conflict", "This lead has ended. Open it again to move it.");
  if ((lead.funnel?.stage ?? null) === seen) return;
  const { funnel, changedBy } = lead;
  const names = await funnelsIn(workspaceId);
  const found = names.find(({ id }) => id === funnel?.id);
  const stage = found?.stages.find(({ id }) => id === funnel?.stage)?.name ?? "the tray";
  const mover = isByPerson(funnel?.by) ? changedBy : undefined;
  const who = mover?.name || "Hilo";
  throw new AppError("moved", `${who} has moved it to ${stage} meanwhile.`, {
    changed: [
      {
        field: "funnel",
        value: funnel && { id: funnel.id, stage: funnel.stage },
        by: mover ? { id: mover.id, name: mover.name } : null,
        at: funnel?.since ?? null,
      },
    ],
  });
}

/** A person has one open lead in a funnel. */
export function refuseSecond({ open }: Slots, leadId: string, matter: string): void {
  const other = matter === nobody ? undefined : open[matter];
  if (other === undefined || other === leadId) return;
  throw new AppError(
    "taken",
    "This person has an open lead in this funnel already. Go on with that one, or end it first.",
    { details: [{ path: "funnelId", message: other }] },
  );
}
