import { Conversation, dayAfter, dayBounds, dayOf, Member } from "@hilo/schema";
import { countRepaired, flush } from "./channels/health.ts";
import { freeConversations } from "./conversations/absent.ts";
import { eachActiveSince } from "./conversations/active.ts";
import { messageIn } from "./conversations/early-changes.ts";
import { conversationsOf, saidSince } from "./conversations/store.ts";
import { alone } from "./platform/alone.ts";
import { now } from "./platform/clock.ts";
import { type DocumentSnapshot, db, read } from "./platform/firestore.ts";
import { log } from "./platform/log.ts";
import { zoneOf } from "./settings/settings.ts";
import { statsOf } from "./stats/store.ts";
import { makeUp } from "./triggers.ts";
import { disabledMembers } from "./users/store.ts";

/** So many nights may have been missed, and are made up for by the next one that comes. */
const mostDays = 7;

/** What is younger (ms) may still have its event before it. */
const graceMs = 10 * 60 * 1000;

/**
 * Each night, before the days are folded: does what events would have done that never ran, in every message of a
 * workspace since the last night that came, and counts it on its channel. Nothing that is whole is written.
 */
export async function mendSince(workspaceId: string): Promise<void> {
  const since = await unmendedSince(workspaceId);
  if (since !== undefined) await mend(workspaceId, since);
  await flush();
}

/** The first moment (ms) of the first day that no night has folded; undefined when yesterday is folded. */
async function unmendedSince(workspaceId: string): Promise<number | undefined> {
  const timeZone = await zoneOf(workspaceId);
  const today = dayOf(now(), timeZone);
  const days = Array.from({ length: mostDays }, (_, i) => dayAfter(today, -i - 1));
  const folds = await db().getAll(...days.map((day) => statsOf(workspaceId).doc(day)));
  const folded = folds.findIndex(({ exists }) => exists);
  const first = days[(folded < 0 ? days.length : folded) - 1];
  return first === undefined ? undefined : dayBounds(first, timeZone).start;
}

/** Makes up for what is missing in a workspace since a time (ms). */
export async function mend(workspaceId: string, since: number): Promise<void> {
  await freeOfAbsent(workspaceId);
  await eachActiveSince(workspaceId, since, (doc) =>
    alone("mending.failed", { workspaceId, conversationId: doc.id }, () =>
      mendConversation(workspaceId, doc, since),
    ),
  );
}

/** Of those who work here no more, though nobody heard of it. */
async function freeOfAbsent(workspaceId: string): Promise<void> {
  const { docs } = await disabledMembers(workspaceId).get();
  for (const doc of docs)
    await alone("mending.failed", { workspaceId, uid: doc.id }, async () => {
      const name = read(Member, doc)?.name ?? "";
      for (const channelId of await freeConversations(workspaceId, doc.id, name))
        countRepaired(workspaceId, channelId);
    });
}

async function mendConversation(
  workspaceId: string,
  found: DocumentSnapshot,
  since: number,
): Promise<void> {
  const conversationId = found.id;
  let conversation = read(Conversation, found);
  const thread = await threadSince(workspaceId, conversationId, since);
  // An answer written elsewhere comes first: it is counted with the wait that it ends.
  for (const message of thread.toSorted((a, b) => Number(b.echo ?? 0) - Number(a.echo ?? 0))) {
    if (!conversation || message.createdAt.getTime() > now() - graceMs) continue;
    const ids = { workspaceId, conversationId, messageId: message.id };
    const made = await makeUp({ ...ids, message, conversation }, thread);
    if (made.length === 0) continue;
    log.warn("events.lost", { ...ids, made: made.join(", ") });
    countRepaired(workspaceId, conversation.channelId);
    // What comes after it sees what has just been made.
    conversation = read(Conversation, await conversationsOf(workspaceId).doc(conversationId).get());
  }
}

/** What was said since a time (ms), in its order. */
async function threadSince(workspaceId: string, conversationId: string, since: number) {
  const { docs } = await saidSince(workspaceId, conversationId, since).get();
  return docs.flatMap((doc) => {
    const message = messageIn(doc);
    return message ? [{ ...message, id: doc.id }] : [];
  });
}
