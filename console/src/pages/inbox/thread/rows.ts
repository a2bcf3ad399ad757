import type { ThreadMessage } from "../../../data/thread-merge.ts";

/** One row of the drawn thread. */
export type Row =
  | { type: "day"; key: string; at: number }
  | { type: "unread"; key: string; count: number }
  | { type: "system"; key: string; message: ThreadMessage }
  | {
      type: "message";
      key: string;
      message: ThreadMessage;
      /** Whether it begins, and whether it ends, a group of one author. */
      first: boolean;
      last: boolean;
      /** Reactions that hang on it, each emoji once. */
      reactions: string[];
    };

/** How far apart two messages of one author may be and still stand together, in milliseconds. */
export const groupMs = 5 * 60 * 1000;

/** The rows of a thread: messages in thread order, with day separators, groups and the unread mark. */
export function rowsOf(
  messages: readonly ThreadMessage[],
  unread: { id: string; count: number } | null,
): Row[] {
  const reactions = reactionsOf(messages);
  const shown = messages.filter((message) => !reactions.hanging.has(message.id));
  const rows: Row[] = [];
  for (const [index, message] of shown.entries()) {
    const before = shown[index - 1];
    if (!before || !sameDay(before.providerAt, message.providerAt)) rows.push(dayRow(message));
    if (unread?.id === message.id)
      rows.push({ type: "unread", key: "unread", count: unread.count });
    rows.push(rowOf(message, before, shown[index + 1], unread?.id, reactions.of));
  }
  return rows;
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
    sameDay(message.providerAt, next.providerAt) &&
    next.providerAt - message.providerAt <= groupMs
  );
}

function rowOf(
  message: ThreadMessage,
  before: ThreadMessage | undefined,
  after: ThreadMessage | undefined,
  unreadId: string | undefined,
  reactions: (message: ThreadMessage) => string[],
): Row {
  if (isSystem(message)) return { type: "system", key: message.id, message };
  const first = !before || message.id === unreadId || !together(before, message);
  const last = !after || after.id === unreadId || !together(message, after);
  return { type: "message", key: message.id, message, first, last, reactions: reactions(message) };
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

type Reactions = { hanging: Set<string>; of: (message: ThreadMessage) => string[] };

/** Reactions arrive as messages of their own, or stand on the message they react to. */
function reactionsOf(messages: readonly ThreadMessage[]): Reactions {
  const byTarget = new Map<string, Map<string, string>>();
  const hanging = new Set<string>();
  for (const message of messages) {
    const target = message.kind === "reaction" ? quotedOf(message, messages) : undefined;
    if (!target) continue;
    hanging.add(message.id);
    const known = byTarget.get(target.id) ?? new Map<string, string>();
    byTarget.set(target.id, known.set(message.author.id, message.text));
  }
  const of = (message: ThreadMessage) => {
    const own = Object.values(message.reactions ?? {}).map(({ emoji }) => emoji);
    const arrived = byTarget.get(message.id)?.values() ?? [];
    return [...new Set([...own, ...arrived])].filter((emoji) => emoji !== "");
  };
  return { hanging, of };
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
