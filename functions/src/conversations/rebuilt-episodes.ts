import {
  type Conversation,
  type Episode,
  isOver,
  type Message,
  type Millis,
  takenBackMs,
} from "@hilo/schema";
import { episodeOf } from "./episode-of.ts";
import { isAnswer } from "./waiting.ts";

/** What a thread tells of its episodes: those that ended, in their order, and whether one is under way. */
type Told = {
  ended: (Pick<Episode, "from" | "to" | "endedBy"> & { reopenedAt?: Millis })[];
  from: Millis | null;
  /** Whether anything opened the conversation since it was last over. */
  isOpen: boolean;
};

export type Rebuilt = {
  /** The first is number 1. */
  episodes: Episode[];
  changes: Pick<Conversation, "episode" | "episodeAt" | "firstResponseAt">;
};

/**
 * The episodes of a thread in its order, by its lines of states, as they would stand had they been measured from the
 * start; who had it and which tags it had is known only of now. Undefined where they are measured already.
 */
export function rebuiltEpisodes(
  conversation: Conversation,
  thread: readonly Message[],
  about: { conversationId: string; language: string | null },
): Rebuilt | undefined {
  if (conversation.episode !== undefined) return undefined;
  const { ended, from } = settled(
    thread.reduce(step, { ended: [], from: null, isOpen: false }),
    conversation,
  );
  const sent = thread.filter(({ direction }) => direction === "outbound");
  const response =
    from === null ? undefined : sent.find((one) => one.providerAt >= from && isAnswer(one));
  return {
    episodes: ended.map(({ reopenedAt, ...one }) => ({
      ...episodeOf(conversation, { ...one, ...about, wroteAt: firstWritten(thread, one) }, sent),
      ...(reopenedAt === undefined ? {} : { reopenedAt }),
    })),
    changes: {
      episode: ended.length + 1,
      episodeAt: from,
      firstResponseAt: response?.providerAt ?? null,
    },
  };
}

function firstWritten(thread: readonly Message[], { from, to }: Pick<Episode, "from" | "to">) {
  const written = thread.filter((one) => one.direction === "inbound" && begins(one));
  return written.find(({ providerAt: at }) => at >= from && at <= to)?.providerAt ?? null;
}

/**
 * Where the line of its end is missing, the conversation itself tells that it is over. What another system sent into
 * one that is over opened nothing.
 */
function settled(told: Told, { status, resolvedAt, lastMessageAt }: Conversation): Told {
  if (told.from === null || !isOver(status)) return told;
  if (!told.isOpen) return { ...told, from: null };
  const to = Math.max(resolvedAt ?? lastMessageAt, told.from);
  const endedBy = { type: "system", id: "hilo" } as const;
  return { ended: [...told.ended, { from: told.from, to, endedBy }], from: null, isOpen: false };
}

function step(told: Told, message: Message): Told {
  if (message.direction === "system") return byLine(told, message);
  if (!begins(message)) return told;
  const { providerAt: from, direction, author } = message;
  const isOpen = told.isOpen || direction === "inbound" || author.type === "member";
  if (told.from !== null) return { ...told, isOpen };
  const last = told.ended.at(-1);
  if (direction !== "inbound" || !last) return { ...told, from, isOpen };
  const reopened = { ...last, reopenedAt: from };
  return { ended: [...told.ended.slice(0, -1), reopened], from, isOpen };
}

/** What an episode begins with: what a customer writes, or what a person or another system sends them. */
function begins({ direction, kind, quiet, past, echo, author }: Message): boolean {
  if (direction === "inbound") return !quiet && !past;
  const isSent = direction === "outbound" && !echo && kind !== "reaction";
  return isSent && (author.type === "member" || author.type === "system");
}

function byLine(told: Told, { event, author, providerAt: to }: Message): Told {
  const { ended, from } = told;
  const state = event?.type === "status" ? event.to : event?.type;
  if (isOver(state)) {
    const over = { ...told, isOpen: false };
    const endedBy = { type: author.type, id: author.id };
    return from === null ? over : { ...over, ended: [...ended, { from, to, endedBy }], from: null };
  }
  if (event?.type !== "status" && event?.type !== "snoozed") return told;
  const open = { ...told, isOpen: true };
  const last = ended.at(-1);
  if (!last || from !== null || told.isOpen || last.to < to - takenBackMs) return open;
  return { ...open, ended: ended.slice(0, -1), from: last.from };
}
