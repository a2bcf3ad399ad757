import { isDeepStrictEqual } from "node:util";
import type { Message } from "@hilo/schema";
import { AppError } from "../platform/errors.ts";

/** The same messageId again asks for the same note. Throws `conflict`. */
export function refuseOtherNote(
  known: Message | undefined,
  note: { text: string; fileIds: readonly string[]; mentions: readonly string[] },
): void {
  const asked = { direction: "note", ...note };
  refuseUnless(known !== undefined && isSame(asked, saidBy(known)));
}

/** What a message says, as what is asked for names it. */
export function saidBy(known: Message): Record<string, unknown> {
  const { text, original, attachments, replyTo, mentions = [] } = known;
  return {
    ...known,
    text: original ?? text,
    fileIds: attachments.map(({ id }) => id),
    quoted: replyTo?.id,
    mentions,
  };
}

/** Whether all that is asked for is known so; the database keeps nothing that is undefined. */
export function isSame(asked: Record<string, unknown>, known: Record<string, unknown>): boolean {
  return Object.entries(asked).every(([what, value]) =>
    isDeepStrictEqual(plain(value), plain(known[what])),
  );
}

export function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** Throws `conflict` for another message under a messageId. */
export function refuseUnless(same: boolean): void {
  if (same) return;
  throw new AppError(
    "conflict",
    "Another message was sent under this messageId already. Give each message an id of its own.",
  );
}
