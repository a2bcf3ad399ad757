import {
  type About,
  type EventData,
  type EventType,
  eventDays,
  type ToldEvent,
} from "@hilo/schema";
import { now } from "../platform/clock.ts";
import { hash } from "../platform/crypto.ts";
import {
  commit,
  db,
  type WriteBatch,
  type WriteOutcome,
  type Writer,
} from "../platform/firestore.ts";
import { hasSubscribed } from "../settings/settings.ts";
import { eventsOf } from "./store.ts";

/** Something that became true; `source` is what tells it from all others of its type. */
export type Telling<T extends EventType = EventType> = {
  workspaceId: string;
  type: T;
  source: string;
  about: About;
  data: EventData<T>;
};

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Tells whoever has subscribed to it that something is true, in the commit that makes it true; whether anybody has. The
 * commit fails where it was told before, and then all of it was done before.
 */
export async function tell<T extends EventType>(
  write: Writer,
  { workspaceId, type, source, about, data }: Telling<T>,
): Promise<boolean> {
  if (!(await hasSubscribed(workspaceId, type))) return false;
  const at = now();
  write.create(eventsOf(workspaceId).doc(hash(type, source)), {
    type,
    source,
    about,
    data,
    at: new Date(at),
    expiresAt: new Date(at + eventDays * dayMs),
  } satisfies ToldEvent);
  return true;
}

/** Commits what may come true more than once, such as a status: told the first time, and written every time. */
export async function commitTelling<T extends EventType>(
  fill: (batch: WriteBatch) => unknown,
  telling: Telling<T>,
): Promise<WriteOutcome> {
  const batch = db().batch();
  fill(batch);
  const isTold = await tell(batch, telling);
  const outcome = await commit(batch);
  if (!isTold || outcome !== "exists") return outcome;
  const again = db().batch();
  fill(again);
  return commit(again);
}
