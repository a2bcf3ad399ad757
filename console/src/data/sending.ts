import type { ContactCard, Location, Options, SendMessage, UploadedFile } from "@hilo/schema";
import { mediaKindOf } from "@hilo/schema/capabilities";
import { ApiProblem, call } from "./api.ts";
import { Outbox, type Outcome } from "./outbox.ts";
import { signedIn } from "./session.ts";
import { whenSignedOut } from "./signed-out.ts";
import type { ThreadMessage } from "./thread-merge.ts";

/** What goes out besides texts and files. */
export type Extra = {
  location?: Location;
  cards?: ContactCard[];
  options?: Options;
};

/** What somebody wrote and wants sent. */
export type Writing = Extra & {
  conversationId: string;
  /** Made from what there is to send when left out. */
  kind?: SendMessage["kind"];
  text: string;
  files: readonly UploadedFile[];
  /** The name colleagues see. */
  name: string;
  replyTo?: string | undefined;
  /** Of an e-mail that begins another subject. */
  subject?: string | undefined;
  /** Send although a colleague is answering. */
  override?: boolean | undefined;
};

/** Messages of this console that Firestore does not show yet. */
export const outbox = new Outbox((work, ms) => setTimeout(work, ms));
globalThis.addEventListener?.("online", () => void outbox.flush());
whenSignedOut(() => outbox.forget());

/** Sends an answer under an id of its own: shown at once, sent once, also when the network comes and goes. */
export function sendMessage(writing: Writing): Promise<void> {
  const { conversationId } = writing;
  return queue(conversationId, optimistic(writing, "outbound"), bodyOf(writing));
}

/** Shows a message at once and has it sent, once, whatever the network does. */
export function queue(
  conversationId: string,
  message: ThreadMessage,
  content: Omit<SendMessage, "messageId">,
): Promise<void> {
  const body = { messageId: message.id, ...content };
  const send = () =>
    attempt(() => call("sendMessage", { params: { conversationId }, body, key: message.id }));
  return outbox.add(conversationId, { message, send });
}

/** Reacts to a message; without an emoji, takes our reaction back. */
export function react(
  { conversationId, name }: Pick<Writing, "conversationId" | "name">,
  messageId: string,
  emoji: string,
): Promise<void> {
  return sendMessage({
    conversationId,
    name,
    kind: "reaction",
    text: emoji,
    files: [],
    replyTo: messageId,
  });
}

/** Adds an internal note. */
export function addNote(writing: Writing): Promise<void> {
  const { conversationId, text, files } = writing;
  const message = optimistic(writing, "note");
  const attachments = files.length === 0 ? {} : { attachments: files.map((file) => file.id) };
  const body = { messageId: message.id, text, ...attachments };
  const send = () =>
    attempt(() => call("addNote", { params: { conversationId }, body, key: message.id }));
  return outbox.add(conversationId, { message, send });
}

/** Sends a message that failed, or of which nobody knows, again as a message of its own. */
export async function retryMessage(conversationId: string, messageId: string): Promise<void> {
  const fresh = crypto.randomUUID();
  const params = { conversationId, messageId };
  await call("retryMessage", { params, body: { messageId: fresh }, key: fresh });
}

async function attempt(request: () => Promise<unknown>): Promise<Outcome> {
  try {
    await request();
    return { type: "taken" };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.code === "offline" || error.code === "unavailable") return { type: "unreachable" };
    return { type: "refused", code: error.code, detail: error.detail };
  }
}

function bodyOf(writing: Writing) {
  const { text, files, replyTo, subject, override } = writing;
  return {
    kind: kindOf(writing),
    ...(text === "" ? {} : { text }),
    ...(files.length === 0 ? {} : { attachments: files.map((file) => file.id) }),
    ...extraOf(writing),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(subject ? { subject } : {}),
    ...(override ? { override } : {}),
  };
}

function extraOf({ location, cards, options }: Extra): Extra {
  return {
    ...(location ? { location } : {}),
    ...(cards ? { cards } : {}),
    ...(options ? { options } : {}),
  };
}

function kindOf({ kind, files }: Writing): SendMessage["kind"] {
  const first = files[0];
  return kind ?? (first ? mediaKindOf(first.type) : "text");
}

/** The message as it is shown until Firestore does. */
export function optimistic(writing: Writing, direction: "outbound" | "note"): ThreadMessage {
  const { replyTo, subject } = writing;
  const kind = kindOf(writing);
  return {
    id: crypto.randomUUID(),
    direction,
    kind,
    text: writing.text,
    attachments: writing.files.map((file) => ({ ...file, state: "ready" })),
    status: direction === "note" ? "received" : "queued",
    statusRank: direction === "note" ? 0 : 1,
    statusAt: {},
    externalId: null,
    ...extraOf(writing),
    ...(subject ? { mail: { subject, references: [], to: [], cc: [] } } : {}),
    ...(replyTo === undefined ? {} : { replyTo: { id: replyTo } }),
    author: { type: "member", id: signedIn().uid, name: writing.name },
    providerAt: Date.now(),
    createdAt: new Date(),
    local: { state: navigator.onLine ? "sending" : "waiting" },
  };
}
