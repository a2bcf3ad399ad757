import { messageOf } from "../../functions/src/conversations/store.ts";
import { forgetConversations } from "../../functions/src/inbound/receive.ts";
import { newId, setClock } from "../../functions/src/platform/clock.ts";
import { foldNow, forgetFolded } from "../../functions/src/stats/now.ts";
import { callbackOf } from "../delivery/outbound.ts";
import { formOf } from "../delivery/people.ts";
import { startWebhooks } from "../delivery/server.ts";
import { connected, postTold } from "../delivery/voices/connected.ts";
import { voices } from "../delivery/voices/index.ts";
import { firstAt, type Voice } from "../delivery/voices/voice.ts";
import { freshWorkspace } from "../delivery/workspace.ts";
import { countOperations, type Operations } from "./support/operations.ts";
import { report } from "./support/report.ts";

// Firestore operations of each kind of webhook, counted at the client's own requests: `npm run bench:ops`.

const rounds = 50;
const webhooks = await startWebhooks();
const workspaceId = await freshWorkspace();
const path = `/webhooks/twilio/${workspaceId}/twilio-whatsapp`;
let serial = 0;

function letter(person: number): Record<string, string> {
  serial += 1;
  return formOf({ person, way: 0, sid: `SM${String(serial).padStart(32, "0")}`, text: "hola" });
}

async function post(address: string, form: Record<string, string>): Promise<void> {
  const status = await webhooks.post(address, form);
  if (status !== 200) throw new Error(`The webhooks answered ${status}`);
}

// The channel's settings are read once a minute and instance; that is not the message's cost.
await post(path, letter(0));

const known = await countOperations(rounds, () => post(path, letter(0)));
const repeated = letter(0);
await post(path, repeated);
const duplicate = await countOperations(rounds, () => post(path, repeated));
const begun = await countOperations(rounds, () => {
  const phone = `569${String(10_000_000 + serial)}`;
  return post(path, { ...letter(0), From: `whatsapp:+${phone}`, WaId: phone });
});
const elsewhere = await countOperations(rounds, () => {
  forgetConversations();
  return post(path, letter(0));
});
const messageId = newId();
await messageOf(workspaceId, "c", messageId).set({ direction: "outbound" });
const status = await countOperations(rounds, () =>
  post(path + callbackOf({ workspaceId, conversationId: "c", messageId }), {
    MessageSid: "SM1",
    MessageStatus: "delivered",
  }),
);
const perProvider = [];
for (const voice of voices) {
  const own = await connected(voice);
  await tell(voice, own); // The customer is known from here on, and the channel's settings are read.
  const counted = await countOperations(rounds, () => tell(voice, own));
  const what = `message by ${voice.provider} (${voice.platform})`;
  perProvider.push(row(what, counted, { reads: 0, writes: 3, rpcs: 1 }));
}
forgetFolded();
setClock(() => Date.now() + 365 * 24 * 60 * 60 * 1000);
const quiet = await countOperations(1, foldNow);
setClock();
await webhooks.stop();

report([
  row("message of a known conversation", known, { reads: 0, writes: 3, rpcs: 1 }),
  row("the same, on an instance that does not know it", elsewhere, {
    reads: 0,
    writes: 7,
    rpcs: 2,
  }),
  row("message that begins a conversation", begun, { reads: 0, writes: 4, rpcs: 1 }),
  row("duplicate of a message (refused whole)", duplicate, { reads: 1, writes: 3, rpcs: 2 }),
  row("status", status, { reads: 0, writes: 1, rpcs: 1 }),
  row("a minute in which nothing was counted", quiet, { reads: 1, writes: 0, rpcs: 1 }),
  ...perProvider,
]);
process.exit();

async function tell(voice: Voice, own: string): Promise<void> {
  serial += 1;
  const letter = { type: "letter" as const, person: 0, serial, text: "hola", at: firstAt };
  const status = await postTold(own, voice, letter);
  if (status !== 200) throw new Error(`The webhooks answered ${status}`);
}

function row(what: string, counted: Operations, budget: Operations) {
  const ok =
    counted.reads <= budget.reads && counted.writes <= budget.writes && counted.rpcs <= budget.rpcs;
  return { what, figure: words(counted), budget: `≤ ${words(budget)}`, ok: ok && counted.rpcs > 0 };
}

function words({ reads, writes, rpcs }: Operations): string {
  return `${reads} reads, ${writes} writes, ${rpcs} RPC`;
}
