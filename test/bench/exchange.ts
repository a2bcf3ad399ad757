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
// that triggers do: of somebody who is known, where nothing is decided (*steady*) and where the stage of their lead
// changes (*decided*), and of a *stranger*: `npm run bench:exchange`. Nothing goes out: a provider says yes.

const hourMs = 60 * 60 * 1000;
const budgets = {
  steady: { reads: 8, writes: 15, runs: 2 },
  decided: { reads: 10, writes: 21, runs: 4 },
  stranger: { reads: 16, writes: 30, runs: 7 },
};
type Case = keyof typeof budgets;

const buys = "hola, ¿cuánto sale el plan para 5 personas?";
const decides = "ya, lo compro, ¿a qué cuenta transfiero?";

const webhooks = await startWebhooks();
const rows: Row[] = [];
for (const voice of voices) {
  const workspaceId = await connected(voice);
  agreeing(voice);
  await memberAt(workspaceId, "ana").set(ana());
  const write = (serial: number, text: string, person = 0) =>
    exchange(workspaceId, voice, { serial, text, person });
  // The person, the channel and the member are known from here on.
  setClock(() => Date.now() - hourMs);
  await write(1, buys);
  // Mail tells seconds: what follows on an answer is said minutes later.
  setClock(() => Date.now() - hourMs / 2);
  await write(2, "hola");
  setClock(() => Date.now() - 60_000);
  await flush();
  rows.push(...stepsOf(voice, await write(3, "hola")));
  setClock();
  rows.push(wholeOf(voice, "decided", await write(4, decides)));
  rows.push(wholeOf(voice, "stranger", await write(5, buys, 1)));
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

type Writing = { serial: number; text: string; person: number };

async function exchange(
  workspaceId: string,
  voice: Voice,
  { serial, text, person }: Writing,
): Promise<Steps> {
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
  const known = await conversationsIn(workspaceId);
  const letter = { type: "letter" as const, person, serial, text, at: now() };
  await step("message", async () => assert.equal(await postTold(workspaceId, voice, letter), 200));
  const [first] = known;
  const made = (await conversationsIn(workspaceId)).find((one) => !known.includes(one));
  const id = made ?? first ?? assert.fail();
  const messageId = newId();
  await step("read", () => markRead(who, id, undefined));
  await step("claim", () => claim(who, id, {}));
  await step("answer", () => send(who, id, { messageId, kind: "text", text: "Sale $29.970" }));
  const report = await reporter(workspaceId, voice, { conversationId: id, messageId });
  await step("receipts", report);
  return steps;
}

/** Those of customers, the first one first. */
async function conversationsIn(workspaceId: string): Promise<string[]> {
  const { docs } = await conversationsOf(workspaceId).orderBy("createdAt").get();
  return docs.map(({ id }) => id).filter((id) => id !== outbox.conversationId);
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

function stepsOf(voice: Voice, steps: Steps): Row[] {
  const { provider, platform } = voice;
  return [
    ...Object.entries(steps).map(([name, { reads, writes }]) => ({
      what: `${platform} by ${provider}: ${name}`,
      figure: `${reads} reads, ${writes} writes`,
      budget: "",
      ok: true,
    })),
    wholeOf(voice, "steady", steps),
  ];
}

function wholeOf({ provider, platform }: Voice, name: Case, steps: Steps): Row {
  const all = Object.values(steps);
  const budget = budgets[name];
  const sum = (of: (one: Billed) => number) => all.reduce((total, one) => total + of(one), 0);
  const whole = {
    reads: sum(({ reads }) => reads),
    writes: sum(({ writes }) => writes),
    runs: sum(({ created }) => created.length),
  };
  return {
    what: `${platform} by ${provider}: the whole exchange, ${name}`,
    figure: words(whole),
    budget: `≤ ${words(budget)}`,
    ok: whole.reads <= budget.reads && whole.writes <= budget.writes && whole.runs <= budget.runs,
  };
}

function words({ reads, writes, runs }: (typeof budgets)[Case]): string {
  return `${reads} reads, ${writes} writes, ${runs} runs`;
}
