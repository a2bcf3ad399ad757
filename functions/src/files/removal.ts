import { blobs } from "../platform/blobs/blobs.ts";
import { now } from "../platform/clock.ts";
import type { DocumentReference, Timestamp } from "../platform/firestore.ts";
import { inTurns } from "../platform/in-turns.ts";
import { log } from "../platform/log.ts";
import { placeOf } from "./files.ts";
import { waitingSince } from "./store.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** How many times a night two hundred are removed, and how many at once. */
const rounds = 50;
const parallel = 20;

/** Whose a file is while it is removed: nobody can take it any more. */
const nobody = "nobody";

/** Each night: removes what visitors uploaded a day ago and no message took. */
export async function removeForgotten(): Promise<number> {
  let removed = 0;
  for (let round = 0; round < rounds; round += 1) {
    const { docs } = await waitingSince(new Date(now() - dayMs)).get();
    const outcomes = await inTurns(docs, parallel, ({ ref, updateTime }) =>
      removeAlone(ref, updateTime),
    );
    const done = outcomes.filter(Boolean).length;
    removed += done;
    if (done === 0) break; // Nothing is left, or nothing of what is left can be removed tonight.
  }
  return removed;
}

/** One that cannot be removed must not keep the others; the next night tries again. */
async function removeAlone(ref: DocumentReference, updateTime: Timestamp): Promise<boolean> {
  try {
    await remove(ref, updateTime);
    return true;
  } catch (error) {
    log.warn("files.unremoved", { id: ref.id, error });
    return false;
  }
}

/** The mark comes first, and only if no message took the file meanwhile; the record goes last. */
async function remove(ref: DocumentReference, updateTime: Timestamp): Promise<void> {
  const [, workspaceId = ""] = ref.path.split("/");
  await ref.update({ by: nobody }, { lastUpdateTime: updateTime });
  await blobs().remove(placeOf(workspaceId, ref.id));
  await ref.delete();
}
