import type { Response } from "express";
import type { FullBehaviour } from "../wire/behaviour.ts";
import { call, type Webhook } from "../wire/webhook.ts";
import type { Entry, EntryStatus, Thread } from "./thread.ts";
import type { World } from "./world.ts";

/** A state that becomes true, or is reported, so many milliseconds after the send. */
export type Step<Status extends string = EntryStatus> = { status: Status; after: number };

/** The reports of a course, as the behaviour wants them: late, doubled, out of order, or none. */
export function reportsOf<Status extends string>(
  steps: Step<Status>[],
  behaviour: FullBehaviour,
): Step<Status>[] {
  if (behaviour.dropped) return [];
  const times = steps.map((step) => step.after + behaviour.late);
  const ordered = behaviour.disordered ? steps.toReversed() : steps;
  const reports = ordered.map(({ status }, index) => ({ status, after: times[index] ?? 0 }));
  return behaviour.doubled ? reports.flatMap((report) => [report, report]) : reports;
}

/** What happens to a message that was taken. */
export type Course = {
  entry: Entry;
  behaviour: FullBehaviour;
  /** The states it goes through when all goes well, such as sent and delivered. */
  statuses: EntryStatus[];
  /** The code by which it fails instead of being delivered. */
  failure: string | null;
  /** Whether the platform tells that a message was read. */
  reads: boolean;
  /** The call that tells the house, if any; left out where a provider tells nothing. */
  report?(status: EntryStatus): Made;
};

type Made = Webhook | null | Promise<Webhook | null>;

const made = new WeakMap<Course, Map<EntryStatus, Made>>();
const courses = new WeakMap<Entry, Course>();
const seen = new WeakSet<Entry>();

/**
 * Lets a taken message take its course: states become true on the phone, and are reported. Resolves once the report
 * that shall overtake the call's own answer has been made.
 */
export async function follow(world: World, course: Course): Promise<void> {
  const { entry, behaviour, report } = course;
  const tell = (status: EntryStatus) => tellOf(world, course, status);
  courses.set(entry, course);
  const steps = stepsOf(course);
  const reports = report ? reportsOf(steps, behaviour) : [];
  const [first, ...others] = behaviour.early ? reports : [];
  for (const step of steps)
    world.timers.after(step.after, () => become(world, course, step.status));
  for (const { status, after } of first ? others : reports) {
    world.timers.after(after, () => tell(status));
  }
  if (first) await tell(first.status);
}

/** Tells the house of a state; twice over it is the same call, to the letter. */
async function tellOf(world: World, course: Course, status: EntryStatus): Promise<void> {
  const calls = made.get(course) ?? new Map<EntryStatus, Made>();
  made.set(course, calls);
  const webhook = calls.get(status) ?? course.report?.(status) ?? null;
  calls.set(status, webhook);
  const ready = await webhook;
  if (ready) await call(world, ready);
}

function stepsOf({ behaviour, statuses, failure, reads }: Course): Step[] {
  const all: EntryStatus[] = failure === null ? statuses : ["failed"];
  const steps = all.map((status, index) => ({ status, after: behaviour.pace * (index + 1) }));
  if (failure !== null || !reads || behaviour.read !== "automatic") return steps;
  return [...steps, { status: "read", after: (steps.at(-1)?.after ?? 0) + behaviour.readAfter }];
}

function become(world: World, course: Course, status: EntryStatus): void {
  const { entry, failure, statuses } = course;
  if (entry.status === "read") return;
  const error = status === "failed" && failure !== null ? { error: failure } : {};
  world.threads.update(entry, { status, ...error });
  if (status === statuses.at(-1) && seen.has(entry)) read(world, course);
}

/** The customer has the thread before their eyes: what has arrived is read, what is on its way will be. */
export function see(world: World, thread: Thread): void {
  if (world.behaviours.of(thread.personId).read !== "seen") return;
  for (const entry of thread.entries.filter((one) => one.from === "business" && !seen.has(one))) {
    seen.add(entry);
    const course = courses.get(entry);
    if (course && entry.status === course.statuses.at(-1)) read(world, course);
  }
}

function read(world: World, course: Course): void {
  const { entry, behaviour, reads, report } = course;
  if (!reads || world.behaviours.of(personOf(world, entry)).read !== "seen") return;
  become(world, course, "read");
  if (!report) return;
  for (const { after } of reportsOf([{ status: "read", after: behaviour.pace }], behaviour)) {
    world.timers.after(after, () => tellOf(world, course, "read"));
  }
}

function personOf(world: World, entry: Entry): string {
  return world.threads.threads.get(entry.threadId)?.personId ?? "";
}

/** A send as the switches treat it. */
export type Taking = {
  /** How the provider treats it: what `behaviours.take` gave. */
  behaviour: FullBehaviour;
  /** Whether the provider says no; the answer is written by `refuse`. */
  refuse: (() => void) | null;
  /** The provider takes it; resolves as `follow` does. */
  accept(): Promise<void>;
  /** The usual answer to a taken message. */
  answer(): void;
  /** The provider's own answer when it is broken. */
  fault(): void;
};

/** Takes a send through the switches: refused, taken, unanswered, cut off or answered as a fault. */
export async function settle(world: World, response: Response, taking: Taking): Promise<void> {
  const { behaviour, refuse } = taking;
  if (refuse && behaviour.call === "answer") return refuse();
  if (behaviour.call === "answer" || (behaviour.accepted && !refuse)) {
    const overtaken = taking.accept();
    world.timers.track(overtaken);
    if (behaviour.early) await overtaken;
  }
  if (behaviour.call === "answer") return taking.answer();
  // A call that hangs ends when the other side gives up.
  if (behaviour.call === "error") taking.fault();
  if (behaviour.call === "reset") response.socket?.resetAndDestroy();
}
