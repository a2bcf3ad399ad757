import { type Conversation, OptOut } from "@hilo/schema";
import { type DocumentSnapshot, FieldValue, type Transaction } from "../platform/firestore.ts";
import { namesLeadingTo } from "./identities.ts";
import { contactOf } from "./store.ts";

/** What stands of somebody's wish not to be written to on the names that lead to a conversation. */
export type OptOuts = {
  /** Whether they had left. */
  left: boolean;
  /** Notes what they wish now, undefined where they may be written to; tells whether that was news. */
  note(wish: OptOut | undefined): boolean;
};

/** Looks inside a transaction at the wishes of whoever a conversation is with. */
export async function optOutsOf(
  transaction: Transaction,
  workspaceId: string,
  conversationId: string,
): Promise<OptOuts> {
  const names = await namesLeadingTo(transaction, workspaceId, conversationId);
  return {
    left: names.some((name) => optOutIn(name) !== undefined),
    note: (wish) => {
      const others = names.filter((name) => optOutIn(name)?.scope !== wish?.scope);
      for (const { ref } of others)
        transaction.update(ref, { optOut: wish ?? FieldValue.delete() });
      return others.length > 0;
    },
  };
}

function optOutIn(name: DocumentSnapshot): OptOut | undefined {
  return OptOut.optional().parse(name.get("optOut"));
}

/** Whether somebody had left as contacts of before the migration `optOuts` have it: by channel, on the contact. */
export async function leftBefore(
  workspaceId: string,
  { contactId, channelId }: Pick<Conversation, "contactId" | "channelId">,
): Promise<boolean> {
  const contact = await contactOf(workspaceId, contactId).get();
  return contact.get(`optOut.${channelId}`) === true;
}
