import { Contact, type ContactView, Identity } from "@hilo/schema";
import { AppError } from "../platform/errors.ts";
import { read } from "../platform/firestore.ts";
import { contactOf, identitiesOf } from "./store.ts";

type Own = Omit<ContactView, "summary" | "openLeads" | "caseIds">;

/** What a contact is, and what was asked for at its addresses; throws `notFound`. */
export async function contactView(workspaceId: string, contactId: string): Promise<Own> {
  const contact = read(Contact, await contactOf(workspaceId, contactId).get());
  if (!contact) throw new AppError("notFound", "There is no such contact.");
  const { docs } = await identitiesOf(workspaceId).where("contactId", "==", contactId).get();
  const optOuts = docs.flatMap((doc) => {
    const identity = read(Identity, doc);
    if (!identity?.optOut) return [];
    const { channelId, address, optOut } = identity;
    const { at, by, scope } = optOut;
    return [{ channelId, address, at, by, scope }];
  });
  const left = optOuts.filter(({ scope }) => scope === "all");
  const { createdAt, updatedAt, optOut: before, ...own } = contact;
  return {
    ...own,
    id: contactId,
    optOut: { ...before, ...Object.fromEntries(left.map((one) => [one.channelId, true as const])) },
    optOuts,
    createdAt: createdAt.getTime(),
    updatedAt: updatedAt.getTime(),
  };
}
