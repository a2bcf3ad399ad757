import {
  aboutOf,
  type Conversation,
  countedRows,
  type Episode,
  type Message,
  type Millis,
} from "@hilo/schema";
import { isAnswer } from "./waiting.ts";

/** An episode's span, how it ended, and what its conversation does not tell. */
export type Ended = Pick<Episode, "from" | "to" | "endedBy" | "language"> & {
  conversationId: string;
  /** When the customer first wrote in it; null where they did not. */
  wroteAt: Millis | null;
};

/** What an episode was, by its conversation as it stands at the end and what we sent, in its order. */
export function episodeOf(
  conversation: Conversation,
  { from, to, endedBy, language, conversationId, wroteAt }: Ended,
  sent: readonly Message[],
): Episode {
  const { contactId, contact, channelId, platform, teamId, assigneeId, tags, leadId } =
    conversation;
  const own = sent.filter(({ providerAt }) => providerAt >= from && providerAt <= to);
  const answers = own.filter(isAnswer);
  return {
    conversationId,
    about: aboutOf(contactId),
    from,
    to,
    channelId,
    platform,
    country: contact.country,
    teamId,
    assigneeId,
    tags,
    language,
    firstResponseAt: answers[0]?.providerAt ?? null,
    ...responseTo(wroteAt, answers),
    responses: own.filter((message) => countedRows.answers.counts(message)).length,
    endedBy: { type: endedBy.type, id: endedBy.id },
    withoutPerson: answers.length === 0 && endedBy.type !== "member",
    ...(leadId === null ? {} : { leadId }),
  };
}

/** What we wrote before the customer did answers nobody. */
function responseTo(wroteAt: Millis | null, answers: readonly Message[]) {
  const response = answers.find(({ providerAt }) => wroteAt !== null && providerAt >= wroteAt);
  if (!response || wroteAt === null) return { firstResponseMs: null, firstResponseBy: null };
  return {
    firstResponseMs: response.providerAt - wroteAt,
    firstResponseBy: response.author.id,
  };
}
