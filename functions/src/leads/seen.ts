import { isVisibleTo, Lead, type Viewer } from "@hilo/schema";
import type { Doer } from "../audit/audit.ts";
import type { Looking } from "../conversations/seen.ts";
import { AppError } from "../platform/errors.ts";
import { read, type Transaction } from "../platform/firestore.ts";
import { leadOf } from "./store.ts";

/** Somebody who works on leads. */
export type LeadWorker = Doer & Looking;

/** Whether somebody sees a lead. */
export function seesLead(viewer: Viewer, { ownerId, teamId }: Lead): boolean {
  return isVisibleTo(viewer, { holderId: ownerId, teamId });
}

/** A lead that somebody sees, as it is; throws `notFound`. */
export async function presentLead(
  viewer: Looking,
  leadId: string,
  transaction?: Transaction,
): Promise<Lead> {
  const ref = leadOf(viewer.workspaceId, leadId);
  const lead = read(Lead, await (transaction ? transaction.get(ref) : ref.get()));
  if (lead && seesLead(viewer, lead)) return lead;
  throw new AppError("notFound", "There is no such lead.");
}

/** A lead as the audit names it, and whom it is about. */
export function leadTarget(leadId: string, { contactId }: Pick<Lead, "contactId">) {
  return { path: `leads/${leadId}`, about: [contactId] };
}

/** Whoever works on a lead, as its history names them. */
export function doerOf({ type, id, name }: LeadWorker) {
  return { type: type === "apiKey" ? "apiKey" : "member", id, name } as const;
}
