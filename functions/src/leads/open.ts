import { nobody, OpenLeads } from "@hilo/schema";
import {
  type DocumentReference,
  FieldValue,
  read,
  type Transaction,
  type Writer,
} from "../platform/firestore.ts";
import { openLeadsOf } from "./store.ts";

/** The leads of a person that are open, one a matter, and those that ended last. */
export type Slots = {
  ref: DocumentReference;
  /** The id of a lead by its matter: a funnel, or 'none'. */
  open: Readonly<Record<string, string>>;
  ended: OpenLeads["ended"];
};

/** Reads them inside a transaction, before it writes. */
export async function slotsIn(
  transaction: Transaction,
  workspaceId: string,
  contactId: string,
): Promise<Slots> {
  const ref = openLeadsOf(workspaceId, contactId);
  const found = read(OpenLeads, await transaction.get(ref));
  return { ref, open: openIn(found), ended: found?.ended ?? {} };
}

/** The ids of the leads that are open, by matter. */
export function openIn(found: OpenLeads | undefined): Record<string, string> {
  const all = Object.entries(found ?? {});
  return Object.fromEntries(
    all.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

/** The matter of a lead, of which a person has no second one that is open. */
export function matterOf({ funnel }: { funnel: { id: string } | null }): string {
  return funnel?.id ?? nobody;
}

/** A lead takes the place of its matter; the one that it had is free. */
export function takeSlot(write: Writer, { ref }: Slots, leadId: string, to: string, from?: string) {
  const left = from === undefined || from === to ? {} : { [from]: FieldValue.delete() };
  write.set(ref, { [to]: leadId, ...left }, { merge: true });
}

/** A lead has ended, or is another's: its place is free. Of one that was won or lost it is kept when. */
export function leaveSlot(
  write: Writer,
  { ref, open }: Slots,
  leadId: string,
  { matter, endedAt }: { matter: string; endedAt?: number },
): void {
  const isIts = open[matter] === leadId;
  const tells = endedAt !== undefined && matter !== nobody;
  if (!isIts && !tells) return;
  write.set(
    ref,
    {
      ...(isIts ? { [matter]: FieldValue.delete() } : {}),
      ...(tells ? { ended: { [matter]: { leadId, at: endedAt } } } : {}),
    },
    { merge: true },
  );
}
