import { onSnapshot } from "firebase/firestore";
import { type Source, source } from "../ui/source.ts";
import { documentOf, fromDocument } from "./firestore.ts";

/** A document with its id, or why there is none to show. */
export type Watched<T> = (T & { id: string }) | "loading" | "missing" | "failed";

/** One document of the workspace, live for as long as somebody listens. */
export function watchDocument<T>(...path: string[]): Source<Watched<T>> {
  const own = source<Watched<T>>("loading", () =>
    onSnapshot(
      documentOf(...path),
      (found) => {
        const data = found.data();
        own.set(data ? fromDocument<T>(found.id, data) : "missing");
      },
      () => own.set("failed"),
    ),
  );
  return own;
}
