import assert from "node:assert/strict";
import { Contact, Conversation, Episode, Message, threadOrder } from "@hilo/schema";
import { contactOf } from "../../functions/src/contacts/store.ts";
import { rebuiltEpisodes } from "../../functions/src/conversations/rebuilt-episodes.ts";
import {
  conversationsOf,
  episodesOf,
  messagesOf,
} from "../../functions/src/conversations/store.ts";
import { FieldValue, read } from "../../functions/src/platform/firestore.ts";

/** What is measured of a conversation, and the matters of it that have ended, by their number. */
export type Measured = Pick<Conversation, "episode" | "episodeAt" | "firstResponseAt"> & {
  ended: Record<string, Episode>;
};

/** Makes the conversations of a workspace as they were before anything was measured. */
export async function unmeasure(workspaceId: string): Promise<void> {
  for (const { ref } of (await episodesOf(workspaceId).get()).docs) await ref.delete();
  for (const { ref } of (await conversationsOf(workspaceId).get()).docs)
    await ref.update({ episode: FieldValue.delete(), episodeAt: FieldValue.delete() });
}

/** What stands in the database, of each conversation. */
export async function measuredIn(workspaceId: string): Promise<Record<string, Measured>> {
  const episodes = (await episodesOf(workspaceId).get()).docs;
  const all = await conversationsIn(workspaceId);
  return Object.fromEntries(
    all.map(([id, { episode, episodeAt, firstResponseAt }]) => {
      const own = episodes.filter((doc) => doc.id.startsWith(`${id}-`));
      const ended = own.map((doc) => [
        doc.id.slice(id.length + 1),
        read(Episode, doc) ?? assert.fail(),
      ]);
      return [id, { episode, episodeAt, firstResponseAt, ended: Object.fromEntries(ended) }];
    }),
  );
}

/** What the threads tell, of each conversation, by the pure function. */
export async function toldIn(workspaceId: string): Promise<Record<string, Measured>> {
  const all = await conversationsIn(workspaceId);
  const told = await Promise.all(
    all.map(async ([id, { episode: _, ...conversation }]) => {
      const { docs } = await messagesOf(workspaceId, id).get();
      const thread = docs
        .map((doc) => ({ ...(read(Message, doc) ?? assert.fail()), id: doc.id }))
        .sort(threadOrder);
      const contact = read(Contact, await contactOf(workspaceId, conversation.contactId).get());
      const about = { conversationId: id, language: contact?.language ?? null };
      const { episodes, changes } = rebuiltEpisodes(conversation, thread, about) ?? assert.fail();
      const ended = episodes.map((one, index) => [String(index + 1), one]);
      return [id, { ...changes, ended: Object.fromEntries(ended) }];
    }),
  );
  return Object.fromEntries(told);
}

async function conversationsIn(workspaceId: string): Promise<[id: string, Conversation][]> {
  const { docs } = await conversationsOf(workspaceId).get();
  return docs.map((doc) => [doc.id, read(Conversation, doc) ?? assert.fail()]);
}
