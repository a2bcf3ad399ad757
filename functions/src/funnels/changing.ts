import { type FunnelView, type KnownFunnel, notFunnels, type Stage } from "@hilo/schema";
import { audit, changesOf, type Doer } from "../audit/audit.ts";
import { refuseChanged } from "../audit/seen.ts";
import { newId, now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { db, FieldValue } from "../platform/firestore.ts";
import { forgetFunnels, funnelIn, funnelsIn } from "./funnels.ts";
import { funnelsOf } from "./store.ts";

/** A stage as an administrator writes it: without an id it is a new one. */
export type WrittenStage = Omit<Stage, "id"> & { id?: string | undefined };

type Written = {
  name?: string | undefined;
  stages?: WrittenStage[] | undefined;
  moved?: Readonly<Record<string, string>> | undefined;
  seen?: Readonly<Record<string, unknown>> | undefined;
};

/** Whether any lead stands in a stage. */
type IsInUse = (workspaceId: string, funnelId: string, stage: string) => Promise<boolean>;

/** Makes a funnel at the end of the others; the same id again makes nothing new. */
export async function createFunnel(
  doer: Doer,
  {
    id = newId().slice(0, 8),
    name,
    stages,
  }: { id?: string | undefined; name: string; stages: WrittenStage[] },
): Promise<{ funnelId: string }> {
  const { workspaceId } = doer;
  if (notFunnels.includes(id))
    throw new AppError("invalid", `A funnel cannot be called ${id}. Choose another id.`);
  const all = await funnelsIn(workspaceId);
  if (all.some((one) => one.id === id)) return { funnelId: id };
  const at = new Date(now());
  const batch = db().batch();
  const order = Math.max(-1, ...all.map((one) => one.order)) + 1;
  batch.create(funnelsOf(workspaceId).doc(id), {
    ...{ name, order, createdAt: at, updatedAt: at },
    stages: named(stages),
  });
  audit(batch, doer, "funnels.create", `funnels/${id}`, { name: { to: name } });
  await batch.commit();
  forgetFunnels();
  return { funnelId: id };
}

/**
 * Changes a funnel; gives the stages that went, by where their leads go. Throws `invalid` where leads stand in a stage
 * that goes and nothing says where they go.
 */
export async function changeFunnel(
  doer: Doer,
  funnelId: string,
  { name, stages, moved = {}, seen }: Written,
  isInUse: IsInUse,
): Promise<Readonly<Record<string, string>>> {
  const { workspaceId } = doer;
  forgetFunnels();
  const before = await funnelIn(workspaceId, funnelId);
  const after = {
    name: name ?? before.name,
    stages: stages === undefined ? before.stages : named(stages),
  };
  const goes = before.stages.filter((one) => !after.stages.some(({ id }) => id === one.id));
  const into = await destinations(goes, { ...after, funnelId, workspaceId }, moved, isInUse);
  const target = `funnels/${funnelId}`;
  const wanted = { ...(name ? { name } : {}), ...(stages ? { stages: after.stages } : {}) };
  await refuseChanged({ workspaceId, target, before: viewOf(before), seen, wanted });
  const told = changesOf<Partial<KnownFunnel>>(before, after);
  if (Object.keys(told).length === 0) return {};
  const batch = db().batch();
  const { order } = before;
  const stamps = { updatedAt: FieldValue.serverTimestamp() };
  const ref = funnelsOf(workspaceId).doc(funnelId);
  const made = (await ref.get()).exists ? {} : { createdAt: FieldValue.serverTimestamp() };
  batch.set(ref, { ...after, order, ...stamps, ...made, moved: into }, { merge: true });
  audit(batch, doer, "funnels.change", target, told);
  await batch.commit();
  forgetFunnels();
  return into;
}

/** Every stage has an id: of its own, or one made for it. */
function named(stages: readonly WrittenStage[]): Stage[] {
  const all = stages.map((stage) => ({ ...stage, id: stage.id ?? newId().slice(0, 8) }));
  const ids = new Set(all.map(({ id }) => id));
  if (ids.size === all.length) return all;
  throw new AppError("invalid", "Two stages have the same id. Give each its own.");
}

type After = Pick<KnownFunnel, "stages"> & { workspaceId: string; funnelId: string };

/** Where the leads of the stages go that go. */
async function destinations(
  goes: readonly Stage[],
  { stages, workspaceId, funnelId }: After,
  moved: Readonly<Record<string, string>>,
  isInUse: IsInUse,
): Promise<Record<string, string>> {
  const into: Record<string, string> = {};
  for (const { id, name } of goes) {
    const to = moved[id];
    const isThere = stages.some((one) => one.id === to);
    if (to !== undefined && isThere) into[id] = to;
    else if (to !== undefined || (await isInUse(workspaceId, funnelId, id)))
      throw new AppError("invalid", `Say where the leads in ${name} go.`, {
        details: [{ path: `moved.${id}`, message: "The id of a stage that stays" }],
      });
  }
  return into;
}

/** A funnel as the API tells it. */
export function viewOf({ id, name, stages }: KnownFunnel): FunnelView {
  return { id, name, stages };
}
