import { type Channel, keyOf, type Millis, oneForm, type Sender } from "@hilo/schema";
import { timesMoved } from "../channels/moves.ts";
import { hash } from "../platform/crypto.ts";

/** Where and when a name is told: phones change hands. */
export type Hearing = {
  connection: { channelId: string; channel: Pick<Channel, "settings"> };
  at: Millis;
};

/** A name as it stood at a time: in its one form, and apart from the same phone in other hands. */
export function nameAt({ connection, at }: Hearing, name: string): string {
  const one = oneForm(name);
  const moves = one.startsWith("+") ? timesMoved(connection, one, at) : 0;
  return moves === 0 ? one : `${one}\n${moves}`;
}

/**
 * What makes the person the same person first, then the names that may change. A phone is a name only beside a user
 * id that tells its holders apart; where it is merely shown, such as on Telegram, it may have been somebody else's.
 */
export function namesOf(hearing: Hearing, sender: Sender): [string, ...string[]] {
  const { address, phone, userId } = sender;
  const key = nameAt(hearing, keyOf(sender));
  const others = [address, ...(phone && userId ? [phone] : [])];
  const names = new Set(others.map((name) => nameAt(hearing, name)));
  names.delete(key);
  return [key, ...names];
}

/** The conversation and the identity of a person who writes for the first time. */
export function personIdOf(hearing: Hearing, sender: Sender): string {
  return hash(hearing.connection.channelId, nameAt(hearing, keyOf(sender)));
}
