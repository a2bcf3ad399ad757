import { type Conversation, type Millis, mostGuests } from "@hilo/schema";

type Guests = Pick<Conversation, "guests" | "mentioned" | "mentionedAt">;

/** What a conversation becomes when a note mentions somebody; undefined when it tells nobody but its writer. */
export function mentionedIn(
  { guests = [], mentioned = [] }: Guests,
  mentions: readonly string[],
  { by, at }: { by: string; at: Millis },
): Required<Guests> | undefined {
  const told = mentions.filter((uid) => uid !== by);
  if (told.length === 0) return undefined;
  return { ...bounded(added(guests, told), added(mentioned, told)), mentionedAt: at };
}

/** The guests of two conversations that become one. */
export function guestsOfBoth(one: Guests, other: Guests): Guests {
  const [first, last] =
    (one.mentionedAt ?? 0) > (other.mentionedAt ?? 0) ? [other, one] : [one, other];
  if (!last.guests) return {};
  const guests = added(first.guests ?? [], last.guests);
  const mentioned = added(first.mentioned ?? [], last.mentioned ?? []);
  return { ...bounded(guests, mentioned), mentionedAt: last.mentionedAt ?? 0 };
}

/** Whoever is among them already comes last again. */
function added(before: readonly string[], more: readonly string[]): string[] {
  return [...before.filter((uid) => !more.includes(uid)), ...more];
}

/** Who is no guest any more has nothing to see. */
function bounded(guests: readonly string[], mentioned: readonly string[]) {
  const kept = guests.slice(-mostGuests);
  return { guests: kept, mentioned: mentioned.filter((uid) => kept.includes(uid)) };
}
