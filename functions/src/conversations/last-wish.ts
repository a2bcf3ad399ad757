import { type Message, threadOrder } from "@hilo/schema";
import type { TimedWish } from "./wishes.ts";

/**
 * A wish as the thread knows it: said in a message, such as STOP, or an event that only its line tells. `mere`: it
 * means nothing of somebody who had not left.
 */
export type ToldWish = TimedWish &
  Pick<Message, "order" | "createdAt"> & { id: string; mere: boolean; lineId: string };

export type Heard = {
  /** Those that changed something, in the order of the thread. */
  wishes: ToldWish[];
  /** Whether the person wants no messages at all, and whether none that are sent to many. */
  optedOut: boolean;
  avoidsMany: boolean;
};

/**
 * What comes of all wishes of a thread, whatever order they were heard in. "Yes" means START on SMS and is mostly an
 * answer: said in a message, or before the first one, only who had left can come back. `left`: they had before the first of these.
 */
export function heard(told: readonly ToldWish[], left = false): Heard {
  const state: Heard = { wishes: [], optedOut: left, avoidsMany: left };
  const inOrder = told
    .map((wish) => ({ ...wish, providerAt: wish.at }))
    .sort(threadOrder)
    .map(({ providerAt: _, ...wish }) => wish);
  for (const wish of inOrder) {
    const stop = wish.consent === "stop";
    if (!stop && wish.mere && !state.avoidsMany) continue;
    state.wishes.push(wish);
    state.avoidsMany = stop;
    if (!stop || wish.scope !== "marketing") state.optedOut = stop;
  }
  return state;
}
