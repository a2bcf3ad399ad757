import { Funnel, type KnownFunnel, type Stage } from "@hilo/schema";
import { AppError } from "../platform/errors.ts";
import { read } from "../platform/firestore.ts";
import { minuteMemory } from "../platform/minute-memory.ts";
import { languageOf } from "../settings/settings.ts";
import { shippedIn } from "./shipped-funnels.ts";
import { funnelsOf } from "./store.ts";

const cache = minuteMemory(async (workspaceId) => {
  const { docs } = await funnelsOf(workspaceId).get();
  const own = docs.flatMap((doc): KnownFunnel[] => {
    const funnel = read(Funnel, doc);
    return funnel ? [{ ...funnel, id: doc.id }] : [];
  });
  const shipped = shippedIn(await languageOf(workspaceId));
  const unchanged = shipped.filter(({ id }) => !own.some((one) => one.id === id));
  return [...unchanged, ...own].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
});

/** The funnels of a workspace in the order of their boards; those that ship with Hilo as long as nobody changed them. */
export async function funnelsIn(workspaceId: string): Promise<readonly KnownFunnel[]> {
  return cache.get(workspaceId) ?? (await cache.fetch(workspaceId)) ?? [];
}

/** One of them; throws `notFound`. */
export async function funnelIn(workspaceId: string, funnelId: string): Promise<KnownFunnel> {
  const found = (await funnelsIn(workspaceId)).find(({ id }) => id === funnelId);
  if (!found) throw new AppError("notFound", "There is no such funnel.");
  return found;
}

/** A stage of a funnel, or the one that took its place when it went; throws `invalid`. */
export function stageIn(funnel: KnownFunnel, stageId: string): Stage {
  const { stages, moved = {} } = funnel;
  const found =
    stages.find(({ id }) => id === stageId) ?? stages.find(({ id }) => id === moved[stageId]);
  if (found) return found;
  throw new AppError("invalid", "The funnel has no such stage. Choose one of its own.", {
    details: [{ path: "stage", message: `One of ${funnel.stages.map(({ id }) => id).join(", ")}` }],
  });
}

/** Forgets what is kept, for tests and after a change made by this instance. */
export function forgetFunnels(): void {
  cache.clear();
}
