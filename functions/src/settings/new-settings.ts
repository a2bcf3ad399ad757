import type { Settings } from "@hilo/schema";
import { now } from "../platform/clock.ts";
import type { Writer } from "../platform/firestore.ts";
import { settingsAt } from "./store.ts";

/** How long a customer may wait before the list says so, until somebody says otherwise. */
const responseTargetMs = 15 * 60_000;

/** Adds the settings of a workspace that is made to a commit, which fails where there is one of that id. */
export function createSettings(
  commit: Pick<Writer, "create">,
  workspaceId: string,
  how: Pick<Settings, "name" | "timeZone" | "language">,
): void {
  const settings: Omit<Settings, "statsShards" | "operationRate" | "minVersion"> = {
    ...how,
    responseTargetMs,
    updatedAt: new Date(now()),
  };
  commit.create(settingsAt(workspaceId), settings);
}
