import type { ContactCard, Location, Options, SendMessage, SentMail } from "@hilo/schema";
import { mediaKindOf } from "@hilo/schema/capabilities";
import { call } from "./api.ts";
import { fileLinks } from "./files.ts";
import type { Enclosure, Letter } from "./letter.ts";
import { Outbox } from "./outbox.ts";
import { waitingState } from "./outgoing.ts";
import { post } from "./posting.ts";
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
  files: readonly Enclosure[];
  /** The name colleagues see. */
  name: string;
  replyTo?: string | undefined;
  /** Of an e-mail that begins another subject. */
  subject?: string | undefined;
  /** Of an e-mail. */
  mail?: SentMail | undefined;
  /** Send although a colleague is answering. */
  override?: boolean | undefined;
  /** Made when left out. */
  id?: string | undefined;
  /** Until when it may be taken back. */
  heldUntil?: number | undefined;
};

/** Messages of this console that Firestore does not show yet. */
export const outbox = new Outbox(post, (work, ms) => setTimeout(work, ms));
globalThis.addEventListener?.("online", () => void outbox.flush());
whenSignedOut(() => outbox.forget());

/** Sends an answer under an id of its own: shown at once, sent once, also when the network comes and goes. */
export function sendMessage(writing: Writing): Promise<void> {
  const { conversationId, heldUntil, files } = writing;
  const message = optimistic(writing, "outbound");
  const held = heldUntil === undefined ? {} : { heldUntil };
  return add({ conversationId, to: "sendMessage", message, body: bodyOf(writing), ...held }, files);
}

/** Shows a message at once and has it sent, once, whatever the network does. */
export function queue(
  conversationId: string,
  message: ThreadMessage,
  body: Letter["body"],
  files: readonly Enclosure[] = [],
): Promise<void> {
  return add({ conversationId, to: "sendMessage", message, body }, files);
}

function add(letter: Letter, files: readonly Enclosure[]): Promise<void> {
  if (!files.some(({ local }) => local)) return outbox.add(letter);
  showOwn(files);
  return outbox.add({ ...letter, enclosures: files });
}

/** Has files that are on this device only be seen in the thread. */
export function showOwn(files: readonly Enclosure[] = []): void {
  for (const { id, local } of files) if (local) fileLinks.own(id, local.file);
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

/** Adds an internal note, which tells the members it mentions, by uid. */
export function addNote(writing: Writing, mentions: readonly string[] = []): Promise<void> {
  const { conversationId, text, files } = writing;
  const told = mentions.length > 0 ? { mentions: [...mentions] } : {};
  const message = { ...optimistic(writing, "note"), ...told };
  const body = { text, ...attached(files), ...told };
  return add({ conversationId, to: "addNote", message, body }, files);
}

/** Sends a message that failed, or of which nobody knows, again as a message of its own. */
export async function retryMessage(conversationId: string, messageId: string): Promise<void> {
  const fresh = crypto.randomUUID();
  const params = { conversationId, messageId };
  await call("retryMessage", { params, body: { messageId: fresh } });
}

function bodyOf(writing: Writing) {
  const { text, files, replyTo, subject, mail, override } = writing;
  return {
    kind: kindOf(writing),
    ...(text === "" ? {} : { text }),
    ...attached(files),
    ...extraOf(writing),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(subject ? { subject } : {}),
    ...(mail ? { mail } : {}),
    ...(override ? { override } : {}),
  };
}

function attached(files: readonly Enclosure[]) {
  return files.length === 0 ? {} : { attachments: files.map((file) => file.id) };
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
  const { replyTo, subject, mail } = writing;
  const kind = kindOf(writing);
  return {
    id: writing.id ?? crypto.randomUUID(),
    direction,
    kind,
    text: writing.text,
    attachments: writing.files.map(({ local: _, ...file }) => ({ ...file, state: "ready" })),
    status: direction === "note" ? "received" : "queued",
    statusRank: direction === "note" ? 0 : 1,
    statusAt: {},
    externalId: null,
    ...extraOf(writing),
    ...(subject || mail ? { mail: shownMail(subject, mail) } : {}),
    ...(replyTo === undefined ? {} : { replyTo: { id: replyTo } }),
    author: { type: "member", id: signedIn().uid, name: writing.name },
    providerAt: nextMoment(),
    createdAt: new Date(),
    local: { state: waitingState() },
  };
}

function shownMail(subject = "", { cc = [], bcc, html }: SentMail = {}): ThreadMessage["mail"] {
  const hidden = bcc ? { bcc } : {};
  return { subject, references: [], to: [], cc, ...hidden, ...(html ? { html } : {}) };
}

let last = 0;

/** Now, but never the same moment twice: what was written first stays first. */
function nextMoment(): number {
  last = Math.max(last + 1, Date.now());
  return last;
}
