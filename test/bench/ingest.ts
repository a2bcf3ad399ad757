import { conversationsOf } from "../../functions/src/conversations/store.ts";
import { formOf } from "../delivery/people.ts";
import { freshWorkspace } from "../delivery/workspace.ts";
import { latencies, throughput } from "./ingest/load.ts";
import { type Receiver, startReceiver } from "./ingest/receiver.ts";
import { mean, ms, quantile } from "./support/figures.ts";
import { report } from "./support/report.ts";

// Signed webhooks into the Express app on the Firestore emulator: `npm run bench:ingest`.

const perSecond = 320;
const seconds = 30;
const customers = 200;
let serial = 0;

/** A message of one of 200 customers; every number is new. */
function form(): Record<string, string> {
  serial += 1;
  const phone = `5691${String(1_000_000 + (serial % customers))}`;
  const sid = `SM${String(serial).padStart(32, "0")}`;
  const base = formOf({ person: 0, way: 0, sid, text: "¿Cuánto cuesta el plan?" });
  return { ...base, From: `whatsapp:+${phone}`, WaId: phone };
}

const speeds = await compare();
const steady = await steadyLoad();
report([
  {
    what: `p50 at ${perSecond}/s for ${seconds} s`,
    figure: ms(quantile(steady.times, 0.5)),
    budget: "≤ 50 ms",
    ok: quantile(steady.times, 0.5) <= 50,
  },
  {
    what: `p99 at ${perSecond}/s for ${seconds} s`,
    figure: ms(quantile(steady.times, 0.99)),
    budget: "≤ 250 ms",
    ok: quantile(steady.times, 0.99) <= 250,
  },
  { what: "lost", figure: String(steady.lost), budget: "0", ok: steady.lost === 0 },
  { what: "recorded twice", figure: String(steady.twice), budget: "0", ok: steady.twice === 0 },
  { what: "this house", figure: rate(speeds.hilo), budget: "8 at once", ok: true },
  { what: "the bare pattern", figure: rate(speeds.bare), budget: "for comparison", ok: true },
  { what: "the naive way", figure: rate(speeds.naive), budget: "for comparison", ok: true },
  {
    what: "against the bare pattern",
    figure: speeds.toBare.toFixed(2),
    budget: "≥ 0.85",
    ok: speeds.toBare >= 0.85,
  },
  {
    what: "against the naive way",
    figure: speeds.toNaive.toFixed(1),
    budget: "≥ 8",
    ok: speeds.toNaive >= 8,
  },
]);
process.exit();

/**
 * This house and the bare pattern by turns, so that the machine's moods meet both alike, and only once their
 * processes and the emulator are warm. The naive way follows, since its queries weigh on whoever comes next.
 */
async function compare() {
  const rivals = [
    await startReceiver("hilo", await freshWorkspace()),
    await startReceiver("bare", "bare"),
  ];
  const [hilo = 0, bare = 0] = await speedsOf(rivals, { warming: 10, rounds: 30 });
  const [naive = 0] = await speedsOf([await startReceiver("naive", "naive")], {
    warming: 3,
    rounds: 10,
  });
  return { hilo, bare, naive, toBare: hilo / bare, toNaive: hilo / naive };
}

/** The answers per second of each receiver, which take turns of a second; the first rounds do not count. */
async function speedsOf(
  receivers: Receiver[],
  { warming, rounds }: { warming: number; rounds: number },
): Promise<number[]> {
  const found = receivers.map((): number[] => []);
  for (let round = 0; round < warming + rounds; round += 1)
    for (const [index, receiver] of receivers.entries())
      found[index]?.push(await throughput(receiver, form, { parallel: 8, seconds: 1 }));
  for (const receiver of receivers) receiver.stop();
  return found.map((speeds) => mean(speeds.slice(warming)));
}

async function steadyLoad() {
  const workspaceId = await freshWorkspace();
  const receiver = await startReceiver("hilo", workspaceId);
  await throughput(receiver, form, { parallel: 8, seconds: 2 });
  const before = await recorded(workspaceId);
  const { times } = await latencies(() => receiver.post(form()), { perSecond, seconds });
  const after = await recorded(workspaceId);
  receiver.stop();
  const added = after.messages - before.messages;
  return {
    times,
    lost: Math.max(0, perSecond * seconds - added),
    twice: Math.max(0, added - perSecond * seconds) + Math.abs(after.counted - after.messages),
  };
}

/** Messages in the threads, and messages as the conversations counted them. */
async function recorded(workspaceId: string): Promise<{ messages: number; counted: number }> {
  const { docs } = await conversationsOf(workspaceId).select("inboundCount").get();
  const counts = await Promise.all(
    docs.map(async ({ ref }) => (await ref.collection("messages").count().get()).data().count),
  );
  return {
    messages: counts.reduce((sum, n) => sum + n, 0),
    counted: docs.reduce((sum, doc) => sum + Number(doc.get("inboundCount")), 0),
  };
}

function rate(value: number): string {
  return `${value.toFixed(0)} /s`;
}
