import { LRUCache } from "lru-cache";
import { minuteMemory } from "../platform/minute-memory.ts";
import { spend } from "../platform/rate-budget.ts";
import { channelsOf } from "./store.ts";

const minute = 60 * 1000;

/** What a channel is found by. */
type Kind = { provider: string; platform: string };
type List = ReadonlyMap<string, Kind>;

/** Which channels there are, by workspace, kept for a minute: what is made up costs no read and pushes nothing real out. */
const lists = minuteMemory<List>(async (workspaceId) => {
  const { docs } = await channelsOf(workspaceId).select("provider", "platform").get();
  return new Map(docs.map((doc) => [doc.id, doc.data() as Kind]));
});

/** Workspaces without a channel, and channels that were looked for in vain, kept for as long. */
const absent = new LRUCache<string, true>({ max: 10_000, ttl: minute, ttlResolution: 1000 });

/** How often a minute the list of a workspace is read again, since a channel may have been added a moment ago. */
const readAgain = 30;

/** Whether a workspace has this channel. */
export async function isListed(workspaceId: string, channelId: string): Promise<boolean> {
  const list = await listOf(workspaceId);
  if (list.has(channelId)) return true;
  const key = `${workspaceId}/${channelId}`;
  if (absent.has(key)) return false;
  absent.set(key, true);
  if (list.size === 0) return false;
  const allowed = spend({ key: `channels of ${workspaceId}`, most: readAgain, ms: minute });
  return allowed && (await listOf(workspaceId, true)).has(channelId);
}

/** The channels of a provider or a platform. */
export async function listedBy(
  workspaceId: string,
  field: keyof Kind,
  value: string,
): Promise<string[]> {
  const list = await listOf(workspaceId);
  return [...list].flatMap(([id, kind]) => (kind[field] === value ? [id] : []));
}

/** Whether it costs nothing to tell which channels a workspace has. */
export function isRemembered(workspaceId: string): boolean {
  return lists.has(workspaceId);
}

/** Forgets what is kept. */
export function forgetLists(): void {
  lists.clear();
  absent.clear();
}

async function listOf(workspaceId: string, forceRefresh = false): Promise<List> {
  if (absent.has(workspaceId)) return new Map();
  const list = (await lists.fetch(workspaceId, { forceRefresh })) ?? new Map();
  if (list.size > 0) return list;
  lists.delete(workspaceId);
  absent.set(workspaceId, true);
  return list;
}
