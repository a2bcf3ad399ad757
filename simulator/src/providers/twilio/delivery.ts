import { reportsOf } from "../../phones/course.ts";
import type { Entry, Thread } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import type { FullBehaviour } from "../../wire/behaviour.ts";
import { takeApart } from "./address.ts";
import { failures } from "./failures.ts";
import { messagesOf, type TwilioMessage } from "./message.ts";
import { course, type ReportStatus, report } from "./reports.ts";

const seen = new WeakSet<Entry>();

/**
 * Lets a taken message take its course: states become true on the phone, and are reported. Resolves once the report
 * that shall overtake the call's own answer has been made.
 */
export async function follow(
  world: World,
  message: TwilioMessage,
  entry: Entry,
  behaviour: FullBehaviour,
  code: number | null,
): Promise<void> {
  const steps = course(message, code, behaviour);
  const reports = reportsOf(steps, behaviour);
  const [first, ...others] = behaviour.early ? reports : [];
  for (const step of steps) {
    world.timers.after(step.after, () => become(world, message, entry, step.status, code));
  }
  for (const { status, after } of first ? others : reports) {
    world.timers.after(after, () => report(world, message, status, code));
  }
  if (first) await report(world, message, first.status, code);
}

function become(
  world: World,
  message: TwilioMessage,
  entry: Entry,
  status: ReportStatus,
  code: number | null,
): void {
  const failed = status === "failed" || status === "undelivered";
  if (message.status === "read") return;
  message.status = status;
  message.updatedAt = Date.now();
  message.sentAt ??= status === "queued" ? null : Date.now();
  message.errorCode = failed ? code : null;
  message.errorMessage = failed && code !== null ? (failures[code]?.message ?? null) : null;
  world.threads.update(entry, { status, ...(failed && { error: String(code) }) });
  if (status === "delivered" && seen.has(entry)) read(world, message, entry);
}

/** The customer has the thread before their eyes: what has arrived is read, what is on its way will be. */
export function see(world: World, thread: Thread): void {
  if (thread.platform !== "whatsapp") return;
  if (world.behaviours.of(thread.personId).read !== "seen") return;
  for (const entry of thread.entries.filter((one) => one.from === "business" && !seen.has(one))) {
    seen.add(entry);
    const message = messagesOf(world).get(entry.id);
    if (message?.status === "delivered") read(world, message, entry);
  }
}

function read(world: World, message: TwilioMessage, entry: Entry): void {
  const { platform, address } = takeApart(message.to);
  const personId = world.threads.find(address)?.id ?? address;
  const behaviour = world.behaviours.of(personId);
  if (platform !== "whatsapp" || behaviour.read !== "seen") return;
  become(world, message, entry, "read", null);
  const steps = reportsOf<ReportStatus>([{ status: "read", after: behaviour.pace }], behaviour);
  for (const { status, after } of steps) {
    world.timers.after(after, () => report(world, message, status, null));
  }
}
