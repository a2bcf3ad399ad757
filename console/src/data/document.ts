import { type DocumentSnapshot, onSnapshot } from "firebase/firestore";
import { type OwnSource, type Source, source } from "../ui/source.ts";
import { documentOf, fromDocument } from "./firestore.ts";
import { whenSignedOut } from "./signed-out.ts";

/** A document with its id, or why there is none to show; "unloaded": nobody could be asked whether it exists. */
export type Watched<T> = (T & { id: string }) | "loading" | "missing" | "unloaded" | "failed";

/** How many documents seen last are remembered, so that going back to one shows it at once. */
const keep = 60;

const seen = new Map<string, unknown>();
whenSignedOut(() => seen.clear());

/**
 * One document of the workspace, live for as long as somebody listens; first as it was when last seen. What it lacks is
 * as in `blank`.
 */
export function watchDocument<T extends object>(path: string[], blank: T): Source<Watched<T>> {
  if (path.includes("")) return source<Watched<T>>("missing");
  const key = path.join("/");
  const known = seen.get(key) as Watched<T> | undefined;
  const own: OwnSource<Watched<T>> = source<Watched<T>>(known ?? "loading", () =>
    onSnapshot(
      documentOf(...path),
      // Without it nobody tells that what was not in memory does not exist.
      { includeMetadataChanges: true },
      (found) => {
        const now = read<T>(found, blank);
        if (now === "unloaded" && typeof own.value === "object") return;
        if (typeof now === "object") remember(key, now);
        own.set(now);
      },
      () => own.set("failed"),
    ),
  );
  return own;
}

/** What a snapshot says: memory alone cannot tell that something does not exist. */
export function read<T>(found: DocumentSnapshot, blank?: Partial<NoInfer<T>>): Watched<T> {
  const data = found.data();
  if (data) return fromDocument<T>(found.id, data, blank);
  return found.metadata.fromCache ? "unloaded" : "missing";
}

function remember(key: string, now: unknown): void {
  seen.delete(key);
  seen.set(key, now);
  for (const oldest of [...seen.keys()].slice(0, -keep)) seen.delete(oldest);
}
