import { newId } from "../../functions/src/platform/clock.ts";
import { db } from "../../functions/src/platform/firestore.ts";
import { metaWhatsapp } from "../delivery/voices/meta-whatsapp.ts";
import { freshWorkspace, openWorkspace } from "../delivery/workspace.ts";
import { batch, batchSize, letter } from "./ingest/customers.ts";
import { latencies, throughput } from "./ingest/load.ts";
import { type Receiver, startReceiver } from "./ingest/receiver.ts";
import { type Recorded, recorded } from "./ingest/recorded.ts";
import { mean, ms, quantile } from "./support/figures.ts";
import { atLeast, atMost, comparison, report, say } from "./support/report.ts";

// Signed webhooks into the Express app on the Firestore emulator: `npm run bench:ingest`, about two minutes. The bare
// pattern (the same check of the signature, the same three writes) has its turns in the same run, so that every
// figure is a ratio to what this machine can do.

/** The share of the bare pattern's own throughput at which latencies are compared: a busy day, not a jam. */
const calm = 0.4;
/** How many requests of Meta's, each with six messages of six people. */
const batches = 300;

const speeds = await compare();
const steady = await steadyLoad(Math.floor(speeds.bare * calm));
const inBatches = await batchedLoad();
const p50 = ratioAt(0.5);
const p99 = ratioAt(0.99);

report([
  comparison("this house", `${speeds.hilo.toFixed(0)} /s`),
  comparison("the bare pattern", `${speeds.bare.toFixed(0)} /s`),
  comparison("the naive way", `${speeds.naive.toFixed(0)} /s`),
  atLeast("throughput against the bare pattern", speeds.hilo / speeds.bare, 0.85),
  atLeast("throughput against the naive way", speeds.hilo / speeds.naive, 8),
  comparison("requests a second while latencies are compared", String(steady.perSecond)),
  comparison("p50, of the bare pattern", timesAt(0.5)),
  atMost("p50 against it", p50, 3),
  comparison("p99, of the bare pattern", timesAt(0.99)),
  atMost("p99 against it", p99, 3),
  ...whole("one by one", steady.expected, steady.found),
  ...whole("in batches", batches * batchSize, inBatches),
]);
process.exit();

function ratioAt(share: number): number {
  return quantile(steady.hilo, share) / quantile(steady.bare, share);
}

function timesAt(share: number): string {
  return `${ms(quantile(steady.hilo, share))}, ${ms(quantile(steady.bare, share))}`;
}

/** What was posted against what is there. */
function whole(how: string, posted: number, { messages, counted, strayed }: Recorded) {
  const none = (what: string, count: number) => ({
    what: `${what}, ${how}`,
    figure: `${count} of ${posted}`,
    budget: "0",
    ok: posted > 0 && count === 0,
  });
  return [
    none("lost", Math.max(0, posted - messages)),
    none("recorded twice", Math.max(0, messages - posted) + Math.abs(counted - messages)),
    none("under another person", strayed),
  ];
}

/**
 * This house and the bare pattern by turns, so that the machine's moods meet both alike, and only once their
 * processes and the emulator are warm. The naive way follows, since its queries weigh on whoever comes next.
 */
async function compare() {
  const workspaceId = await freshWorkspace();
  const rivals = [
    await startReceiver("hilo", workspaceId),
    await startReceiver("bare", bareWorkspace()),
  ];
  say("Comparing throughput …");
  const [hilo = 0, bare = 0] = await speedsOf(rivals, workspaceId, { warming: 8, rounds: 20 });
  const naives = [await startReceiver("naive", "naive")];
  const [naive = 0] = await speedsOf(naives, workspaceId, { warming: 3, rounds: 7 });
  return { hilo, bare, naive };
}

/** An id as long as this house's: it stands in the path of every document and of every entry of its indexes. */
function bareWorkspace(): string {
  return `w-${newId()}`;
}

/** The answers per second of each receiver, which take turns of a second; the first rounds do not count. */
async function speedsOf(
  receivers: Receiver[],
  workspaceId: string,
  { warming, rounds }: { warming: number; rounds: number },
): Promise<number[]> {
  const found = receivers.map((): number[] => []);
  const next = () => letter(workspaceId);
  for (let round = 0; round < warming + rounds; round += 1)
    for (const [index, receiver] of receivers.entries())
      found[index]?.push(await throughput(receiver, next, { parallel: 8, seconds: 1 }));
  for (const receiver of receivers) receiver.stop();
  return found.map((speeds) => mean(speeds.slice(warming)));
}

/** The same calm load for both, in turns of some seconds. */
async function steadyLoad(perSecond: number) {
  const workspaceId = await freshWorkspace();
  const hilo = await startReceiver("hilo", workspaceId);
  const bare = await startReceiver("bare", bareWorkspace());
  const next = () => letter(workspaceId);
  say(`Comparing latencies at ${perSecond} requests a second …`);
  const times = { hilo: [] as number[], bare: [] as number[] };
  const turn = { perSecond, seconds: 4 };
  for (const receiver of [hilo, bare]) await latencies(receiver, next, turn);
  const before = await recorded(workspaceId);
  for (let round = 0; round < 5; round += 1) {
    times.hilo.push(...(await latencies(hilo, next, turn)).times);
    times.bare.push(...(await latencies(bare, next, turn)).times);
  }
  hilo.stop();
  bare.stop();
  const found = await recorded(workspaceId);
  const expected = before.messages + times.hilo.length;
  return { ...times, perSecond, found, expected };
}

/** Requests of many messages, of several people each, some of whom nobody knows yet. */
async function batchedLoad(): Promise<Recorded> {
  const opening = db().batch();
  const { channelId, provider, platform, address, settings, credentials } = metaWhatsapp;
  const account = { channelId, provider, platform, address, settings, credentials };
  const workspaceId = openWorkspace(opening, [account]);
  await opening.commit();
  const receiver = await startReceiver("hilo", workspaceId);
  say("Posting messages in batches …");
  let left = batches;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const status = await receiver.post(batch(workspaceId));
      if (status !== 200) throw new Error(`A batch was answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  receiver.stop();
  return recorded(workspaceId);
}
