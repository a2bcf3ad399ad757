import { Conversation, Lead } from "@hilo/schema";
import * as z from "zod";
import type { Doer } from "../audit/audit.ts";
import { conversationsOf } from "../conversations/store.ts";
import { begin } from "../operations/begin.ts";
import type { Job, Kind, Settled, Write } from "../operations/kind.ts";
import { now } from "../platform/clock.ts";
import { hash } from "../platform/crypto.ts";
import { type DocumentSnapshot, db, read } from "../platform/firestore.ts";
import { conversationsWith } from "./copies.ts";
import { shownOf } from "./steps.ts";
import { historyOf, leadOf, standingIn } from "./store.ts";

const Row = z.object({ leadId: z.string() });
type Row = z.infer<typeof Row>;

const Input = z.object({ funnelId: z.string(), into: z.record(z.string(), z.string()) });

/** The operation that moves the leads of stages that went; those moved there meanwhile land in the new one by themselves. */
export const stagesGone: Kind<Row> = {
  name: "stages",
  row: Row,
  undo: null,
  async *plan({ workspaceId, input }: Job) {
    const { funnelId, into } = Input.parse(input);
    for (const stage of Object.keys(into)) {
      const { docs } = await standingIn(workspaceId, `${funnelId}/${stage}`).select().get();
      for (const { id } of docs) yield { leadId: id };
    }
  },
  apply: (job, rows) => Promise.all(rows.slice(0, atOnce).map((row) => moved(job, row))),
};

const atOnce = 40;

/** Whether any lead stands in a stage. */
export async function isInUse(
  workspaceId: string,
  funnelId: string,
  stage: string,
): Promise<boolean> {
  return !(await standingIn(workspaceId, `${funnelId}/${stage}`).limit(1).get()).empty;
}

/** Begins the operation; gives its id. */
export function moveAll(
  doer: Doer,
  funnelId: string,
  into: Readonly<Record<string, string>>,
): Promise<string> {
  return begin(doer, stagesGone, { funnelId, into });
}

async function moved({ id, workspaceId, by, input }: Job, { leadId }: Row): Promise<Settled> {
  const { funnelId, into } = Input.parse(input);
  const ref = leadOf(workspaceId, leadId);
  const found = await ref.get();
  const lead = read(Lead, found);
  const stage = lead?.funnel?.id === funnelId ? into[lead.funnel.stage] : undefined;
  if (!lead?.funnel || stage === undefined || lead.column === null)
    return { outcome: "same", reads: [ref] };
  const at = now();
  const funnel = { ...lead.funnel, stage, since: at };
  const column = `${funnelId}/${stage}`;
  const copies = await copiesOf(workspaceId, leadId);
  const shown = copies.map((doc): Write => ({ update: doc, data: { funnel: shownOf(funnel) } }));
  const told = {
    ...{ workspaceId, step: "moved", at, left: lead.column, entered: column },
    spentMs: Math.max(0, at - lead.funnel.since),
    by: { type: by.type, id: by.id, name: by.name },
  };
  return {
    outcome: "update",
    reads: [ref, ...copies.map((doc) => doc.ref)],
    about: [lead.contactId],
    writes: [
      { update: found, data: { funnel, column, updatedAt: new Date(at) } },
      { create: historyOf(workspaceId, leadId).doc(hash(id, leadId)), data: told },
      ...shown,
    ],
  };
}

async function copiesOf(workspaceId: string, leadId: string): Promise<DocumentSnapshot[]> {
  const refs = (await conversationsWith(workspaceId, leadId)).map((id) =>
    conversationsOf(workspaceId).doc(id),
  );
  const docs = refs.length > 0 ? await db().getAll(...refs) : [];
  return docs.filter((doc) => read(Conversation, doc) !== undefined);
}
