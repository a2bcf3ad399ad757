import type { RequestOf } from "@hilo/schema";
import { call } from "./api.ts";
import { assigneeOf } from "./asking.ts";
import { type Filter, statuses, statusesOf } from "./filter.ts";
import { closingMs } from "./passing.ts";
import { ownLeg } from "./sorting.ts";
import { dayBegan } from "./today.ts";

type Counted = RequestOf<"countConversations">["of"][number];
type Waiting = { of: Counted; told(count: number): void; failed(cause: unknown): void };

let waiting: Waiting[] = [];

/** How many conversations a filter holds of those that one sees; what is asked for at a time goes in one call. */
export function countByApi(filter: Filter, most?: number): Promise<number> {
  if (waiting.length === 0) queueMicrotask(() => void ask());
  return new Promise((told, failed) => {
    const of = { ...wantedBy(filter), ...(most === undefined ? {} : { most }) };
    waiting.push({ of, told, failed });
  });
}

async function ask(): Promise<void> {
  const asked = waiting;
  waiting = [];
  try {
    const { counts } = await call("countConversations", {
      body: { of: asked.map(({ of }) => of) },
    });
    for (const [i, { told }] of asked.entries()) told(counts[i] ?? 0);
  } catch (cause) {
    for (const { failed } of asked) failed(cause);
  }
}

/** What a filter asks for, as `conditions` says it to the database. */
export function wantedBy(filter: Filter, now = Date.now()): Counted {
  const { by } = ownLeg(filter);
  if (by === "failedAt") return { failed: true };
  const whose = assigneeOf(filter);
  const of: Counted = whose ? { assigneeId: whose } : {};
  if (by === "resolvedAt") return { ...of, resolvedSince: dayBegan(now) };
  const wanted = statusesOf(filter);
  if (wanted.length < statuses.length) of.status = [...wanted];
  if (by === "replyUntil") return { ...of, replyBefore: now + closingMs };
  if (by === "waitingSince") return { ...of, waiting: true };
  return { ...of, ...further(filter, now) };
}

function further({ today, channelId, platform, priority }: Filter, now: number): Counted {
  return {
    ...(today ? { since: dayBegan(now) } : {}),
    ...(channelId ? { channelId } : {}),
    ...(platform ? { platform } : {}),
    ...(priority ? { priority } : {}),
  };
}
