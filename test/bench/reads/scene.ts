import { conversationsOf, messagesOf } from "../../../functions/src/conversations/store.ts";
import { db, type WriteBatch } from "../../../functions/src/platform/firestore.ts";
import { memberAt } from "../../../functions/src/users/store.ts";
import { listed } from "../../support/listed-conversation.ts";

// The workspace of `npm run bench:reads`, as it stands while an agent works in it.

/** So many a write takes. */
const most = 500;

/** How many are active: a quarter of a day's. */
export const active = 2_500;
const agents = 50;
const unassigned = active / 10;
const closing = active / 10;
/** How many each agent has. */
export const own = (active - unassigned) / agents;

/** How many agents are in a team; each is in one. */
export const teamSize = 10;

/** The team of an agent by number; that of the first is also the one of whom the bench is about. */
export function teamOf(agent: number): string {
  return `team-${agent % (agents / teamSize)}`;
}

/**
 * Active conversations, of which each agent has as many, in their team; a tenth are nobody's, and of a tenth the window
 * closes.
 */
export async function fillDesk(workspaceId: string, uid: string): Promise<void> {
  const now = Date.now();
  await inBatches(active, (batch, i) => {
    const owner = i % agents === 0 ? uid : `colleague-${i % agents}`;
    const isHeld = i < active - unassigned;
    const { id, ...conversation } = listed(`c${i}`, {
      assigneeId: isHeld ? owner : "none",
      teamId: isHeld ? teamOf(i % agents) : "none",
      lastMessageAt: now - i * 1000,
      replyUntil: i >= active - closing ? now + 60 * 60 * 1000 : null,
    });
    batch.set(conversationsOf(workspaceId).doc(id), conversation);
  });
}

export async function hireColleagues(workspaceId: string, from: number, to: number): Promise<void> {
  const at = new Date();
  await inBatches(to - from, (batch, i) =>
    batch.set(memberAt(workspaceId, `colleague-${from + i}`), {
      name: `Colleague ${from + i}`,
      email: `colleague-${from + i}@hilo.test`,
      role: "agent",
      enabled: true,
      language: "es",
      timeZone: "America/Santiago",
      createdAt: at,
      updatedAt: at,
    }),
  );
}

/** What a thread holds already: copies of its one message, each earlier than the last. */
export async function writeHistory(workspaceId: string, id: string, length: number): Promise<void> {
  const messages = messagesOf(workspaceId, id);
  const [first] = (await messages.limit(1).get()).docs;
  const at = Number(first?.get("providerAt"));
  await inBatches(length - 1, (batch, i) =>
    batch.set(messages.doc(`earlier-${i}`), {
      ...first?.data(),
      providerAt: at - (i + 1) * 60_000,
    }),
  );
}

/** Another conversation of the same person, long over. */
export async function writeAnother(workspaceId: string, contactId: string): Promise<void> {
  const { id, ...conversation } = listed("another", { contactId, status: "closed" });
  await conversationsOf(workspaceId).doc(id).set(conversation);
}

async function inBatches(
  count: number,
  write: (batch: WriteBatch, i: number) => void,
): Promise<void> {
  for (let from = 0; from < count; from += most) {
    const batch = db().batch();
    for (let i = from; i < Math.min(count, from + most); i += 1) write(batch, i);
    await batch.commit();
  }
}
