import { LeadHistory, LeadNote } from "@hilo/schema";
import { audit } from "../audit/audit.ts";
import type { Looking } from "../conversations/seen.ts";
import { newId } from "../platform/clock.ts";
import { commit, db, FieldValue, read } from "../platform/firestore.ts";
import { type LeadWorker, leadTarget, presentLead } from "./seen.ts";
import { newestHistory, newestNotes, notesOf } from "./store.ts";

/** So many of the newest are told. */
const mostTold = 200;

/** Adds a note; the same id again adds nothing. */
export async function addLeadNote(
  doer: LeadWorker,
  leadId: string,
  { id = newId(), text }: { id?: string | undefined; text: string },
): Promise<{ noteId: string }> {
  const lead = await presentLead(doer, leadId);
  const batch = db().batch();
  batch.create(notesOf(doer.workspaceId, leadId).doc(id), {
    text,
    by: { id: doer.id, name: doer.name },
    createdAt: FieldValue.serverTimestamp(),
  });
  audit(batch, doer, "leads.note", leadTarget(leadId, lead));
  await commit(batch);
  return { noteId: id };
}

/** The newest notes of a lead, the newest first. */
export async function listLeadNotes(viewer: Looking, leadId: string) {
  await presentLead(viewer, leadId);
  const newest = newestNotes(viewer.workspaceId, leadId, mostTold);
  const items = (await newest.get()).docs.flatMap((doc) => {
    const note = read(LeadNote, doc);
    return note ? [{ ...note, id: doc.id, createdAt: note.createdAt.getTime() }] : [];
  });
  return { items, cursor: null };
}

/** What became of a lead, the newest first. */
export async function listLeadHistory(viewer: Looking, leadId: string) {
  await presentLead(viewer, leadId);
  const newest = newestHistory(viewer.workspaceId, leadId, mostTold);
  const items = (await newest.get()).docs.flatMap((doc) => {
    const entry = read(LeadHistory, doc);
    if (!entry) return [];
    const { workspaceId: _, ...told } = entry;
    return [{ ...told, id: doc.id }];
  });
  return { items, cursor: null };
}
