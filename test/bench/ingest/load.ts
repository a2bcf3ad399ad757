import { setTimeout as sleep } from "node:timers/promises";
import type { Post, Receiver } from "./receiver.ts";

/** Keeps so many requests under way for so long and gives the answers per second. */
export async function throughput(
  receiver: Receiver,
  next: () => Post,
  { parallel, seconds }: { parallel: number; seconds: number },
): Promise<number> {
  const start = performance.now();
  const end = start + seconds * 1000;
  let done = 0;
  const worker = async () => {
    while (performance.now() < end) if ((await receiver.post(next())) === 200) done += 1;
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return (done * 1000) / (performance.now() - start);
}

/** Posts at a fixed rate, whatever the answers do, and gives each one's milliseconds from its due time. */
export async function latencies(
  receiver: Receiver,
  next: () => Post,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<{ times: number[]; refused: number }> {
  const times: number[] = [];
  let refused = 0;
  const start = performance.now();
  const open: Promise<void>[] = [];
  for (let i = 0; i < perSecond * seconds; i += 1) {
    const due = start + (i * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await sleep(early);
    open.push(
      receiver.post(next()).then((status) => {
        times.push(performance.now() - due);
        if (status !== 200) refused += 1;
      }),
    );
  }
  await Promise.all(open);
  return { times, refused };
}
