import type { MailThread } from "@hilo/schema";
import type { Account } from "../adapter.ts";
import { firstOf } from "./headers.ts";
import type { Letter } from "./letter.ts";
import { isOwn } from "./machine.ts";
import { idsFrom, messageIdsIn } from "./thread.ts";

/** How many of the answered mails are named, those of ours apart, and how many other people. */
const mostAnswers = 5;
const mostPeople = 5;

/**
 * What a mail says of the thread it belongs to: In-Reply-To, then References from the last to the first, then a tag
 * in its subject. Anybody can write that; an id of ours at least proves to which conversation it belongs.
 */
export function namedBy(account: Account, letter: Letter, references: string[]): MailThread {
  const [parent] = messageIdsIn(firstOf(letter.headers, "in-reply-to"));
  const nearest = [...new Set([...(parent ? [parent] : []), ...references.toReversed()])];
  const answers = nearest
    .filter((id) => id.length <= 300)
    .map((id) => ({ externalId: id, ...conversationIn(account, id) }))
    .filter(({ conversationId }, index) => index < mostAnswers || conversationId)
    .slice(0, 2 * mostAnswers);
  const others = [...letter.to, ...letter.cc]
    .filter(({ address }) => !isOwn(account, address))
    .map(({ address }) => address.trim().toLowerCase());
  const tag = tagIn(letter.subject);
  const from = letter.replyTo.length > 0 ? letter.from : undefined;
  return {
    answers,
    others: [...new Set(others)].slice(0, mostPeople),
    ...(tag ? { tag } : {}),
    ...(from ? { from: from.address.trim().toLowerCase() } : {}),
  };
}

function conversationIn(
  account: Account,
  id: string,
): { conversationId?: string; messageId?: string } {
  const ids = idsFrom(account, id);
  return ids ? { conversationId: ids.conversationId, messageId: ids.messageId } : {};
}

/** Our tags name a whole conversation: other people's `[#42]` are none. */
function tagIn(subject: string): string | undefined {
  return /\[#([a-z2-7]{20})\]/i.exec(subject)?.[1]?.toLowerCase();
}

/** A subject that names its conversation, for mail programs that keep nothing else. */
export function tagged(subject: string, conversationId: string): string {
  return tagIn(subject) === conversationId ? subject : `${subject} [#${conversationId}]`.trim();
}
