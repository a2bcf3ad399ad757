import { mock } from "node:test";
import { assign, setStatus } from "../../functions/src/conversations/desk.ts";
import { conversationsOf, messageOf } from "../../functions/src/conversations/store.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { FieldValue } from "../../functions/src/platform/firestore.ts";
import { onMessageCreated } from "../../functions/src/triggers.ts";
import { formOf } from "../delivery/people.ts";
import { startWebhooks } from "../delivery/server.ts";
import { freshWorkspace } from "../delivery/workspace.ts";
import { makeMember } from "../support/people.ts";
import { eventually } from "../support/wait.ts";
import { type Agent, handle, patience, standIn } from "./reads/handling.ts";
import { openPage } from "./reads/page.ts";
import {
  active,
  fillDesk,
  hireColleagues,
  own,
  writeAnother,
  writeHistory,
} from "./reads/scene.ts";
import { comparison, type Row, report } from "./support/report.ts";

// Firestore reads of one agent in one hour, with the list of their own conversations on the screen: `npm run
// bench:reads`. The console's own sources are listened to here, and all that Firestore bills for them is counted. How
// often each thing happens in an hour is assumed, and stands here.

const conversationsPerAgentHour = 25;
const small = { agents: 50, times: 1 };
/** Ten times the conversations, and as many for each agent. */
const large = { agents: 500, times: 10 };
const budget = { reads: 1_804, growth: 1.5 };
/** Messages that the thread of a customer who returns holds already. */
const historyLength = 12;
/** Of four rows that are asked about, a colleague comes to one while they are seen, and goes again. */
const comingsPerConversation = 2 / 4;
/** How often an agent looks to whom something can be assigned. */
const assigningPerHour = 2;
/** How many members come, go, or choose to be away in an hour, for each who is there. */
const statesPerHour = 1 / 2;
/** How many conversations have a send that fails, of which everybody is told. */
const failuresPerConversation = 1 / 200;

const webhooks = await startWebhooks();
const workspaceId = await freshWorkspace();
const { uid, email, password } = await makeMember(workspaceId, "agent");
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
openPage();
const page = await import("./reads/console.ts");
const { billed, latest, ruled, scale, asked } = await import("./reads/counted-firestore.ts");
await page.followSession();
await page.signIn(email, password);
await eventually(() => page.isSignedIn(), patience);

/** What handling one conversation reads, by collection. */
const handlingOf: Record<string, number> = {};
const shared = {
  beginning: await costOf(begin),
  handling: await costOf(async () => (await handle(theCase()))(), handlingOf),
  asking: await costOf(askWhoIsThere),
};
const measured = {
  ...shared,
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
report(rows());
process.exit();

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

/** A colleague's send fails, and goes out after all. */
async function failAndRecover(): Promise<void> {
  const one = conversationsOf(workspaceId).doc("c1");
  await one.update({ failedAt: Date.now() });
  await eventually(() => page.counts.value.failed === 1, patience);
  await one.update({ failedAt: FieldValue.delete() });
  await eventually(() => page.counts.value.failed === 0, patience);
}

/** The reads of an hour, or how often the rules are asked in it, by what for. */
function hourOf({ agents }: typeof small, costs: typeof measured, kind: keyof Cost) {
  const conversations = conversationsPerAgentHour;
  const more = kind === "reads" ? agents - small.agents : 0;
  return {
    handling: conversations * costs.handling[kind],
    asking: conversations * (costs.asking[kind] + comingsPerConversation),
    counts: costs.counts[kind],
    loads: assigningPerHour * costs.loads[kind],
    states: statesPerHour * agents,
    failures: conversations * agents * failuresPerConversation * costs.failing[kind],
    beginning: costs.beginning[kind] + more,
  };
}

function totalOf(hour: ReturnType<typeof hourOf>): number {
  return Object.values(hour).reduce((total, part) => total + part, 0);
}

function rows(): Row[] {
  const few = hourOf(small, measured, "reads");
  const many = hourOf(large, scaled, "reads");
  const row = (what: string, part: keyof typeof few, budget: string): Row => {
    const figure = `${Math.round(few[part])}, ${Math.round(many[part])}`;
    return { what, figure, budget, ok: true };
  };
  const total = totalOf(few);
  const growth = totalOf(many) / total;
  const looks = totalOf(hourOf(small, measured, "ruled"));
  const each = Object.entries(handlingOf).map(([name, reads]) => `${name} ${reads}`);
  return [
    row("conversations, from message to resolution", "handling", `measured: ${each.join(", ")}`),
    row("who is at the rows, asked anew for each", "asking", "measured; who comes is assumed"),
    row(
      "counts of the tabs",
      "counts",
      `measured with ${active} active; the second as of ten times`,
    ),
    row("looks to whom it can be assigned", "loads", "measured with 50 and 500 members"),
    row("members who come, go, or are away", "states", "assumed, a read each"),
    row("sends that fail, told to all", "failures", "measured for one, times an assumed rate"),
    row(
      "all that begins anew with the token",
      "beginning",
      "measured with 50; a read more a member",
    ),
    comparison(
      "a look at the member in each rule, of 50 agents",
      `${Math.round(looks)}, ${Math.round((looks / total) * 100)} % more`,
    ),
    {
      what: "an agent's hour: 50 agents, 10,000 conversations a day",
      figure: String(Math.round(total)),
      budget: `≤ ${budget.reads}`,
      ok: measured.handling.reads > 0 && total <= budget.reads,
    },
    {
      what: "an agent's hour: 500 agents, 100,000 a day",
      figure: `${Math.round(totalOf(many))}, ${growth.toFixed(2)} times`,
      budget: `≤ ${budget.growth} times`,
      ok: growth <= budget.growth,
    },
  ];
}

type Cost = { reads: number; ruled: number };

/** What is billed while something runs; by collection in `parts`. */
async function costOf(
  run: () => Promise<unknown>,
  parts: Record<string, number> = {},
): Promise<Cost> {
  const before = { ...billed };
  const asked = ruled.times;
  await run();
  for (const [name, reads] of Object.entries(billed)) {
    const more = reads - (before[name] ?? 0);
    if (more > 0) parts[name] = more;
  }
  const reads = Object.values(parts).reduce((total, one) => total + one, 0);
  return { reads, ruled: ruled.times - asked };
}

async function customerWrites(): Promise<void> {
  const form = formOf({ person: 0, way: 0, sid: `SM${newId()}`, text: "pregunta" });
  await webhooks.post(`/webhooks/twilio/${workspaceId}/twilio-whatsapp`, form);
  const messageId = hash("twilio-whatsapp", form.MessageSid ?? "");
  const snapshot = await messageOf(workspaceId, conversationId, messageId).get();
  await onMessageCreated({ workspaceId, conversationId, messageId }, snapshot);
}
