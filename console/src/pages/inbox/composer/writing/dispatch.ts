import type { Capabilities } from "@hilo/schema";
import type { Enclosure } from "../../../../data/letter.ts";
import { me } from "../../../../data/members.ts";
import {
  addNote,
  type Extra,
  outbox,
  sendMessage,
  type Writing,
} from "../../../../data/sending.ts";
import { signedIn } from "../../../../data/session.ts";
import { undoesSends, undoMs } from "../../../../data/undo-send.ts";
import { t } from "../../../../text/composer.ts";
import { toast } from "../../../../ui/toast.ts";
import { asMessages } from "./as-messages.ts";
import type { Writing as Written } from "./writing.ts";

export type Outgoing = Extra & Pick<Writing, "kind" | "text" | "files">;

type Where = { conversationId: string; override?: boolean | undefined };
/** What goes with the first of several messages. */
export type About = Pick<Writing, "replyTo" | "subject" | "mail">;

/** Sends what was written in as many messages as the channel needs, or keeps it as a note; returns the messages' ids. */
export function handOver(
  writing: Written,
  where: Where,
  limits: Capabilities | undefined,
): readonly string[] {
  const note = writing.mode === "note";
  const { text, files, captions, mentions, back, ...about } = writing.take();
  if (note) keepNote(where.conversationId, { text, files }, mentions);
  const messages = limits ? asMessages(text, files, limits, captions) : [{ text, files }];
  return note ? [] : sendAll(where, messages, about, back);
}

/**
 * Sends one message after the other; what is quoted, the subject and what else an e-mail has go with the first. With `back`, which puts it back into
 * the field, it can be taken back for a while where its writer wants that. Returns their ids.
 */
export function sendAll(
  where: Where,
  messages: readonly Outgoing[],
  about: About,
  back?: () => void,
): readonly string[] {
  const held = back && messages.length > 0 && undoesSends();
  const until = held ? { heldUntil: Date.now() + undoMs } : {};
  const ids = messages.map((message, index) => {
    const id = crypto.randomUUID();
    const first = index === 0 ? about : {};
    void sendMessage({ ...where, name: ownName(), ...first, ...message, ...until, id });
    return id;
  });
  if (held) offerUndo(ids, back);
  return ids;
}

/** Says as long as it is true that what was sent can be taken back. */
function offerUndo(ids: readonly string[], back: () => void): void {
  const undo = () => {
    if (outbox.takeBack(ids)) back();
    else toast({ text: t.sentAlready, tone: "bad" });
  };
  toast({ text: t.sendsSoon, undo, stayMs: undoMs });
}

/** Keeps a note in the thread. */
function keepNote(
  conversationId: string,
  note: { text: string; files: readonly Enclosure[] },
  mentions: readonly string[],
): void {
  void addNote({ conversationId, name: ownName(), ...note }, mentions);
}

function ownName(): string {
  return me()?.name ?? signedIn().email;
}
