import { samples, written } from "./samples.ts";
import { scopedDocuments } from "./scopes.ts";
import { collectionNames, directions, existing, pathOf } from "./table.ts";

/** Every document there is before anybody asks, by path: one in each collection of two workspaces, and a thread. */
export function documents(): [string, object][] {
  return ["demo", "other"].flatMap((workspaceId) => [
    ...collectionNames.map((name): [string, object] => [
      `${pathOf(name, workspaceId)}/${existing}`,
      written(name),
    ]),
    ...thread(workspaceId),
    ...scopedDocuments(workspaceId),
  ]);
}

/** Beside what the customer wrote: an answer, a note, and a line of the house's. */
function thread(workspaceId: string): [string, object][] {
  const name = "conversations/{conversationId}/messages";
  return Object.entries(directions).map(([id, direction]) => [
    `${pathOf(name, workspaceId)}/${id}`,
    { ...samples[name], direction },
  ]);
}
