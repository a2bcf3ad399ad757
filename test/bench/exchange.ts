import assert from "node:assert/strict";
import { Message } from "@hilo/schema";
import { connectionOf } from "../../functions/src/channels/connections.ts";
import { flush } from "../../functions/src/channels/health.ts";
import { claim } from "../../functions/src/conversations/claim.ts";
import { markRead } from "../../functions/src/conversations/reading.ts";
import { conversationsOf, messageOf, messagesOf } from "../../functions/src/conversations/store.ts";
import { send } from "../../functions/src/outbound/send.ts";
import { recordStatus, recordWatermark } from "../../functions/src/outbound/statuses.ts";
import { newId, now, setClock } from "../../functions/src/platform/clock.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { adapterOf } from "../../functions/src/providers/index.ts";
import { proofFor } from "../../functions/src/providers/message-proof.ts";
import { onMessageCreated } from "../../functions/src/triggers.ts";
import { memberAt } from "../../functions/src/users/store.ts";
import { startWebhooks } from "../delivery/server.ts";
import { connected, postTold } from "../delivery/voices/connected.ts";
import { voices } from "../delivery/voices/index.ts";
import { outbox, type Voice } from "../delivery/voices/voice.ts";
import { type Billed, billed } from "./support/billed.ts";
import { type Row, report } from "./support/report.ts";

// What a whole exchange costs with each provider, from the customer's message to the receipt of its answer, with all
// that triggers do, of somebody who is known: `npm run bench:exchange`. Nothing goes out: a provider says yes.

const hourMs = 60 * 60 * 1000;
const budget = { reads: 8, writes: 13, runs: 2 };

const webhooks = await startWebhooks();
const rows: Row[] = [];
for (const voice of voices) {
  const workspaceId = await connected(voice);
  agreeing(voice);
  await memberAt(workspaceId, "ana").set(ana());
  // The person, the channel and the member are known from here on.
  setClock(() => Date.now() - hourMs);
  await exchange(workspaceId, voice, 1);
  await exchange(workspaceId, voice, 2);
  setClock();
  await flush();
  rows.push(...rowsOf(voice, await exchange(workspaceId, voice, 3)));
}
await webhooks.stop();
report(rows);
process.exit();

function ana() {
  const at = new Date();
  const who = { name: "Ana", email: "ana@hilo.test", role: "agent", language: "es" };
  return { ...who, enabled: true, timeZone: "UTC", createdAt: at, updatedAt: at };
}

/** Its provider takes everything. */
function agreeing({ provider }: Voice): void {
  const adapter = adapterOf(provider) ?? assert.fail();
  const send = async () => ({ externalId: `given-${newId()}` });
  const seen = async () => undefined;
  Object.assign(adapter, { send, ...(adapter.seen ? { seen } : {}) });
}

type Steps = Record<string, Billed>;

async function exchange(workspaceId: string, voice: Voice, serial: number): Promise<Steps> {
  const doer = { type: "member", id: "ana", name: "Ana", workspaceId, requestId: "r", ip: "" };
  const who = { ...doer, type: "member" } as const;
  const steps: Steps = {};
  const step = async (name: string, run: () => Promise<unknown>) => {
    const done = await billed(run);
    steps[name] = done;
    for (const path of done.created) {
      const event = await eventOf(path);
      steps[`trigger of the ${name}`] = await billed(() => onMessageCreated(...event));
    }
  };
  const letter = { type: "letter" as const, person: 0, serial, text: "hola", at: now() };
  await step("message", async () => assert.equal(await postTold(workspaceId, voice, letter), 200));
  const { docs } = await conversationsOf(workspaceId).get();
  const id = docs.find((doc) => doc.id !== outbox.conversationId)?.id ?? assert.fail();
  const messageId = newId();
  await step("read", () => markRead(who, id, undefined));
  await step("claim", () => claim(who, id, {}));
  await step("answer", () => send(who, id, { messageId, kind: "text", text: "Sí" }));
  const report = await reporter(workspaceId, voice, { conversationId: id, messageId });
  await step("receipts", report);
  return steps;
}

/** What the trigger of a new message is given. */
async function eventOf(path: string): Promise<Parameters<typeof onMessageCreated>> {
  const [, workspaceId = "", , conversationId = "", , messageId = ""] = path.split("/");
  const doc = await messageOf(workspaceId, conversationId, messageId).get();
  return [{ workspaceId, conversationId, messageId }, doc];
}

type Ours = { conversationId: string; messageId: string };

/** Has the provider tell all that there is to tell of an answer which is read. */
async function reporter(workspaceId: string, voice: Voice, ours: Ours) {
  const { conversationId } = ours;
  const connection = (await connectionOf(workspaceId, voice.channelId)) ?? assert.fail();
  const { docs } = await messagesOf(workspaceId, conversationId).get();
  const messages = docs.flatMap((doc) => read(Message, doc) ?? []);
  const sender = messages.flatMap((one) => one.sender ?? [])[0] ?? assert.fail();
  const answer = docs.find(({ id }) => id === ours.messageId);
  const externalId = String(answer?.get("externalId"));
  const message = { ...ours, mark: proofFor({ ...connection, workspaceId }, ours) };
  const told = { type: "status", externalId, at: now(), message, sender } as const;
  const until = now();
  return async () => {
    for (const status of statusesOf(voice)) await recordStatus(connection, { ...told, status });
    for (const status of watermarksOf(voice))
      await recordWatermark(connection, { type: "watermark", sender, status, until });
  };
}

function statusesOf({ statuses = {}, provider }: Voice) {
  if (provider === "webchat") return ["delivered", "read"] as const;
  if (provider === "email") return ["delivered"] as const;
  const reached = Object.values(statuses);
  return (["sent", "delivered", "read"] as const).filter((one) => reached.includes(one));
}

function watermarksOf({ platform }: Voice) {
  return platform === "messenger" || platform === "instagram"
    ? (["delivered", "read"] as const)
    : [];
}

function rowsOf({ provider, platform }: Voice, steps: Steps): Row[] {
  const all = Object.values(steps);
  const sum = (of: (one: Billed) => number) => all.reduce((total, one) => total + of(one), 0);
  const whole = {
    reads: sum(({ reads }) => reads),
    writes: sum(({ writes }) => writes),
    runs: sum(({ created }) => created.length),
  };
  const ok =
    whole.reads <= budget.reads && whole.writes <= budget.writes && whole.runs <= budget.runs;
  return [
    ...Object.entries(steps).map(([name, { reads, writes }]) => ({
      what: `${platform} by ${provider}: ${name}`,
      figure: `${reads} reads, ${writes} writes`,
      budget: "",
      ok: true,
    })),
    {
      what: `${platform} by ${provider}: the whole exchange`,
      figure: words(whole),
      budget: `≤ ${words(budget)}`,
      ok,
    },
  ];
}

function words({ reads, writes, runs }: typeof budget): string {
  return `${reads} reads, ${writes} writes, ${runs} runs`;
}
