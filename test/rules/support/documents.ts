import { samples } from "./samples.ts";
import { collectionNames, existing, pathOf } from "./table.ts";

/** Every document there is before anybody asks, by path: one in each collection of two workspaces. */
export function documents(): [string, object][] {
  return ["demo", "other"].flatMap((workspaceId) =>
    collectionNames.map((name): [string, object] => [
      `${pathOf(name, workspaceId)}/${existing}`,
      samples[name],
    ]),
  );
}
