import { type Folded, type Lead, threadOrder } from "@hilo/schema";
import { messageIn } from "../conversations/early-changes.ts";
import type { NewMessage } from "../conversations/new-message.ts";
import { newestOf } from "../conversations/store.ts";
import { type Classified, emptyState, type FoldState, step } from "../funnels/classify.ts";
import { answerBetween, isPersons, type Said, saidIn, tellsMatter } from "./speech.ts";

/** So many of the last messages are gone over again where an older one comes late. */
const refolded = 30;

/** What a lead is in memory of after a message, and what that says. */
export type Fold = { folded: Folded; says: Classified };

/** A message that came twice is known among so many. */
const remembered = 20;

/**
 * Folds a message into what a lead is in memory of; undefined where it is in it already. Unless it comes late, nothing is
 * read.
 */
export async function foldIn(
  arrived: NewMessage,
  lead: Pick<Lead, "folded"> | undefined,
): Promise<Fold | undefined> {
  const { message, messageId, conversation } = arrived;
  const known = lead?.folded;
  if (known?.ids.includes(messageId)) return undefined;
  if (known && message.providerAt < known.at) return foldAgain(arrived, known.at);
  const answer = answerBetween(conversation, known?.at ?? 0, message.providerAt);
  const said = [...(answer ? [answer] : []), saidIn(message)];
  const folded = foldAll(said, known?.state as FoldState | undefined);
  const ids = [...(known?.ids ?? []), messageId].slice(-remembered);
  return { folded: { at: message.providerAt, ids, state: folded.state }, says: folded };
}

/** The last of what was said, in its order, folded from the beginning. */
async function foldAgain(arrived: NewMessage, knownAt: number): Promise<Fold | undefined> {
  const { workspaceId, conversationId, messageId } = arrived;
  const { docs } = await newestOf(workspaceId, conversationId, refolded).get();
  const thread = docs
    .flatMap((doc) => {
      const message = messageIn(doc);
      return message ? [{ ...message, id: doc.id }] : [];
    })
    .filter((message) => tellsMatter({ message }) || isPersons(message))
    .sort(threadOrder);
  // What is older than all that counts changes nothing.
  if (!thread.some(({ id }) => id === messageId)) return undefined;
  const folded = foldAll(thread.map(saidIn));
  const heard = thread.filter(({ direction }) => direction === "inbound");
  const at = Math.max(knownAt, heard.at(-1)?.providerAt ?? 0);
  const ids = heard.map(({ id }) => id).slice(-remembered);
  return { folded: { at, ids, state: folded.state }, says: folded };
}

function foldAll([first, ...rest]: readonly Said[], state = emptyState()): Classified {
  const begun = step(state, first ?? { from: "customer", text: "" });
  return rest.reduce((folded, one) => step(folded.state, one), begun);
}
