import type { ListedConversation } from "@hilo/schema";
import { limit, orderBy, type Query, query, where } from "firebase/firestore";
import { type Source, source } from "../ui/source.ts";
import { call } from "./api.ts";
import { collectionOf } from "./firestore.ts";
import { followWhole } from "./follow-whole.ts";
import { listed } from "./listed.ts";
import { signedIn } from "./session.ts";
import { asSeen, seesAll } from "./sight.ts";
import { whenSignedOut } from "./signed-out.ts";
import { whileHeard } from "./visibility.ts";

/** More unseen mentions than anybody counts. */
const most = 100;

/** Conversations in which this member was mentioned and has not seen it; nothing until that is known. */
export type Unseen = readonly ListedConversation[] | undefined;

const unseen = source<Unseen>(undefined, () =>
  whileHeard(() =>
    asSeen(() =>
      followWhole(
        seesAll() ? mentioning() : sharedAndMentioning(),
        (found) => unseen.set(toSee(found.map((one) => listed(one.id, one.data())))),
        () => unseen.set(unseen.value),
      ),
    ),
  ),
);
whenSignedOut(() => unseen.set(undefined));

function mentioning(): Query {
  const { uid } = signedIn();
  return query(
    collectionOf("conversations"),
    where("mentioned", "array-contains", uid),
    limit(most),
  );
}

/** What is shared with who does not see all is told to them by `guests` only, and a query takes one such fact. */
function sharedAndMentioning(): Query {
  const { uid } = signedIn();
  return query(
    collectionOf("conversations"),
    where("guests", "array-contains", uid),
    orderBy("mentionedAt", "desc"),
    limit(most),
  );
}

/** Live, for as long as somebody listens. */
export const unseenMentions: Source<Unseen> = unseen;

function toSee(found: readonly ListedConversation[]): readonly ListedConversation[] {
  return found.filter((one) => isMentioned(one));
}

/** Whether a member was mentioned in a conversation and has not seen it. */
export function isMentioned({ mentioned }: ListedConversation, uid = signedIn().uid): boolean {
  return mentioned?.includes(uid) ?? false;
}

/** Tells that this member has seen what mentions them, as far as it was shown. */
export function seeMention({ id, mentionedAt }: ListedConversation): Promise<unknown> {
  const body = mentionedAt === undefined ? {} : { seen: mentionedAt };
  return call("seeMention", { params: { conversationId: id }, body });
}
