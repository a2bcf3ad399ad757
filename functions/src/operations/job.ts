import type { Held } from "./held.ts";
import type { Job } from "./kind.ts";

/** What the kind of an operation is told of it. */
export function jobOf({ ref, operation: { by, input } }: Held): Job {
  return { workspaceId: ref.path.split("/")[1] ?? "", id: ref.id, by, input };
}
