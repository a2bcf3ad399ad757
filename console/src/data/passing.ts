import type { ListedConversation } from "@hilo/schema";
import { nobody } from "@hilo/schema/words";
import { plain } from "../text/plain.ts";
import { sameTag } from "../text/tags.ts";
import { type Filter, isOfAnyState, statusesOf } from "./filter.ts";

/** How soon a reply window counts as closing, in milliseconds. */
export const closingMs = 2 * 60 * 60 * 1000;

/** Whether a conversation belongs in a list, by what its query leaves open; `dayBegan` is when today did. */
export function passes(
  one: ListedConversation,
  filter: Filter,
  now: number,
  dayBegan: number,
): boolean {
  if (!isAsked(one, filter, dayBegan) || !isSuch(one, filter)) return false;
  if (filter.view === "closing") return isClosing(one.replyUntil, now);
  if (isOfAnyState(filter.view)) return isThere(one, filter);
  return !filter.resolvedToday || statusesOf(filter).includes(one.status);
}

function isAsked(one: ListedConversation, filter: Filter, dayBegan: number): boolean {
  if (filter.unread && one.unread === 0) return false;
  if (filter.unanswered && one.waitingSince === null) return false;
  if (filter.today && one.lastMessageAt < dayBegan) return false;
  return !filter.resolvedToday || (one.resolvedAt ?? 0) >= dayBegan;
}

function isSuch(one: ListedConversation, filter: Filter): boolean {
  const { channelId, platform, priority, assigneeId, tag } = filter;
  return (
    (!channelId || one.channelId === channelId) &&
    (!platform || one.platform === platform) &&
    (!priority || one.priority === priority) &&
    (!assigneeId || (one.assigneeId || nobody) === assigneeId) &&
    (!tag || one.tags.some((own) => sameTag(own, tag)))
  );
}

function isClosing(replyUntil: number | null, now: number): boolean {
  return replyUntil !== null && replyUntil > now && replyUntil <= now + closingMs;
}

/**
 * Until somebody deals with it a failed send is to be seen, even of a conversation that was resolved meanwhile; and
 * where somebody was mentioned they find it again.
 */
function isThere({ failedAt, status }: ListedConversation, filter: Filter): boolean {
  if (filter.view === "failed" && !failedAt) return false;
  return filter.status === "active" || statusesOf(filter).includes(status);
}

/** Whether a loaded conversation speaks of what is searched: name, preview or address, accents aside. */
export function speaksOf(conversation: ListedConversation, words: string): boolean {
  const searched = plain(words).trim();
  if (searched === "") return true;
  const digits = searched.replace(/[\s()+-]/g, "");
  const isNumber = /^\d{3,}$/.test(digits);
  const { contact, preview, address } = conversation;
  const text = plain(`${contact.name} ${preview.text} ${address}`);
  return text.includes(searched) || (isNumber && address.replace(/\D/g, "").includes(digits));
}
