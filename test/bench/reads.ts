import { Message, type Role } from "@hilo/schema";
import type { Doer } from "../../functions/src/audit/audit.ts";
import { claim } from "../../functions/src/conversations/claim.ts";
import { setStatus } from "../../functions/src/conversations/desk.ts";
import { markRead } from "../../functions/src/conversations/reading.ts";
import { conversationsOf, messageOf, messagesOf } from "../../functions/src/conversations/store.ts";
import { send } from "../../functions/src/outbound/send.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { type Query, read, workspace } from "../../functions/src/platform/firestore.ts";
import { onMessageCreated } from "../../functions/src/triggers.ts";
import { startSimulator } from "../../simulator/src/index.ts";
import { providerPort } from "../delivery/addresses.ts";
import { formOf } from "../delivery/people.ts";
import { startWebhooks } from "../delivery/server.ts";
import { freshWorkspace } from "../delivery/workspace.ts";
import { wait } from "../support/wait.ts";
import { report } from "./support/report.ts";

// Firestore reads of one agent in one hour: `npm run bench:reads`. The listeners that the console holds are held
// here on a real conversation from its first message to its resolution, and each document they are sent is
// counted, since that is what Firestore bills. The rest is arithmetic.

const agents = 50;
const conversationsPerDay = 10_000;
const hoursPerDay = 8;
/** Turns of a conversation: a message of the customer, and its answer. */
const turns = 2;
/** Messages that the thread of a customer who returns holds already. */
const historyLength = 12;
/** Views counted by count() every 30 s: unassigned, all, closing; mine and the failed ones are listened to. */
const countsPerHour = 3 * 120;
/** Who is at the rows that can be seen: asked anew for each that comes, and told of a colleague who looks at one of four. */
const rowsPerConversation = 1 + 2 / 4;
/** Members who come, go, or choose to be away in an hour, each of whom every colleague hears of. */
const statesPerHour = agents / 2;
/** Lists of members to assign to that are opened in an hour, with a count for each. */
const assigningPerHour = 2 * agents;
/** Signing in: the first page of mine, the members, the settings, the member itself; once in a shift. */
const signIn = 30 + agents + 2;

const webhooks = await startWebhooks();
const target = process.env.PUBLIC_BASE_URL ?? "";
const provider = await startSimulator({
  port: providerPort,
  target,
  behaviour: { pace: 5, readAfter: 5 },
});
const workspaceId = await freshWorkspace();
const person = "+56911110001";
const conversationId = hash("twilio-whatsapp", person);
const doer: Doer & { role: Role } = {
  type: "member",
  id: "agent",
  name: "Agent",
  role: "agent",
  workspaceId,
  requestId: "bench",
  ip: "127.0.0.1",
};

const presences = workspace(workspaceId).collection("presences");
let counted = 0;
/** How often a listener was sent anything, its first answer included. */
let answers = 0;
const stops = listeners().map((query) =>
  query.onSnapshot((snapshot) => {
    answers += 1;
    counted += snapshot.docChanges().filter(({ type }) => type !== "removed").length;
  }),
);
await isAt("viewing");
for (let turn = 0; turn < turns; turn += 1) await oneTurn(turn);
await setStatus(doer, conversationId, "resolved");
await wait(500);
for (const stop of stops) stop();
await provider.stop();
await webhooks.stop();

// The contact, the lead, the person's other conversations and the thread so far are read when it is opened.
const opening = 1 + 1 + 2 + historyLength;
const perHour = conversationsPerDay / agents / hoursPerDay;
const team = statesPerHour + assigningPerHour;
const total =
  perHour * (counted + opening + rowsPerConversation) + countsPerHour + team + signIn / hoursPerDay;
// A look of the rules at the member's own document would be a read more for each query, each document that is asked for
// by itself, and each time that a listener is sent something.
const asked = 2 + rowsPerConversation;
const looks = perHour * (answers + asked) + countsPerHour + team + 4 / hoursPerDay;
report([
  row("documents sent while one conversation is handled", counted),
  row("documents read when it is opened", opening),
  row("conversations an hour and agent", perHour),
  row("counts an hour", countsPerHour),
  row("of who is at a row, for each conversation", rowsPerConversation),
  row("of who is here and how much each has, an hour", team),
  row("times that listeners were sent something meanwhile", answers),
  {
    what: "a look at the member in each rule, an hour",
    figure: `${Math.round(looks)}, ${Math.round((looks / total) * 100)} % more`,
    budget: "for comparison",
    ok: true,
  },
  {
    what: "reads an hour and agent",
    figure: String(Math.round(total)),
    budget: "≤ 2100",
    ok: counted > 0 && total <= 2100,
  },
]);
process.exit();

/** What the console listens to: the list of mine, the open conversation, its thread, who else is there. */
function listeners(): Query[] {
  return [
    conversationsOf(workspaceId)
      .where("status", "in", ["open", "waiting"])
      .where("assigneeId", "==", doer.id)
      .orderBy("lastMessageAt", "desc")
      .limit(30),
    conversationsOf(workspaceId).where("failedAt", ">", 0).orderBy("failedAt", "desc").limit(30),
    conversationsOf(workspaceId).where("contactId", "==", conversationId),
    messagesOf(workspaceId, conversationId).orderBy("providerAt", "desc").limit(50),
    presences.where("conversationId", "in", [conversationId]),
    workspace(workspaceId).collection("leads").where("contactId", "==", conversationId),
  ];
}

async function oneTurn(turn: number): Promise<void> {
  const form = formOf({ person: 0, way: 0, sid: `SM${newId()}`, text: `pregunta ${turn}` });
  await webhooks.post(`/webhooks/twilio/${workspaceId}/twilio-whatsapp`, form);
  await react(hash("twilio-whatsapp", form.MessageSid ?? ""));
  await wait(200);
  await markRead(doer, conversationId, 1);
  await claim(doer, conversationId, {});
  await isAt("typing");
  const messageId = newId();
  await send(doer, conversationId, { messageId, kind: "text", text: `respuesta ${turn}` });
  await isAt("viewing");
  await provider.control.settled();
  await wait(200);
  const sent = read(Message, await messageOf(workspaceId, conversationId, messageId).get());
  if (sent?.status !== "read") throw new Error(`The answer is ${sent?.status}, not read`);
}

/** Where the agent is, as their console writes it. */
async function isAt(state: "viewing" | "typing"): Promise<void> {
  await presences.doc(doer.id).set({ conversationId, state, at: new Date() });
}

async function react(messageId: string): Promise<void> {
  const snapshot = await messageOf(workspaceId, conversationId, messageId).get();
  await onMessageCreated({ workspaceId, conversationId, messageId }, snapshot);
}

function row(what: string, figure: number) {
  return { what, figure: String(figure), budget: "counted or assumed", ok: true };
}
