import { type EventType, type Language, operationRate, Settings, statsShards } from "@hilo/schema";
import { FieldValue, read, type Writer } from "../platform/firestore.ts";
import { minuteMemory } from "../platform/minute-memory.ts";
import { settingsAt } from "./store.ts";

const cache = minuteMemory(async (workspaceId) => ({
  settings: read(Settings, await settingsAt(workspaceId).get()),
}));

async function settingsOf(workspaceId: string): Promise<Settings | undefined> {
  const known = cache.get(workspaceId) ?? (await cache.fetch(workspaceId));
  return known?.settings;
}

/** The time zone in which a workspace counts its days and keeps its hours. */
export async function zoneOf(workspaceId: string): Promise<string> {
  return (await settingsOf(workspaceId))?.timeZone ?? "UTC";
}

/** By what a workspace counts: when its days begin, and how many documents share one. */
export type Counting = { workspaceId: string; timeZone: string; statsShards: number };

export async function countingIn(workspaceId: string): Promise<Counting> {
  const settings = await settingsOf(workspaceId);
  return {
    workspaceId,
    timeZone: settings?.timeZone ?? "UTC",
    statsShards: settings?.statsShards ?? statsShards,
  };
}

/** The language in which a workspace writes to its customers. */
export async function languageOf(workspaceId: string): Promise<Language> {
  return (await settingsOf(workspaceId))?.language ?? "es";
}

/** What a workspace is called; its id, while nobody has named it. */
export async function workspaceName(workspaceId: string): Promise<string> {
  return (await settingsOf(workspaceId))?.name ?? workspaceId;
}

/** Whether there is a workspace of this id that was made, and is not only a path. */
export async function isThere(workspaceId: string): Promise<boolean> {
  return (await settingsOf(workspaceId)) !== undefined;
}

/** How many documents an operation writes in a second, at most. */
export async function operationRateOf(workspaceId: string): Promise<number> {
  return (await settingsOf(workspaceId))?.operationRate ?? operationRate;
}

/** Adds to a commit that documents here are of a version at least. A workspace that is only a path has no consoles. */
export async function raiseMinVersion(
  write: Pick<Writer, "update">,
  workspaceId: string,
  version: number,
): Promise<void> {
  if (await isThere(workspaceId))
    write.update(settingsAt(workspaceId), { minVersion: FieldValue.maximum(version) });
}

/** Whether somebody wants to be told of events of a type. */
export async function hasSubscribed(workspaceId: string, type: EventType): Promise<boolean> {
  return (await settingsOf(workspaceId))?.events?.includes(type) ?? false;
}

/** Forgets what is kept, for tests and after a change made by this instance. */
export function forgetSettings(): void {
  cache.clear();
}
