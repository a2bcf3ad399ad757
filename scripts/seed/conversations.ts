import { Conversation, Episode, isEnded, type OptOut } from "@hilo/schema";
import { introduce } from "../../functions/src/contacts/identities.ts";
import { rebuiltEpisodes } from "../../functions/src/conversations/rebuilt-episodes.ts";
import { conversationsOf, messageOf, nthEpisode } from "../../functions/src/conversations/store.ts";
import { shownOf } from "../../functions/src/leads/steps.ts";
import { commit, db } from "../../functions/src/platform/firestore.ts";
import { channelTable } from "./channel-table.ts";
import { contactIdOf } from "./contacts.ts";
import { conversationOf } from "./conversation.ts";
import type { Dialogue } from "./dialogue.ts";
import { dialogues } from "./dialogues/index.ts";
import { keepFiles } from "./files.ts";
import { countOnChannel } from "./health.ts";
import { conversationIdOf } from "./ids.ts";
import { type SeededLead, seededLead, writeLead } from "./leads.ts";
import { type Place, threadOf, type Written } from "./messages.ts";
import { personOf } from "./people.ts";
import { senderOf } from "./senders.ts";
import { countThread } from "./stats.ts";
import { withWaits } from "./waits.ts";
import { workspaceId } from "./workspace.ts";

/** Creates the conversations that are not there yet; returns how many. */
export async function seedConversations(now: number): Promise<number> {
  const places = dialogues.map((dialogue) => ({ dialogue, place: placeOf(dialogue) }));
  const found = await db().getAll(
    ...places.map(({ place }) => conversationsOf(workspaceId).doc(place.conversationId)),
  );
  const known = new Set(found.filter(({ exists }) => exists).map(({ id }) => id));
  const missing = places.filter(({ place }) => !known.has(place.conversationId));
  const held = missing.length > 0 ? leadsOf(places, now) : new Map();
  const created = await Promise.all(
    missing.map(({ dialogue, place }) => seedConversation({ dialogue, place, held }, now)),
  );
  return created.filter(Boolean).length;
}

function placeOf({ channel, person }: Dialogue): Place {
  return {
    conversationId: conversationIdOf(channel, person),
    contactId: contactIdOf(person),
    sender: senderOf(person, channel),
  };
}

/** The wish not to be written to that a thread tells: said in a message. */
function wishIn(thread: readonly Written[]): OptOut | undefined {
  const line = thread.find(({ message }) => message.event?.type === "optOut");
  if (!line) return undefined;
  const { id: messageId, message } = line;
  return { at: message.providerAt, by: "contact", scope: "all", proof: "message", messageId };
}

/** By the conversation from which it comes or whose it is: of two that a person has open in one matter, the newer one. */
type Held = ReadonlyMap<string, SeededLead>;

function leadsOf(places: readonly { dialogue: Dialogue; place: Place }[], now: number): Held {
  const all = places
    .map(({ dialogue, place }) => {
      const thread = withWaits(threadOf(dialogue, place, now));
      return { place, made: seededLead(dialogue, place, thread) };
    })
    .sort((a, b) => (b.made.lead.openedAt ?? 0) - (a.made.lead.openedAt ?? 0));
  const first = new Map<string, SeededLead>();
  return new Map(
    all.map(({ place, made }) => {
      const key = `${place.contactId} ${made.matter}`;
      const one = isEnded(made.lead.state) ? made : (first.get(key) ?? made);
      if (!isEnded(made.lead.state)) first.set(key, one);
      return [place.conversationId, one];
    }),
  );
}

type Seeding = { dialogue: Dialogue; place: Place; held: Held };

/** Everything of a conversation in one commit, so that it is there whole and counted once, or not at all. */
async function seedConversation({ dialogue, place, held }: Seeding, now: number): Promise<boolean> {
  const { conversationId } = place;
  const thread = withWaits(threadOf(dialogue, place, now));
  const its = held.get(conversationId);
  const isOwn = its?.lead.conversationId === conversationId;
  const { id: leadId = null, lead = undefined } = its ?? {};
  const funnel = lead ? shownOf(lead.funnel) : null;
  const unmeasured = { ...conversationOf(dialogue, place, thread, now), leadId, funnel };
  const messages = thread.map(({ message }) => message);
  const { language = "es" } = personOf(dialogue.person);
  const measured = rebuiltEpisodes(unmeasured, messages, { conversationId, language });
  const conversation = { ...unmeasured, ...measured?.changes };
  await keepFiles(thread, place);
  const batch = db().batch();
  batch.create(conversationsOf(workspaceId).doc(conversationId), Conversation.parse(conversation));
  for (const [index, episode] of (measured?.episodes ?? []).entries())
    batch.create(nthEpisode({ workspaceId, conversationId }, index + 1), Episode.parse(episode));
  for (const { id, message } of thread)
    batch.create(messageOf(workspaceId, conversationId, id), message);
  if (its && isOwn) writeLead(batch, its, dialogue.lead.notes);
  const { platform } = channelTable[dialogue.channel];
  const connection = {
    workspaceId,
    channelId: dialogue.channel,
    channel: { platform, settings: {} },
  };
  const optOut = dialogue.optedOut ? wishIn(thread) : undefined;
  const at = thread.at(0)?.message.providerAt ?? now;
  introduce(batch, { connection, at, ...place, ...(optOut ? { optOut } : {}) });
  const { resolvedAt } = conversation;
  countThread(batch, dialogue, place, { thread, isOwn, resolvedAt: resolvedAt ?? undefined });
  countOnChannel(batch, dialogue.channel, thread);
  return (await commit(batch)) === "written";
}
