import type { ListedConversation } from "@hilo/schema";
import { limit, query, where } from "firebase/firestore";
import { type Source, source } from "../ui/source.ts";
import { call } from "./api.ts";
import { collectionOf } from "./firestore.ts";
import { followWhole } from "./follow-whole.ts";
import { listed } from "./listed.ts";
import { signedIn } from "./session.ts";
import { whenSignedOut } from "./signed-out.ts";
import { whileHeard } from "./visibility.ts";

/** More unseen mentions than anybody counts. */
const most = 100;

/** Conversations in which this member was mentioned and has not seen it; nothing until that is known. */
export type Unseen = readonly ListedConversation[] | undefined;

const unseen = source<Unseen>(undefined, () =>
  whileHeard(() => {
    const { uid } = signedIn();
    return followWhole(
      query(collectionOf("conversations"), where("mentioned", "array-contains", uid), limit(most)),
      (found) => unseen.set(found.map((one) => listed(one.id, one.data()))),
      () => unseen.set(unseen.value),
    );
  }),
);
whenSignedOut(() => unseen.set(undefined));

/** Live, for as long as somebody listens. */
export const unseenMentions: Source<Unseen> = unseen;

/** Whether a member was mentioned in a conversation and has not seen it. */
export function isMentioned({ mentioned }: ListedConversation, uid = signedIn().uid): boolean {
  return mentioned?.includes(uid) ?? false;
}

/** Tells that this member has seen what mentions them, as far as it was shown. */
export function seeMention({ id, mentionedAt }: ListedConversation): Promise<unknown> {
  const body = mentionedAt === undefined ? {} : { seen: mentionedAt };
  return call("seeMention", { params: { conversationId: id }, body });
}
