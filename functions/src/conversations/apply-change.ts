import type { ChangeEvent, Message, Millis } from "@hilo/schema";

/** A change with the time it is told by. */
export type Change = { at: Millis; change: ChangeEvent["change"] };

export type Changeable = Pick<
  Message,
  "text" | "original" | "editedAt" | "deletedAt" | "reactions"
>;

/**
 * What a change makes of a message. Changes may come in any order and more than once: the newest edit and each
 * person's newest reaction stay, and what was deleted stays deleted.
 */
export function changed(message: Changeable, { at, change }: Change): Partial<Changeable> {
  switch (change.kind) {
    case "reaction":
      return reacted(message, at, change);
    case "edit":
      return edited(message, at, change.text);
    case "delete":
      return { deletedAt: Math.min(at, message.deletedAt ?? at) };
  }
}

/** How many people's reactions a message keeps; it is a document, and no more would be shown. */
const mostReactions = 500;

function reacted(
  { reactions = {} }: Changeable,
  at: Millis,
  { by, emoji }: { by: string; emoji: string },
): Partial<Changeable> {
  const known = reactions[by];
  if (!known && Object.keys(reactions).length >= mostReactions) return {};
  // Two at the same time end the same, whichever comes last.
  if (known && (known.at > at || (known.at === at && weightOf(known) >= weightOf({ emoji }))))
    return {};
  return { reactions: { ...reactions, [by]: { emoji, at } } };
}

/** Of two reactions in the same second it is the first that was a slip: none outweighs every one. */
export function weightOf({ emoji }: { emoji: string }): string {
  return emoji || "\u{10ffff}";
}

function edited(message: Changeable, at: Millis, text: string): Partial<Changeable> {
  const { editedAt = -1 } = message;
  if (editedAt > at || (editedAt === at && message.text >= text)) return {};
  return { text, original: message.original ?? message.text, editedAt: at };
}
