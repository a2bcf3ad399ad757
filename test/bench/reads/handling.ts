import { isDeepStrictEqual } from "node:util";
import type { Role } from "@hilo/schema";
import { waitForPendingWrites } from "firebase/firestore";
import type { Doer } from "../../../functions/src/audit/audit.ts";
import { connectionOf } from "../../../functions/src/channels/connections.ts";
import { contactOf } from "../../../functions/src/contacts/store.ts";
import { claim } from "../../../functions/src/conversations/claim.ts";
import { setStatus } from "../../../functions/src/conversations/desk.ts";
import { markRead } from "../../../functions/src/conversations/reading.ts";
import {
  conversationsOf,
  messageOf,
  messagesOf,
} from "../../../functions/src/conversations/store.ts";
import { leadOf } from "../../../functions/src/leads/store.ts";
import { send } from "../../../functions/src/outbound/send.ts";
import { recordStatus } from "../../../functions/src/outbound/statuses.ts";
import { newId, now } from "../../../functions/src/platform/clock.ts";
import { type DocumentSnapshot, workspace } from "../../../functions/src/platform/firestore.ts";
import { adapterOf } from "../../../functions/src/providers/index.ts";
import { proofFor } from "../../../functions/src/providers/message-proof.ts";
import { eventually } from "../../support/wait.ts";

// One conversation from its message to its resolution, before the console of the agent who has it. Each step waits until
// the console shows what is stored: on a slow machine that takes longer, and nothing is told two at a time.

/** However slow the machine is. */
export const patience = { within: 3 * 60_000, every: 10 };

/** Turns of a conversation: a message of the customer, and its answer. */
const turns = 2;

const channelId = "twilio-whatsapp";

export type Agent = Doer & { role: Role };
type Console = typeof import("./console.ts");
type Case = {
  page: Console;
  agent: Agent;
  conversationId: string;
  customerWrites(): Promise<void>;
  /** What the server told last of a document. */
  toldOf(path: string): unknown;
};

/** The provider takes everything, and tells what became of it when it is asked to. */
export function standIn(): void {
  const send = async () => ({ externalId: `given-${newId()}` });
  Object.assign(adapterOf("twilio") ?? {}, { send, seen: async () => undefined });
}

/** A conversation comes, is opened, answered, and resolved. Gives how to leave it. */
export async function handle(one: Case): Promise<() => void> {
  const { page, agent, conversationId } = one;
  const at = here(one);
  await one.customerWrites();
  const found = await conversationsOf(agent.workspaceId).doc(conversationId).get();
  const shown = follow(one, String(found.get("contactId")));
  const sources = [...shown.sources, page.presencesIn([conversationId])];
  const stops = sources.map((source) => source.subscribe(() => undefined));
  let presence: InstanceType<Console["OwnPresence"]> | undefined;
  await at(() => {
    presence = new page.OwnPresence(conversationId);
  });
  for (let turn = 1; turn <= turns; turn += 1) {
    if (turn > 1) await one.customerWrites();
    await shown.whole();
    await markRead(agent, conversationId, 1);
    await shown.whole();
    await at(() => presence?.typing());
    await claim(agent, conversationId, {});
    await shown.whole();
    const messageId = newId();
    await send(agent, conversationId, { messageId, kind: "text", text: `respuesta ${turn}` });
    await at(() => presence?.pause());
    for (const status of ["sent", "delivered", "read"] as const) {
      await shown.whole();
      await tellStatus(one, messageId, status);
    }
    await shown.whole();
  }
  await setStatus(agent, conversationId, "resolved");
  await shown.whole();
  return () => {
    presence?.leave();
    for (const stop of stops) stop();
  };
}

/** Does what may say where the agent is, and waits until the server has told what was said. */
function here({ page, agent, toldOf }: Case): (act: () => void) => Promise<void> {
  const ref = workspace(agent.workspaceId).collection("presences").doc(agent.id);
  return async (act) => {
    act();
    await waitForPendingWrites(page.db());
    await eventually(async () => shows(toldOf(ref.path), await ref.get()), patience);
  };
}

async function tellStatus(
  { agent: { workspaceId }, conversationId }: Case,
  messageId: string,
  status: "sent" | "delivered" | "read",
): Promise<void> {
  const connection = await connectionOf(workspaceId, channelId);
  if (!connection) throw new Error("There is no channel");
  const ids = { conversationId, messageId };
  const message = { ...ids, mark: proofFor({ ...connection, workspaceId }, ids) };
  const stored = await messageOf(workspaceId, conversationId, messageId).get();
  const externalId = String(stored.get("externalId"));
  await recordStatus(connection, { type: "status", externalId, at: now(), message, status });
}

/** What the console follows of an open conversation, and how to wait until it shows it as it is stored. */
function follow({ page, agent, conversationId }: Case, contactId: string) {
  const { workspaceId, id: uid } = agent;
  const mine = page.myConversations();
  const open = page.conversationOf(conversationId);
  const { thread } = page.threadOf(conversationId);
  const person = page.contact(contactId);
  const lead = page.lead(conversationId);
  const others = page.conversationsWith(contactId);
  const isOpenShown = async () => {
    const stored = await conversationsOf(workspaceId).doc(conversationId).get();
    const isActive = ["open", "waiting"].includes(stored.get("status"));
    const isMine = isActive && stored.get("assigneeId") === uid;
    const listed = mine.value.items.find(({ id }) => id === conversationId);
    return shows(open.value, stored) && (isMine ? shows(listed, stored) : !listed);
  };
  const isThreadShown = async () => {
    const { docs } = await messagesOf(workspaceId, conversationId).get();
    const { messages } = thread.value;
    const found = (doc: DocumentSnapshot) => messages.find(({ id }) => id === doc.id);
    return messages.length === docs.length && docs.every((doc) => shows(found(doc), doc));
  };
  const isPersonShown = async () =>
    shows(person.value, await contactOf(workspaceId, contactId).get()) &&
    shows(lead.value, await leadOf(workspaceId, conversationId).get()) &&
    others.value.state === "ready";
  const whole = async () => {
    for (const isShown of [isOpenShown, isThreadShown, isPersonShown])
      await eventually(isShown, patience);
  };
  return { sources: [open, thread, person, lead, others], whole };
}

/** Whether what the console holds says all that is stored. */
function shows(shown: unknown, stored: DocumentSnapshot): boolean {
  if (typeof shown !== "object" || shown === null) return false;
  return Object.entries(stored.data() ?? {}).every(([key, value]) =>
    isDeepStrictEqual(bare(Reflect.get(shown, key)), bare(value)),
  );
}

/** Times as milliseconds, whoever's they are. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return value.getTime();
  if ("toMillis" in value && typeof value.toMillis === "function") return value.toMillis();
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, bare(inner)]));
}
