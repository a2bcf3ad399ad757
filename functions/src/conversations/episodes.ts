import {
  aboutOf,
  Contact,
  type Conversation,
  Episode,
  isOver,
  type Millis,
  takenBackMs,
} from "@hilo/schema";
import type { Doer } from "../audit/audit.ts";
import { contactOf } from "../contacts/store.ts";
import { now } from "../platform/clock.ts";
import { commit, db, FieldValue, read, type Transaction } from "../platform/firestore.ts";
import { messageIn } from "./early-changes.ts";
import { episodeOf } from "./episode-of.ts";
import type { NewMessage } from "./new-message.ts";
import { endedIn, nthEpisode, receivedAfter, sentAfter } from "./store.ts";
import { isAnswer } from "./waiting.ts";

// A conversation is for ever, what is measured is not: an episode begins with the first message of a matter, which
// the commit of that message notes in `episodeAt`, and ends when it is resolved or closed.

/** More of our messages than this are not looked at, and more of what machines wrote before the customer did. */
const most = 1000;
const few = 20;

type Place = { workspaceId: string; conversationId: string };

/** What an episode's end or its being taken back changes in the conversation, and what it writes beside it. */
export type EpisodeChange = {
  fields: Partial<Pick<Conversation, "episode" | "episodeAt" | "firstResponseAt">>;
  write(transaction: Transaction): void;
};

const nothing: EpisodeChange = { fields: {}, write: () => undefined };

/** Ends the episode under way, where one is. Should anything be sent meanwhile, the conversation is read anew. */
export async function ending(
  place: Place,
  conversation: Conversation,
  { at, by }: { at: Millis; by: Doer },
): Promise<EpisodeChange> {
  const { episode, contactId } = conversation;
  if (episode === undefined || typeof conversation.episodeAt !== "number") return nothing;
  const { workspaceId, conversationId } = place;
  const before = episode > 1 ? await episodeIn(place, episode - 1) : undefined;
  // What came late was written before the one before it ended.
  const from = Math.max(conversation.episodeAt, before?.to ?? 0);
  const { docs } = await sentAfter(workspaceId, conversationId, from, most).get();
  const wroteAt = from > conversation.episodeAt ? from : await firstWritten(place, from);
  const contact = read(Contact, await contactOf(workspaceId, contactId).get());
  const type = by.type === "member" ? ("member" as const) : ("system" as const);
  const language = contact?.language ?? null;
  const endedBy = { type, id: by.id };
  const ended = { conversationId, from, to: Math.max(at, from), wroteAt, endedBy, language };
  const sent = docs.flatMap((doc) => messageIn(doc) ?? []);
  const whole = Episode.parse(episodeOf(conversation, ended, sent));
  return {
    fields: { episode: episode + 1, episodeAt: null, firstResponseAt: null },
    write: (transaction) => void transaction.set(nthEpisode(place, episode), whole),
  };
}

async function episodeIn(place: Place, n: number): Promise<Episode | undefined> {
  return read(Episode, await nthEpisode(place, n).get());
}

/** When the customer first wrote from a time on (ms). */
async function firstWritten({ workspaceId, conversationId }: Place, from: Millis) {
  const { docs } = await receivedAfter(workspaceId, conversationId, from - 1, few).get();
  const written = docs.flatMap((doc) => messageIn(doc) ?? []);
  return written.find(({ quiet, past }) => !quiet && !past)?.providerAt ?? null;
}

/** Takes the last episode back where its end was: it goes on as if it had never ended. */
export async function resuming(
  transaction: Transaction,
  place: Place,
  { episode = 1, episodeAt: begunAt, status }: Conversation,
): Promise<EpisodeChange> {
  if (!isOver(status) || episode <= 1 || begunAt !== null) return nothing;
  const ref = nthEpisode(place, episode - 1);
  const last = read(Episode, await transaction.get(ref));
  if (!last || last.to < now() - takenBackMs) return nothing;
  const { from, to } = last;
  const firstResponseAt = last.firstResponseAt ?? (await answeredSince(transaction, place, to));
  return {
    fields: { episode: episode - 1, episodeAt: from, firstResponseAt },
    write: () => void transaction.delete(ref),
  };
}

/** When we first answered from a time on (ms): what was written elsewhere after the end counts again once that is taken back. */
async function answeredSince(
  transaction: Transaction,
  { workspaceId, conversationId }: Place,
  from: Millis,
): Promise<Millis | null> {
  const { docs } = await transaction.get(sentAfter(workspaceId, conversationId, from, few));
  const sent = docs.flatMap((doc) => messageIn(doc) ?? []);
  return sent.find(isAnswer)?.providerAt ?? null;
}

/** More matters than this of a conversation that joins another stay under its own name. */
const mostCarried = 50;

/** The matters of a conversation that joins another go on counting, as matters of that one. */
export async function episodesCarried(
  transaction: Transaction,
  from: Place,
  into: Place,
  { episode, contactId }: Conversation,
): Promise<EpisodeChange> {
  const { docs } = await transaction.get(endedIn(from, mostCarried));
  if (episode === undefined || docs.length === 0) return nothing;
  return {
    fields: { episode: episode + docs.length },
    write: () => {
      for (const [index, doc] of docs.entries()) {
        const about = { conversationId: into.conversationId, about: aboutOf(contactId) };
        transaction.set(nthEpisode(into, episode + index), { ...doc.data(), ...about });
        transaction.delete(doc.ref);
      }
    },
  };
}

/** Notes on the episode before that the customer came back: by the message that began the next one. */
export async function noteReopened(arrived: NewMessage): Promise<boolean> {
  const begun = await begunBy(arrived);
  if (begun === undefined || begun <= 1) return false;
  const before = await episodeIn(arrived, begun - 1);
  const at = Math.max(arrived.message.providerAt, before?.to ?? 0);
  if (!before || (before.reopenedAt ?? Infinity) <= at) return false;
  // One that is taken back in this moment is gone, and was not reopened.
  const batch = db()
    .batch()
    .update(nthEpisode(arrived, begun - 1), { reopenedAt: FieldValue.minimum(at) });
  return (await commit(batch)) === "written";
}

/** Whether a message may have begun an episode that is not the first. */
export function mayHaveReopened({
  message,
  conversation,
}: Pick<NewMessage, "message" | "conversation">) {
  const { episode = 1, episodeAt: begunAt } = conversation;
  if (message.quiet || message.past || episode <= 1) return false;
  return begunAt === null || begunAt === message.providerAt;
}

/** The number of the episode that a message began; where it is over by now, it tells by itself. */
async function begunBy(arrived: NewMessage): Promise<number | undefined> {
  if (!mayHaveReopened(arrived)) return undefined;
  const { message, conversation } = arrived;
  const { episode = 1, episodeAt: begunAt } = conversation;
  if (begunAt !== null) return episode;
  const ended = await episodeIn(arrived, episode - 1);
  return ended?.from === message.providerAt ? episode - 1 : undefined;
}
