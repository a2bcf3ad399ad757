import {
  type InboundEvent,
  type MessageEvent,
  type MessageKind,
  mediaKindOf,
  type Sender,
  type VisitorPost,
} from "@hilo/schema";
import { hash } from "../../platform/crypto.ts";
import type { Account, RawRequest } from "../adapter.ts";
import { proofFor } from "../message-proof.ts";
import { type Visitor, visitorIn } from "./token.ts";
import { postIn } from "./wire.ts";

type Written = Extract<VisitorPost, { type: "message" }>;
type Receipt = Exclude<VisitorPost, Written>;
type Chat = Pick<Account, "workspaceId" | "channelId">;

/** Reads what a visitor posted: a message, or which of ours arrived or were read. */
export function parse(
  { headers, rawBody }: Pick<RawRequest, "headers" | "rawBody">,
  chat: Chat,
): InboundEvent[] {
  const visitor = visitorIn(headers.authorization);
  if (!visitor) return [unsupported("A post without a visitor")];
  const post = postIn(rawBody);
  if (!post) return [unsupported("A post of an unknown shape")];
  if (post.type !== "message") return statuses(post, visitor, chat);
  return [isEmpty(post) ? unsupported("A message without content") : messageOf(post, visitor)];
}

function unsupported(reason: string): InboundEvent {
  return { type: "unsupported", reason };
}

function isEmpty({ text, files, choice }: Written): boolean {
  return text.trim() === "" && files.length === 0 && !choice;
}

function messageOf({ id, text, files, choice, replyTo }: Written, visitor: Visitor): MessageEvent {
  return {
    type: "message",
    externalId: id,
    at: null,
    sender: senderOf(visitor),
    kind: kindOf({ files, choice }),
    text: text || (choice?.title ?? ""),
    files: files.map((file) => ({ source: "", fileId: file.id, type: file.type })),
    ...(choice ? { choice } : {}),
    ...(replyTo ? { replyTo } : {}),
  };
}

/** How the contact and its conversation know a visitor. */
export function senderOf({ address, name, email, phone, language, proven }: Visitor): Sender {
  const told = {
    ...(name ? { name } : {}),
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
  };
  const unproven = (["name", "email", "phone"] as const).filter(
    (one) => one in told && !proven.includes(one),
  );
  return { address, ...told, unproven, ...(language ? { language } : {}) };
}

function kindOf({ files, choice }: Pick<Written, "files" | "choice">): MessageKind {
  const [first] = files;
  if (first) return mediaKindOf(first.type);
  return choice ? "buttons" : "text";
}

/** A visitor can only tell about messages of their own conversation: the token says which that is. */
function statuses({ type, messageIds }: Receipt, visitor: Visitor, chat: Chat): InboundEvent[] {
  const conversationId = hash(chat.channelId, visitor.address);
  return [...new Set(messageIds)].map((messageId) => {
    const mark = proofFor(chat, { conversationId, messageId });
    const message = { conversationId, messageId, mark };
    return { type: "status", externalId: messageId, at: null, status: type, message };
  });
}
