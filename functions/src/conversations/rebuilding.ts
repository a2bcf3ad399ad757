import { Contact, Conversation, type Message, threadOrder } from "@hilo/schema";
import { contactOf } from "../contacts/store.ts";
import type { Settling } from "../migrations/migration.ts";
import { writeTo } from "../operations/kind.ts";
import { type DocumentSnapshot, db, isUnreadable, read } from "../platform/firestore.ts";
import { messageIn } from "./early-changes.ts";
import { rebuiltEpisodes } from "./rebuilt-episodes.ts";
import { messagesOf, nthEpisode } from "./store.ts";

/** So many messages of a thread are read at once, whole; what is kept of each is what tells of its episodes. */
const pageSize = 300;

/** Of more matters than this the oldest are counted, and not written: one commit takes no more. */
const most = 300;

/** Gives a conversation that was not measured yet the episodes that its thread tells of. */
export const episodesRebuilt: Settling = {
  name: "episodes",
  version: 1,
  collection: "conversations",
  isOutdated: ({ episode }) => episode === undefined,
  settle: async (workspaceId, doc) => {
    const conversation = read(Conversation, doc);
    if (conversation?.episode !== undefined || !conversation) return undefined;
    const place = { workspaceId, conversationId: doc.id };
    // Whatever is written meanwhile changes the conversation, which is then settled again.
    const thread = await threadOf(place);
    const contact = await contactOf(workspaceId, conversation.contactId).get();
    const about = {
      conversationId: doc.id,
      language: read(Contact, contact)?.language ?? null,
    };
    const rebuilt = rebuiltEpisodes(conversation, thread, about);
    if (!rebuilt) return undefined;
    const first = Math.max(0, rebuilt.episodes.length - most);
    const episodes = rebuilt.episodes.slice(first);
    // An undo leaves those that somebody touched.
    const found = await allOf(episodes.map((_, index) => nthEpisode(place, first + index + 1)));
    return {
      reads: [contact.ref, ...found.map(({ ref }) => ref)],
      writes: [
        { update: doc, data: rebuilt.changes },
        ...episodes.flatMap((episode, index) => {
          const there = found[index];
          return there ? [writeTo(there, episode)] : [];
        }),
      ],
    };
  },
};

async function allOf(refs: DocumentSnapshot["ref"][]): Promise<DocumentSnapshot[]> {
  return refs.length === 0 ? [] : db().getAll(...refs);
}

/** A thread in its order, without what was said in it. */
async function threadOf(place: {
  workspaceId: string;
  conversationId: string;
}): Promise<Message[]> {
  const ordered = messagesOf(place.workspaceId, place.conversationId).orderBy("__name__");
  const thread: (Message & { id: string })[] = [];
  let page = await ordered.limit(pageSize).get();
  while (page.docs.length > 0) {
    thread.push(...page.docs.flatMap(told));
    page = await ordered.startAfter(page.docs.at(-1)).limit(pageSize).get();
  }
  return thread.sort(threadOrder);
}

/** What nobody can read tells nothing. */
function told(doc: DocumentSnapshot): (Message & { id: string })[] {
  const message = readable(doc);
  if (!message) return [];
  const { mail: _, sender: __, ...rest } = message;
  return [{ ...rest, id: doc.id, text: "", attachments: [] }];
}

function readable(doc: DocumentSnapshot): Message | undefined {
  try {
    return messageIn(doc);
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
}
