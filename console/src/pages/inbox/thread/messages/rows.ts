import type { ThreadMessage } from "../../../../data/thread-merge.ts";
import { Reactions } from "../../message/reactions-shown.ts";
import type { Row } from "../../message/row.ts";

/** How far apart two messages of one author may be and still stand together, in milliseconds. */
export const groupMs = 5 * 60 * 1000;

/** The rows of a thread: messages in thread order, with day separators, groups and the unread mark. */
export function rowsOf(
  messages: readonly ThreadMessage[],
  unread: { id: string; count: number } | null,
): Row[] {
  const reactions = new Reactions(messages);
  const shown = albums(
    messages.filter((message) => !reactions.hides(message)),
    unread?.id,
  );
  const rows: Row[] = [];
  let subject = "";
  for (const [index, album] of shown.entries()) {
    const [message] = album;
    const before = shown[index - 1]?.at(-1);
    if (!before || !sameDay(before.providerAt, message.providerAt)) rows.push(dayRow(message));
    if (unread?.id === message.id)
      rows.push({ type: "unread", key: "unread", count: unread.count });
    const told = message.mail?.subject ?? "";
    const fresh = told !== "" && bare(told) !== bare(subject);
    if (fresh) subject = told;
    const stand = standing(album, before, shown[index + 1]?.[0], unread?.id);
    rows.push(rowOf(album, stand, reactions, fresh ? told : ""));
  }
  return rows;
}

/** A subject without what answering and forwarding put before it (RFC 5322 §3.6.5 and its translations). */
export function bare(subject: string): string {
  return subject.replace(/^(?:\s*(?:re|rv|rm|aw|fw|fwd|enc)\s*(?:\[\d+\]\s*)?:)+/iu, "").trim();
}

type Album = readonly [ThreadMessage, ...ThreadMessage[]];

/** What came as one album stands together, as long as nothing parts it. */
function albums(messages: readonly ThreadMessage[], unreadId: string | undefined): Album[] {
  const found: [ThreadMessage, ...ThreadMessage[]][] = [];
  for (const message of messages) {
    const album = found.at(-1);
    if (album && message.id !== unreadId && sameAlbum(album[0], message)) album.push(message);
    else found.push([message]);
  }
  return found;
}

function sameAlbum(first: ThreadMessage, next: ThreadMessage): boolean {
  const { album } = first;
  if (album === undefined || album !== next.album || !together(first, next)) return false;
  return [first, next].every(({ deletedAt, attachments }) => !deletedAt && attachments.length > 0);
}

/** The first of the last `count` messages of the customer, and how many there are. */
export function firstUnread(
  messages: readonly ThreadMessage[],
  count: number,
): { id: string; count: number } | null {
  const inbound = messages.filter((message) => message.direction === "inbound");
  const unread = count > 0 ? inbound.slice(-count) : [];
  const first = unread[0];
  return first ? { id: first.id, count: unread.length } : null;
}

/** Whether `next` stands together with `message`: the same author and kind of entry, close in time. */
export function together(message: ThreadMessage, next: ThreadMessage): boolean {
  return (
    message.direction === next.direction &&
    message.direction !== "system" &&
    message.author.id === next.author.id &&
    message.writer === next.writer &&
    sameDay(message.providerAt, next.providerAt) &&
    next.providerAt - message.providerAt <= groupMs
  );
}

type Standing = { first: boolean; last: boolean };

function standing(
  album: Album,
  before: ThreadMessage | undefined,
  after: ThreadMessage | undefined,
  unreadId: string | undefined,
): Standing {
  const [first] = album;
  const last = album.at(-1) ?? first;
  return {
    first: !before || first.id === unreadId || !together(before, first),
    last: !after || after.id === unreadId || !together(last, after),
  };
}

function rowOf(album: Album, standing: Standing, reactions: Reactions, subject: string): Row {
  const [message] = album;
  const key = message.id;
  if (isSystem(message)) return { type: "system", key, message };
  return {
    type: "message",
    key,
    message,
    ...standing,
    reactions: album.flatMap((one) => reactions.of(one)),
    album: album.length > 1 ? album : [],
    subject,
  };
}

function isSystem(message: ThreadMessage): boolean {
  return message.direction === "system" || message.kind === "reaction";
}

function dayRow(message: ThreadMessage): Row {
  const day = new Date(message.providerAt);
  day.setHours(0, 0, 0, 0);
  return { type: "day", key: `day-${day.getTime()}`, at: day.getTime() };
}

function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

/** The message that `message` quotes, when the thread holds it. */
export function quotedOf(
  message: Pick<ThreadMessage, "replyTo">,
  among: readonly ThreadMessage[],
): ThreadMessage | undefined {
  const { replyTo } = message;
  if (!replyTo) return undefined;
  return among.find(
    (other) =>
      (replyTo.id !== undefined && other.id === replyTo.id) ||
      (replyTo.externalId !== undefined && other.externalId === replyTo.externalId),
  );
}
