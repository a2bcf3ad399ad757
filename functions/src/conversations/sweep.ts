import { newId, now } from "../platform/clock.ts";
import { type DocumentReference, db, FieldValue } from "../platform/firestore.ts";
import { inTurns } from "../platform/in-turns.ts";
import { log } from "../platform/log.ts";
import { mailUnseen } from "./mail-unseen.ts";
import { deliver, giveUp } from "./outbox.ts";
import { awaitingMail, awakening, messageOf, overdueMessages } from "./store.ts";
import { systemLine, theHouse } from "./system-line.ts";

/** How many messages are looked after at once. */
const parallel = 10;

/**
 * Each minute: delivers what is due, settles what was left under way, wakes what was snoozed, and mails what nobody
 * came to see.
 */
export async function sweep(): Promise<{ overdue: number; awakened: number; unseen: number }> {
  const [overdue, awakened, unseen] = await Promise.all([
    sweepOutbox(),
    wakeSnoozed(),
    mailAllUnseen(),
  ]);
  return { overdue, awakened, unseen };
}

async function mailAllUnseen(): Promise<number> {
  const { docs } = await awaitingMail(now()).get();
  await inTurns(docs, parallel, ({ ref }) => alone(ref, () => mailUnseen(ref)));
  return docs.length;
}

async function sweepOutbox(): Promise<number> {
  const { docs } = await overdueMessages(new Date(now())).get();
  await inTurns(docs, parallel, (doc) =>
    alone(doc.ref, () => look(doc.ref.path, doc.get("status"))),
  );
  return docs.length;
}

/** One that fails must not keep the sweep from the others, this minute and every one after. */
async function alone({ id }: DocumentReference, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    log.error("sweep.failed", { id, error });
  }
}

async function look(path: string, status: unknown): Promise<void> {
  const [, workspaceId = "", , conversationId = "", , messageId = ""] = path.split("/");
  if (status === "sending") await giveUp(workspaceId, conversationId, messageId);
  else await deliver(workspaceId, conversationId, messageId);
}

async function wakeSnoozed(): Promise<number> {
  const { docs } = await awakening(now()).get();
  for (const { ref } of docs) await alone(ref, () => wake(ref));
  return docs.length;
}

async function wake(ref: DocumentReference): Promise<void> {
  const [, workspaceId = "", , conversationId = ""] = ref.path.split("/");
  await db().runTransaction(async (transaction) => {
    const current = await transaction.get(ref);
    if (current.get("status") !== "snoozed" || !isOver(current.get("snoozedUntil"))) return;
    transaction.update(ref, {
      status: "open",
      snoozedUntil: null,
      updatedAt: FieldValue.serverTimestamp(),
    });
    const line = systemLine({ type: "status", to: "open", why: "snoozeOver" }, theHouse);
    transaction.create(messageOf(workspaceId, conversationId, newId()), line);
  });
}

/** What has no end any more since it was found is not over either. */
function isOver(until: unknown): boolean {
  return typeof until === "number" && until <= now();
}
