import {
  type Conversation,
  type Message,
  type Millis,
  nobody,
  type Purpose,
  type SendMessage,
} from "@hilo/schema";
import { answerOf, previewText } from "../conversations/arrival.ts";
import { turnTo } from "../conversations/turn.ts";
import { FieldValue } from "../platform/firestore.ts";
import { picturesIn } from "../platform/safe-html.ts";
import type { ContentFile } from "./content.ts";
import type { DraftMail } from "./draft-mail.ts";
import { answersFailure } from "./failure.ts";
import type { Sends } from "./send-request.ts";

/** How long after being queued a message is looked after by the sweep, when its own request died (ms). */
const graceMs = 30_000;

export type Draft = {
  author: Sends;
  purpose: Purpose;
  kind: SendMessage["kind"];
  text: string;
  files: readonly ContentFile[];
  template?: SendMessage["template"];
  location?: SendMessage["location"];
  cards?: SendMessage["cards"];
  options?: SendMessage["options"];
  subject?: SendMessage["subject"];
  mail?: DraftMail | undefined;
  replyTo?: Message["replyTo"];
};

/** Since when the customer of an answer has been waiting (ms): what they go on doing should it fail. */
export type Waiting = number | null;

/** When an answer is queued, to whom it goes, and since when they wait. */
type Queued = {
  at: Millis;
  to: string;
  waiting: Waiting;
  humanAgent?: boolean;
  pump?: string | undefined;
};

/** An outbound message as it enters the queue, but for when that is written. */
export function queuedMessage(draft: Draft, { at, to, waiting, humanAgent, pump }: Queued) {
  const { kind, text, template, location, cards, options, replyTo } = draft;
  return {
    direction: "outbound",
    kind,
    text,
    attachments: attachmentsOf(draft),
    ...(template ? { template } : {}),
    ...(location ? { location } : {}),
    ...(cards ? { cards } : {}),
    ...(options ? { options } : {}),
    ...mailOf(draft, to),
    ...(humanAgent ? { humanAgent } : {}),
    ...(replyTo ? { replyTo } : {}),
    status: "queued",
    statusRank: 1,
    statusAt: { queued: at },
    externalId: null,
    author: authorOf(draft),
    providerAt: at,
    ...(isAnswer(draft) && waiting !== null ? { waitedSince: waiting } : {}),
    attempts: 0,
    ...(pump ? { pump, pumpAt: new Date(at) } : { dueAt: new Date(at + graceMs) }),
  };
}

/** As the message keeps it: what a member scheduled is theirs, and other systems are the house's. */
function authorOf({ author: { type, id, name } }: Draft): Message["author"] {
  if (type === "scheduled") return { type: "member", id, name };
  return { type: type === "apiKey" ? "system" : type, id, name };
}

/** The files written with it and those of what it passes on, each once; what its HTML shows says so. */
export function attachmentsOf({ files, mail }: Draft) {
  const shown = picturesIn((mail?.html ?? "") + (mail?.forwards?.html ?? ""));
  const all = [...files, ...(mail?.files ?? [])];
  return all
    .filter(({ id }, i) => all.findIndex((other) => other.id === id) === i)
    .map(({ id, name, type, size }) => ({
      id,
      name,
      type,
      size,
      state: "ready",
      ...(shown.includes(id) ? { contentId: id } : {}),
    }));
}

function mailOf({ subject, mail }: Draft, to: string) {
  if (!subject && !mail) return {};
  const { files: _, subject: passedOn, ...more } = mail ?? { files: [], cc: [] };
  return { mail: { subject: subject || passedOn || "", references: [], to: [to], ...more } };
}

/** What a message on its way out changes in its conversation. */
export function changesByAnswer(draft: Draft, at: Millis, conversation: Conversation) {
  const { kind, text, subject, mail } = draft;
  // A reaction hangs on its message; it answers nothing.
  if (kind === "reaction") return { updatedAt: FieldValue.serverTimestamp() };
  return {
    lastMessageAt: FieldValue.maximum(at),
    preview: {
      text: previewText(text || subject || mail?.subject || ""),
      kind,
      direction: "outbound",
    },
    updatedAt: FieldValue.serverTimestamp(),
    ...(beginsEpisode(draft, conversation) ? { episodeAt: at } : {}),
    ...(isAnswer(draft) ? changesByPerson(draft, at, conversation) : {}),
  };
}

/** What a person or another system sends begins an episode where none is under way; what goes to many, or by itself, none. */
function beginsEpisode({ author, purpose }: Draft, { episodeAt }: Conversation): boolean {
  if (author.type === "campaign" || author.type === "responder") return false;
  return (purpose === "answer" || purpose === "service") && typeof episodeAt !== "number";
}

/** Whether a person answers; what another system sends leaves a waiting customer waiting. */
export function isAnswer({ author, purpose, kind }: Pick<Draft, "author" | "purpose" | "kind">) {
  const isPerson = author.type === "member" || author.type === "scheduled";
  return isPerson && purpose === "answer" && kind !== "reaction";
}

/** Whoever answers by hand has seen what was written before; what was scheduled answers without. */
function changesByPerson({ author, text }: Draft, at: Millis, conversation: Conversation) {
  return {
    firstResponseAt: FieldValue.minimum(at),
    answeredAt: FieldValue.maximum(at),
    lastAnswer: answerOf(text, at),
    waitingSince: null,
    status: "open",
    snoozedUntil: null,
    ...(author.type === "member" ? changesByHand(author.id, at, conversation) : {}),
    ...(answersFailure(conversation, at) ? { failedAt: null } : {}),
  };
}

function changesByHand(memberId: string, at: Millis, conversation: Conversation) {
  return {
    unread: 0,
    claim: null,
    ...turnTo(conversation.turn, "human", "send", at),
    ...(conversation.assigneeId === nobody
      ? { assigneeId: memberId, assigned: { by: memberId, at } }
      : {}),
  };
}
