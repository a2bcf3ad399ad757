import {
  awaitingMail,
  awakening,
  heardOfSince,
  messageOf,
  overdueMessages,
} from "../conversations/store.ts";
import { systemLine, theHouse } from "../conversations/system-line.ts";
import { tell } from "../events/tell.ts";
import { newId, now } from "../platform/clock.ts";
import { type DocumentReference, db, FieldValue, isUnreadable } from "../platform/firestore.ts";
import { heldBefore } from "../platform/house.ts";
import { log } from "../platform/log.ts";
import { deliver, giveUp } from "./delivery.ts";
import { eachDue } from "./due.ts";
import { settleArrival } from "./failure.ts";
import { mailUnseen } from "./mail-unseen.ts";

/** When a message that cannot be read is looked at again, in milliseconds: its shape may be mended by then. */
const unreadableMs = 60 * 60_000;

/**
 * Each minute: delivers what is due, settles what was left under way, takes back failures of what arrived after all,
 * wakes what was snoozed, and mails what nobody came to see.
 */
export async function sweep(): Promise<
  Record<"overdue" | "arrived" | "awakened" | "unseen", number>
> {
  const [overdue, arrived, awakened, unseen] = await Promise.all([
    sweepOutbox(),
    eachDue(heardOfSince(), ({ ref }) => settleArrival(ref)),
    wakeSnoozed(),
    mailAllUnseen(),
  ]);
  return { overdue, arrived, awakened, unseen };
}

async function mailAllUnseen(): Promise<number> {
  const since = await heldBefore();
  return eachDue(awaitingMail(now()), async (doc) => {
    if (Number(doc.get("mailDueAt")) >= since) await mailUnseen(doc.ref);
  });
}

async function sweepOutbox(): Promise<number> {
  return eachDue(overdueMessages(new Date(now())), async (doc) => {
    try {
      await look(doc.ref.path, doc.get("status"));
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      log.error("sweep.unreadable", { id: doc.id, error });
      await doc.ref.update({ dueAt: new Date(now() + unreadableMs) });
    }
  });
}

async function look(path: string, status: unknown): Promise<void> {
  const [, workspaceId = "", , conversationId = "", , messageId = ""] = path.split("/");
  if (status === "sending") await giveUp(workspaceId, conversationId, messageId);
  else await deliver(workspaceId, conversationId, messageId);
}

async function wakeSnoozed(): Promise<number> {
  return eachDue(awakening(now()), ({ ref }) => wake(ref));
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
    const lineId = newId();
    transaction.create(messageOf(workspaceId, conversationId, lineId), line);
    await tell(transaction, {
      workspaceId,
      type: "conversation.updated",
      source: lineId,
      about: { conversationId },
      data: { changed: ["status", "snoozedUntil"] },
    });
  });
}

/** What has no end any more since it was found is not over either. */
function isOver(until: unknown): boolean {
  return typeof until === "number" && until <= now();
}
