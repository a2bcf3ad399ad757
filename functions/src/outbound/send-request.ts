import type { Conversation, Message, Purpose, SendMessage, StoredFile } from "@hilo/schema";
import type { Current } from "../conversations/current.ts";
import type { AppError } from "../platform/errors.ts";
import type { Transaction, Writer } from "../platform/firestore.ts";
import type { Turn } from "../platform/one-by-one.ts";

/** Who has a message sent. What a member scheduled is theirs, though they are not there when it goes out. */
export type Sends = {
  type: "member" | "apiKey" | "responder" | "campaign" | "scheduled" | "system";
  id: string;
  name: string;
};

/** What to send, who sends it and what for, and where: a conversation that is there, or begins with it. */
export type SendRequest = {
  workspaceId: string;
  author: Sends;
  purpose: Purpose;
  channelId: string;
  /** Whether whoever sends may open a file; all, when not said. */
  sees?: ((file: StoredFile) => Promise<boolean>) | undefined;
  /** What is sent in one line with it: the path of its conversation, or whom a new one begins with. */
  line: string;
  message: Omit<SendMessage, "replyTo">;
  replyTo?: Message["replyTo"];
  /** Of a message that is sent again: its mail as it was. */
  kept?: Message["mail"];
  /** What else has to hold in the conversation as it is when the message is queued: why not, when it does not. */
  guard?(conversation: Conversation): AppError | undefined;
  /** Who alone delivers it, at a pace of their own. */
  pump?: string;
} & Where;

/** The conversation is read, or also begun, which needs a transaction. `turn`: in its line. */
type Where =
  | { findTarget(turn: Turn): Promise<Target> }
  | { findTargetIn(transaction: Transaction): Promise<Target> };

export type Target = Current & {
  conversationId: string;
  /** Writes that belong to the same commit, such as a conversation that begins with this message. */
  also?(write: Writer): void | Promise<void>;
  /** What changes in the conversation besides. */
  changes?: Partial<Conversation>;
};
