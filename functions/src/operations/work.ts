import { now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { log } from "../platform/log.ts";
import { operationRateOf } from "../settings/settings.ts";
import { applyRows } from "./apply.ts";
import { advance, type Held, readAgain, take } from "./held.ts";
import { jobOf } from "./job.ts";
import type { Kind, Kinds } from "./kind.ts";
import { Pace } from "./pace.ts";
import { listRows, removePlan } from "./plan.ts";
import { operationsOf } from "./store.ts";
import { type LeftAlone, leftAlone, takeBack } from "./take-back.ts";
import { wake } from "./wake.ts";

/** How long one worker goes on before it lets another (ms): a task takes half an hour at most. */
const workMs = 8 * 60_000;
/** How often what never comes on is tried before it has failed, and how long after a failure (ms). */
const mostTries = 5;
const backoffMs = 15_000;

/** Works on an operation until it has ended, if nobody else does; what is left goes on by another task. */
export async function work(kinds: Kinds, workspaceId: string, id: string): Promise<void> {
  const ref = operationsOf(workspaceId).doc(id);
  const held = await take(ref);
  if (!held) return;
  try {
    await goOn(held, kindOf(kinds, held), new Pace(await operationRateOf(workspaceId)));
  } catch (error) {
    log.error("operation.failed", { workspaceId, id, kind: held.operation.kind, error });
    await putOff(held, error);
  }
}

function kindOf(kinds: Kinds, { operation: { kind, tries } }: Held): Kind {
  const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!known) throw new AppError("invalid", `Nobody does ${kind} here.`);
  if (tries > mostTries) throw new AppError("internal", "Its workers die.");
  return known;
}

async function goOn(held: Held, kind: Kind, pace: Pace): Promise<void> {
  const until = now() + workMs;
  const alone = await leftAlone(held);
  let mine: Held | undefined = held;
  while (mine?.operation.dueAt) {
    if (now() > until) return handOn(mine);
    mine = await nextStep(mine, { kind, pace, alone });
  }
}

/** The next commit of an operation; undefined when it has become another worker's. */
async function nextStep(
  held: Held,
  { kind, pace, alone }: { kind: Kind; pace: Pace; alone: LeftAlone },
): Promise<Held | undefined> {
  const { step, done, total, undo } = held.operation;
  if (step === "plan") return listRows(held, kind);
  if (step === "undo") return undo?.left ? takeBack(held, pace, alone) : endAs(held, "undone");
  if (done < total) return applyRows(held, kind, pace);
  await removePlan(held.ref, held.operation.plan);
  return endAs(held, "done", kind);
}

async function endAs(held: Held, state: "done" | "undone", kind?: Kind): Promise<Held | undefined> {
  const writes: Parameters<typeof advance>[2][] = [];
  await kind?.end?.(jobOf(held), {
    set: (...call) => writes.push((batch) => batch.set(...call)),
    update: (...call) => writes.push((batch) => batch.update(...call)),
  });
  const fill: Parameters<typeof advance>[2] = (batch) => {
    for (const write of writes) write?.(batch);
  };
  return (await advance(held, { ...ended(), state }, fill)) ?? readAgain(held);
}

function ended() {
  return { worker: null, dueAt: null, plan: null, endedAt: new Date(now()) };
}

async function handOn(held: Held): Promise<void> {
  const free = await advance(held, { worker: null, dueAt: new Date(now()) });
  if (free) await wake(jobOf(held).workspaceId, held.ref.id);
}

/** What may come through later is tried again by the sweep; what cannot has failed, as far as it came. */
async function putOff(held: Held, error: unknown): Promise<void> {
  const mine = await readAgain(held);
  if (!mine) return;
  const { tries, plan } = mine.operation;
  const code = error instanceof AppError ? error.code : "internal";
  const isLost = error instanceof AppError && error.code !== "unavailable";
  if (!isLost && tries < mostTries) {
    const dueAt = new Date(now() + backoffMs * 2 ** tries);
    await advance(mine, { worker: null, dueAt });
    return;
  }
  await removePlan(mine.ref, plan);
  await advance(mine, { ...ended(), state: "failed", error: code });
}
