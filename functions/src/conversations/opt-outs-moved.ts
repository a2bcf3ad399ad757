import { Contact, Conversation, Identity, type OptOut } from "@hilo/schema";
import { identitiesOf } from "../contacts/store.ts";
import type { Settling } from "../migrations/migration.ts";
import type { Write } from "../operations/kind.ts";
import { type DocumentSnapshot, read } from "../platform/firestore.ts";
import { conversationsOf } from "./store.ts";

/**
 * What a contact said of its channels goes to the names that lead to its conversations: where the conversation wants no
 * message at all, everything; where only the contact knew of it, marketing.
 */
export const optOutsMoved: Settling = {
  name: "optOuts",
  version: 2,
  collection: "contacts",
  isOutdated: ({ optOut }) => optOut !== undefined,
  settle: async (workspaceId, doc) => {
    const contact = read(Contact, doc);
    if (contact?.optOut === undefined) return undefined;
    const [conversations, names] = await Promise.all([
      conversationsOf(workspaceId).where("contactId", "==", doc.id).get(),
      identitiesOf(workspaceId).where("contactId", "==", doc.id).get(),
    ]);
    const moved = conversations.docs.flatMap((conversation) =>
      movesOf(contact, conversation, names.docs),
    );
    return {
      reads: [...conversations.docs, ...names.docs].map(({ ref }) => ref),
      writes: [{ update: doc, data: { optOut: undefined } }, ...moved],
    };
  },
};

function movesOf(
  { optOut = {} }: Contact,
  doc: DocumentSnapshot,
  names: readonly DocumentSnapshot[],
): Write[] {
  const conversation = read(Conversation, doc);
  if (!conversation) return [];
  const { optedOut, channelId, noMarketing, consentAt, lastMessageAt } = conversation;
  if (!optedOut && !optOut[channelId]) return [];
  const scope = optedOut ? "all" : "marketing";
  const at = consentAt ?? lastMessageAt;
  const kept: OptOut = { at, by: "contact", scope, proof: "before" };
  const leading = names.filter((name) => {
    const identity = read(Identity, name);
    return identity?.conversationId === doc.id && identity.optOut === undefined;
  });
  const told = scope === "marketing" && !noMarketing;
  return [
    ...(told ? [{ update: doc, data: { noMarketing: true } }] : []),
    ...leading.map((update) => ({ update, data: { optOut: kept } })),
  ];
}
