import {
  canUndo,
  followOperation,
  type ListedOperation,
  undoOperation,
} from "../data/operations.ts";
import { whenSignedOut } from "../data/signed-out.ts";
import { forgetEnd, underWay } from "../data/under-way.ts";
import { kindName, resultOf, t } from "../text/operations.ts";
import { problems } from "../text/problems.ts";
import { toast } from "../ui/toast.ts";

const followed = new Map<string, () => void>();

whenSignedOut(() => {
  for (const stop of followed.values()) stop();
  followed.clear();
});

/** Follows what this member began here, and says in passing that it goes on and how it ended. */
export function tellOfOperations(): void {
  for (const id of underWay.value.filter((one) => !followed.has(one))) {
    let isTold = false;
    const stop = followOperation(id, (operation) => {
      if (operation?.state === "running") {
        if (!isTold) toast({ text: t.begun(kindName(operation)) });
        isTold = true;
        return;
      }
      followed.get(id)?.();
      followed.delete(id);
      forgetEnd(id);
      if (operation) tellEnd(operation);
    });
    followed.set(id, stop);
  }
}

function tellEnd(operation: ListedOperation): void {
  const name = kindName(operation);
  const { id, state } = operation;
  if (state === "failed") toast({ text: t.toastStopped(name), tone: "bad" });
  else if (state === "undone") toast({ text: t.toastUndone(name) });
  else {
    const way = canUndo(operation) ? { undo: () => void undoNow(id) } : {};
    toast({ text: t.toastDone(name, resultOf(operation)), ...way });
  }
}

/** Has an operation undone, and says so when that is refused. */
export async function undoNow(id: string): Promise<void> {
  await undoOperation(id).catch((error: { code?: keyof typeof problems }) =>
    toast({ text: problems[error.code ?? "internal"] ?? problems.internal, tone: "bad" }),
  );
}
