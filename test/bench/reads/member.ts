import { mock } from "node:test";
import { countConversations } from "../../../functions/src/conversations/counts.ts";
import { assign, setStatus } from "../../../functions/src/conversations/desk.ts";
import { conversationsOf, messageOf } from "../../../functions/src/conversations/store.ts";
import { newId } from "../../../functions/src/platform/clock.ts";
import { hash } from "../../../functions/src/platform/crypto.ts";
import { FieldValue } from "../../../functions/src/platform/firestore.ts";
import { onMessageCreated } from "../../../functions/src/triggers.ts";
import { formOf } from "../../delivery/people.ts";
import { startWebhooks } from "../../delivery/server.ts";
import { freshWorkspace } from "../../delivery/workspace.ts";
import { makeMember } from "../../support/people.ts";
import { eventually } from "../../support/wait.ts";
import { type Agent, handle, patience, standIn } from "./handling.ts";
import { type Cost, large, type Measured, type Sights, sights, small } from "./hour.ts";
import { openPage } from "./page.ts";
import { fillDesk, hireColleagues, own, writeAnother, writeHistory } from "./scene.ts";

// What the console of one member reads, who sees as much as the first argument says; tells the process that began it.

const sight = sights[(process.argv[2] ?? "all") as keyof Sights];
/** Messages that the thread of a customer who returns holds already. */
const historyLength = 12;
/** The API is called each half minute, and believes for a minute what it knows of a member. */
const standingPerCall = 1 / 2;

const webhooks = await startWebhooks();
const workspaceId = await freshWorkspace();
const { uid, email, password } = await makeMember(workspaceId, "agent", "Agent", sight);
const agent: Agent = {
  type: "member",
  id: uid,
  name: "Agent",
  role: "agent",
  workspaceId,
  requestId: "bench",
  ip: "127.0.0.1",
};
const conversationId = hash("twilio-whatsapp", "+56911110001");
standIn();
await fillDesk(workspaceId, uid);
await hireColleagues(workspaceId, 1, small.agents);
await customerWrites();
await writeHistory(workspaceId, conversationId, historyLength);
await writeAnother(workspaceId, conversationId);
await assign(agent, conversationId, uid);
await setStatus(agent, conversationId, "resolved");

mock.timers.enable({ apis: ["setInterval"] });
openPage(answerTo);
const page = await import("./console.ts");
const { bill, billed, counted, latest, ruled, scale, asked } = await import(
  "./counted-firestore.ts"
);
await page.followSession();
await page.signIn(email, password);
await eventually(() => page.isSignedIn(), patience);

const handlingOf: Record<string, number> = {};
const measured = {
  beginning: await costOf(begin),
  handling: await costOf(async () => (await handle(theCase()))(), handlingOf),
  asking: await costOf(askWhoIsThere),
  failing: await costOf(failAndRecover),
  counts: await costOf(anHourOfCounts),
  loads: await costOf(lookAtLoads),
};
await hireColleagues(workspaceId, small.agents, large.agents);
await eventually(() => page.members.value.length === large.agents, patience);
Object.assign(scale, { factor: large.times, own });
const scaled = {
  ...measured,
  counts: await costOf(anHourOfCounts),
  loads: await costOf(lookAtLoads),
};
await webhooks.stop();
const told: Measured = { measured, scaled, handlingOf };
process.send?.(told, () => process.exit());

/** The API counts for who does not see all; everything else is not there. */
async function answerTo(path: string, body: unknown): Promise<object | undefined> {
  if (!path.endsWith("/conversations/counts")) return undefined;
  const { of } = body as { of: Parameters<typeof countConversations>[1] };
  asked.waiting += 1;
  try {
    const counts = await countConversations({ id: uid, workspaceId, ...sight }, of);
    bill("members", standingPerCall);
    return { counts: counts.map(counted) };
  } finally {
    asked.waiting -= 1;
  }
}

/** What the console follows as long as the inbox is open. */
async function begin(): Promise<void> {
  const { counts, members, settings, channels, templates, unseenMentions } = page;
  const mine = page.myConversations();
  for (const one of [mine, counts, members, settings, channels, templates, unseenMentions])
    one.subscribe(() => undefined);
  const isThere = () =>
    mine.value.state === "ready" &&
    !mine.value.loadingMore &&
    members.value.length === small.agents &&
    settings.value !== null &&
    unseenMentions.value !== undefined &&
    templates.value !== "loading" &&
    counts.value.failed === 0 &&
    counts.value.all !== undefined;
  await eventually(isThere, patience);
}

function theCase() {
  const toldOf = (path: string) => latest.get(path);
  return { page, agent, conversationId, customerWrites, toldOf };
}

async function askWhoIsThere(): Promise<void> {
  const rows = page.myConversations().value.items.map(({ id }) => id);
  let isTold = false;
  const stop = page.presencesIn(rows.slice(0, page.mostConversations)).subscribe(() => {
    isTold = true;
  });
  await eventually(() => isTold, patience);
  stop();
}

/** The console's clock, moved on by half a minute 120 times, each time until the server has answered. */
async function anHourOfCounts(): Promise<void> {
  for (let half = 0; half < 120; half += 1) {
    mock.timers.tick(30_000);
    await eventually(() => asked.waiting === 0, { ...patience, every: 1 });
  }
}

async function lookAtLoads(): Promise<void> {
  await page.countLoads(page.assignOrder(page.assignable(), uid));
}

/** The send of a colleague whose conversations the member sees fails, and goes out after all. */
async function failAndRecover(): Promise<void> {
  const one = conversationsOf(workspaceId).doc("c5");
  await one.update({ failedAt: Date.now() });
  await eventually(() => page.counts.value.failed === 1, patience);
  await one.update({ failedAt: FieldValue.delete() });
  await eventually(() => page.counts.value.failed === 0, patience);
}

/** What is billed while something runs; by collection in `parts`. */
async function costOf(
  run: () => Promise<unknown>,
  parts: Record<string, number> = {},
): Promise<Cost> {
  const before = { ...billed };
  const { times, messages } = ruled;
  await run();
  for (const [name, reads] of Object.entries(billed)) {
    const more = reads - (before[name] ?? 0);
    if (more > 0) parts[name] = more;
  }
  const reads = Object.values(parts).reduce((total, one) => total + one, 0);
  return { reads, ruled: ruled.times - times, parents: ruled.messages - messages };
}

async function customerWrites(): Promise<void> {
  const form = formOf({ person: 0, way: 0, sid: `SM${newId()}`, text: "pregunta" });
  await webhooks.post(`/webhooks/twilio/${workspaceId}/twilio-whatsapp`, form);
  const messageId = hash("twilio-whatsapp", form.MessageSid ?? "");
  const snapshot = await messageOf(workspaceId, conversationId, messageId).get();
  await onMessageCreated({ workspaceId, conversationId, messageId }, snapshot);
}
