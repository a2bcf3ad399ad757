import { DocumentId, type OurIds } from "@hilo/schema";
import { asMark, hash, isSigned, signLink } from "../../platform/crypto.ts";
import type { Account } from "../adapter.ts";
import { isProven, proofFor } from "../message-proof.ts";

type Place = Pick<Account, "workspaceId">;
type Mailbox = Pick<Account, "workspaceId" | "channelId">;

/**
 * The Message-ID of a message of ours, without brackets: the same one however often it is tried. What is random in
 * others is a signature here: nobody else can name one of our messages.
 */
export function messageIdFor(mailbox: Mailbox, ids: Omit<OurIds, "mark">, address: string): string {
  return `${ids.conversationId}.${ids.messageId}.${proofFor(mailbox, ids)}@${domainOf(address)}`;
}

/** Which message of ours a Message-ID names; undefined for everybody else's. */
export function idsFrom(mailbox: Mailbox, messageId: string): OurIds | undefined {
  const [conversationId, id, given, ...rest] = localOf(messageId).split(".");
  if (!conversationId || !id || !given || rest.length > 0) return undefined;
  const ids = { conversationId, messageId: id, mark: given };
  const valid = DocumentId.safeParse(conversationId).success && DocumentId.safeParse(id).success;
  return valid && isProven(mailbox, ids) ? ids : undefined;
}

/** Every Message-ID of ours that a text names, such as the mail that a bounce returns. */
export function idsIn(mailbox: Mailbox, text: string): { named: string; ids: OurIds } | undefined {
  for (const [named] of text.matchAll(/[\w-]{1,80}\.[\w-]{1,80}\.[0-9a-f]{20}@[\w.-]{1,253}/g)) {
    const ids = idsFrom(mailbox, named);
    if (ids) return { named, ids };
  }
  return undefined;
}

/**
 * Where an answer is to go: the receiving address (by default our own) with a token that proves to which
 * conversation it belongs; when it is `only` somebody's, of whom.
 */
export function replyAddress(
  place: Place,
  {
    conversationId,
    address,
    at = address,
    only,
  }: { conversationId: string; address: string; at?: string; only?: string },
): string {
  const mark = asMark(signLink(answering(place, conversationId, address, only)));
  const token = `${conversationId}-${mark}`;
  const local = `${localOf(at)}+${token}`;
  return local.length > longestLocal ? at : `${local}@${domainOf(at)}`;
}

/** RFC 5321, 4.5.3.1.1. */
const longestLocal = 64;

/** The conversation that a recipient's token proves, for anybody or for whoever the mail is from. */
export function conversationOf(
  place: Place,
  recipient: string,
  address: string,
  from = "",
): string | undefined {
  const token = /\+([^+]+)$/.exec(localOf(recipient))?.[1] ?? "";
  const at = token.lastIndexOf("-");
  const conversationId = token.slice(0, Math.max(at, 0));
  if (!DocumentId.safeParse(conversationId).success) return undefined;
  const given = token.slice(at + 1).toLowerCase();
  const isOurs = [undefined, from || undefined].some((only) =>
    isSigned(answering(place, conversationId, address, only), given, asMark),
  );
  return isOurs ? conversationId : undefined;
}

/** A part behind the plus is a mailbox's own affair: people answer from the plain address. */
function answering(
  { workspaceId }: Place,
  conversationId: string,
  address: string,
  only?: string,
): string {
  const whose = only === undefined ? "" : ` only ${plainAddress(only.trim())}`;
  return `reply ${workspaceId} ${address.toLowerCase()} ${conversationId}${whose}`;
}

export function localOf(address: string): string {
  return address.slice(0, Math.max(address.lastIndexOf("@"), 0));
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}

/** An address without what stands behind its plus. */
export function plainAddress(address: string): string {
  return `${localOf(address).split("+", 1)[0]}@${domainOf(address)}`.toLowerCase();
}

/** What our own mail carries, so that it is known when it comes back. */
export function loopMark({ workspaceId }: Place): string {
  return asMark(signLink(looping(workspaceId)));
}

/** Whether a mark is that of our own mail. */
export function isLoopMark({ workspaceId }: Place, given: string): boolean {
  return isSigned(looping(workspaceId), given, asMark);
}

function looping(workspaceId: string): string {
  return `loop ${workspaceId}`;
}

/** By what an addressee is known again, without telling anybody who it is. */
export function addresseeMark(address: string): string {
  return hash("addressee", address.trim().toLowerCase());
}

/** The Message-IDs of a header, without brackets; a bare one counts too. */
export function messageIdsIn(header: string): string[] {
  const text = header.slice(0, 20_000);
  const inBrackets = [...text.matchAll(/<([^<>\s]{1,998})>/g)].map((match) => match[1] ?? "");
  const found = inBrackets.length > 0 ? inBrackets : text.split(/\s+/);
  return found.filter((id) => id.includes("@"));
}
