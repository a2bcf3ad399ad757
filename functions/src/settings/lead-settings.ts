import { LeadSettings, type LostReason } from "@hilo/schema";
import { read } from "../platform/firestore.ts";
import { minuteMemory } from "../platform/minute-memory.ts";
import { texts } from "../texts/texts.ts";
import { languageOf } from "./settings.ts";
import { leadSettingsAt } from "./store.ts";

const unset = LeadSettings.parse({});

const cache = minuteMemory(
  async (workspaceId) => read(LeadSettings, await leadSettingsAt(workspaceId).get()) ?? unset,
);

/** How leads end in a workspace, and what happens after. */
export async function leadSettingsOf(
  workspaceId: string,
): Promise<LeadSettings & { lostReasons: LostReason[] }> {
  const own = cache.get(workspaceId) ?? (await cache.fetch(workspaceId)) ?? unset;
  return { ...own, lostReasons: own.lostReasons ?? (await shippedReasons(workspaceId)) };
}

async function shippedReasons(workspaceId: string): Promise<LostReason[]> {
  const names = texts[await languageOf(workspaceId)].lostReasons;
  return Object.entries(names).map(([id, name]) => ({ id, name }));
}

/** Forgets what is kept, for tests and after a change made by this instance. */
export function forgetLeadSettings(): void {
  cache.clear();
}
