import type { Operation, ToldOperation } from "@hilo/schema";
import { may, permissions } from "@hilo/schema/permissions";
import { limit, onSnapshot, orderBy, type Query, query, where } from "firebase/firestore";
import { type Source, source } from "../ui/source.ts";
import { call } from "./api.ts";
import { collectionOf, documentOf, fromDocument } from "./firestore.ts";
import { isAllowed, signedIn } from "./session.ts";
import { awaitEnd } from "./under-way.ts";
import { whileVisible } from "./visibility.ts";

export type ListedOperation = Operation & { id: string };

/** How many are listed, the newest. */
const most = 20;

const listed = source<readonly ListedOperation[] | "loading" | "failed">("loading", () =>
  whileVisible(followAll),
);

/** The newest operations that one may see: one's own, or everybody's. */
export const operations: Source<readonly ListedOperation[] | "loading" | "failed"> = listed;

function newest(): Query {
  return query(collectionOf("operations"), orderBy("createdAt", "desc"), limit(most));
}

function newestOwn(): Query {
  return query(
    collectionOf("operations"),
    where("by.id", "==", signedIn().uid),
    orderBy("createdAt", "desc"),
    limit(most),
  );
}

function followAll(): () => void {
  if (listed.value === "failed") listed.set("loading");
  return onSnapshot(
    isAllowed("operations.all") ? newest() : newestOwn(),
    ({ docs }) => listed.set(docs.map((doc) => fromDocument<Operation>(doc.id, doc.data()))),
    // What was known before holds on.
    () => typeof listed.value === "string" && listed.set("failed"),
  );
}

/** Follows one; null once it is not there any more. */
export function followOperation(
  id: string,
  took: (operation: ListedOperation | null) => void,
): () => void {
  return onSnapshot(
    documentOf("operations", id),
    (found) => {
      const data = found.data();
      took(data ? fromDocument<Operation>(id, data) : null);
    },
    () => took(null),
  );
}

/** Whether one may take back what it did. */
export function canUndo({ state, reversibleBy }: Operation): boolean {
  const hasEnded = state === "done" || state === "failed";
  const asked = Object.keys(permissions).find((one) => one === reversibleBy);
  return hasEnded && asked !== undefined && may(signedIn().role, asked as keyof typeof permissions);
}

/** Has it undone; its end is told here. Throws `ApiProblem`. */
export async function undoOperation(id: string): Promise<void> {
  await call("undoOperation", { params: { operationId: id } });
  awaitEnd(id);
}

/** With the rows that it refused or skipped, and what an undo left alone. Throws `ApiProblem`. */
export function openOperation(id: string): Promise<ToldOperation> {
  return call("getOperation", { params: { operationId: id } });
}
