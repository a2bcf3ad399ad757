import { isAnswer } from "./conversation.ts";
import type { Written } from "./messages.ts";

/** A thread whose answers say since when the customer waited for them. */
export function withWaits(thread: readonly Written[]): Written[] {
  let waitingSince: number | undefined;
  return thread.map((written) => {
    const { message } = written;
    const waitedSince = isAnswer(message) ? waitingSince : undefined;
    if (isAnswer(message)) waitingSince = undefined;
    if (message.direction === "inbound") waitingSince ??= message.providerAt;
    return waitedSince === undefined
      ? written
      : { ...written, message: { ...message, waitedSince } };
  });
}
