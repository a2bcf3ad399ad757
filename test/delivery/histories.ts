import assert from "node:assert/strict";
import fc from "fast-check";
import { conversationsOf, messagesOf } from "../../functions/src/conversations/store.ts";
import { forgetConversations } from "../../functions/src/inbound/receive.ts";
import type { DocumentSnapshot } from "../../functions/src/platform/firestore.ts";
import { onMessageCreated } from "../../functions/src/triggers.ts";
import { during } from "../support/during.ts";
import { eventually } from "../support/wait.ts";
import { failNext, interposeFaults } from "./faults.ts";
import { effortFrom } from "./history-effort.ts";
import { startWebhooks } from "./server.ts";
import { connected, postBatch, postTold } from "./voices/connected.ts";
import { voices } from "./voices/index.ts";
import { type History, historiesOf, type Step } from "./voices/told.ts";
import { verify } from "./voices/verify.ts";
import { outbox, type Voice } from "./voices/voice.ts";

const names = voices.map(({ platform, provider }) => `${platform} by ${provider}`);
const effort = effortFrom(process.env, names);

/** Tells the histories of one voice, in a process and a database of their own: each document slows the emulator. */
export function tellHistories(voice: Voice): void {
  describe("delivery histories", () => {
    during(startWebhooks);
    during(async () => ({ stop: interposeFaults() }));
    before(() => console.log(`    ${effort.told}`));

    const index = voices.indexOf(voice);
    const runs = effort.runs[index] ?? 0;
    it(`of ${names[index]} end in the same state (${runs} histories)`, async function () {
      this.timeout(10 * 60_000);
      await fc.assert(
        fc.asyncProperty(historiesOf(voice), (history) => run(voice, history)),
        // A shorter history that fails, too, takes longer to find than a test may take.
        { numRuns: runs, seed: effort.seed, endOnFailure: true },
      );
    });
  });
}

async function run(voice: Voice, { told, steps, twice }: History): Promise<void> {
  const workspaceId = await connected(voice);
  const taken = new Set<number>();
  const deliver = async (index: number) => {
    const one = told[index] ?? assert.fail();
    const status = await postTold(workspaceId, voice, one);
    if (status === 200) taken.add(index);
    return status;
  };
  const deliverBatch = async (entries: number[][]) => {
    const tolds = entries.map((entry) => entry.map((index) => told[index] ?? assert.fail()));
    const status = await postBatch(workspaceId, voice, tolds);
    if (status === 200) for (const index of entries.flat()) taken.add(index);
  };
  for (const step of steps) {
    if (step.type === "batch") await deliverBatch(step.entries);
    else await take(step, deliver);
  }
  // Providers repeat until they are answered 200, and not after it.
  const isTaken = async (index: number) => assert.equal(await deliver(index), 200);
  for (const index of told.keys())
    if (!taken.has(index)) await eventually(() => isTaken(index), { every: 100 });
  await react(workspaceId, twice);
  await verify(workspaceId, voice, told);
}

async function take(
  step: Exclude<Step, { type: "batch" }>,
  deliver: (index: number) => Promise<number>,
): Promise<void> {
  if (step.type === "newInstance") return forgetConversations();
  if (step.type === "parallel") {
    await Promise.all(step.events.map(deliver));
    return;
  }
  if (step.type === "crash") failNext(step.fault);
  await deliver(step.event);
  failNext("none");
}

type Event = { ids: Parameters<typeof onMessageCreated>[0]; doc: DocumentSnapshot };

/** What the triggers do: at least once, all at once, in no order. */
async function react(workspaceId: string, twice: boolean[]): Promise<void> {
  const { docs } = await conversationsOf(workspaceId).get();
  const ids = [...docs.map(({ id }) => id), outbox.conversationId];
  const events = (await Promise.all(ids.map((id) => eventsOf(workspaceId, id)))).flat();
  await Promise.all(events.map((event) => fire(event)));
  await Promise.all(
    events.filter((_, index) => twice[index % twice.length]).map((event) => fire(event)),
  );
}

async function eventsOf(workspaceId: string, conversationId: string): Promise<Event[]> {
  const { docs } = await messagesOf(workspaceId, conversationId).get();
  return docs.map((doc) => ({ ids: { workspaceId, conversationId, messageId: doc.id }, doc }));
}

/** How often an event whose reactions failed is delivered again; where many want one document, some come late. */
const deliveries = 5;

async function fire(event: Event, delivery = 1): Promise<void> {
  try {
    await onMessageCreated(event.ids, event.doc);
  } catch (error) {
    if (delivery === deliveries) throw error;
    await fire(event, delivery + 1);
  }
}
