import {
  type Conversation,
  isOver,
  type Millis,
  nobody,
  type Priority,
  type SystemEvent,
} from "@hilo/schema";
import { audit, changesOf, type Doer } from "../audit/audit.ts";
import { tell } from "../events/tell.ts";
import { newId, now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { FieldValue, type Transaction } from "../platform/firestore.ts";
import { countingIn } from "../settings/settings.ts";
import { count, type Occasion, uncount } from "../stats/count.ts";
import { memberOf } from "../users/members.ts";
import { altering } from "./current.ts";
import { ending, resuming } from "./episodes.ts";
import { messageOf } from "./store.ts";
import { systemLine } from "./system-line.ts";
import { conversationTarget } from "./targets.ts";
import { turnBy, turnTo } from "./turn.ts";

/** What an act at the desk changes, and what the thread says about it. */
type Act = {
  fields: Partial<Conversation>;
  /** What goes without saying in the audit. */
  beside?: Record<string, unknown>;
  event?: SystemEvent;
  also?(): void;
};

type Decision = Act | undefined;

/** Gives the conversation to a member, or to nobody. */
export async function assign(doer: Doer, id: string, assigneeId: string): Promise<void> {
  await act(doer, id, "assign", async (conversation, transaction) => {
    if (conversation.assigneeId === assigneeId) return undefined;
    if (assigneeId === nobody) return { fields: { assigneeId }, event: { type: "unassigned" } };
    const name = await assignable(transaction, doer.workspaceId, assigneeId);
    const assigned = { by: doer.id, at: now() };
    return {
      fields: { assigneeId },
      beside: { assigned, ...turnBy(doer, conversation, "assigned") },
      event: { type: "assigned", to: name },
    };
  });
}

/** Read where it is written: whoever is disabled in this moment is given nothing any more. */
async function assignable(
  transaction: Transaction,
  workspaceId: string,
  uid: string,
): Promise<string> {
  const member = await memberOf(workspaceId, uid, transaction);
  if (!member?.enabled)
    throw new AppError("invalid", "That member does not work here any more. Choose another.");
  return member.name;
}

/** Opens, sets waiting, resolves or closes. */
export async function setStatus(
  doer: Doer,
  id: string,
  status: Exclude<Conversation["status"], "snoozed">,
): Promise<void> {
  const counting = await countingIn(doer.workspaceId);
  await act(doer, id, "status", async (conversation, transaction) => {
    if (conversation.status === status) return undefined;
    const at = now();
    const resolved = resolvedBy(conversation, status, at);
    const over = isOver(status);
    const place = { workspaceId: doer.workspaceId, conversationId: id };
    const episode = over
      ? await ending(place, conversation, { at, by: doer })
      : await resuming(transaction, place, conversation);
    return {
      fields: {
        status,
        snoozedUntil: null,
        ...(over ? { waitingSince: null, unread: 0, claim: null } : {}),
        ...(over && conversation.failedAt ? { failedAt: null } : {}),
        ...resolved,
      },
      beside: {
        ...(over ? turnTo(conversation.turn, "none", "over") : {}),
        ...episode.fields,
      },
      event: { type: "status", to: status },
      also: () => {
        countResolved(transaction, { ...counting, conversationId: id }, conversation, resolved);
        episode.write(transaction);
      },
    };
  });
}

/** When it was resolved, which opening it by hand takes back, and putting it off, too. */
function resolvedBy(
  before: Conversation,
  status: Conversation["status"],
  at: Millis,
): Pick<Conversation, "resolvedAt"> {
  if (status === "resolved") return { resolvedAt: at };
  return before.status === "resolved" && status !== "closed" ? { resolvedAt: null } : {};
}

/** A conversation counts as resolved once, on the day when it was last. */
function countResolved(
  transaction: Transaction,
  place: Omit<Occasion, "at">,
  { resolvedAt: before }: Conversation,
  { resolvedAt: at }: Pick<Conversation, "resolvedAt">,
): void {
  if (at === undefined) return;
  if (before) uncount(transaction, { ...place, at: before }, { resolved: true });
  if (at) count(transaction, { ...place, at }, { resolved: true });
}

export async function setPriority(doer: Doer, id: string, priority: Priority): Promise<void> {
  await act(doer, id, "priority", (conversation) =>
    conversation.priority === priority
      ? undefined
      : { fields: { priority }, event: { type: "priority", to: priority } },
  );
}

export async function setTags(doer: Doer, id: string, wanted: string[]): Promise<void> {
  const tags = onceEach(wanted);
  await act(doer, id, "tags", (conversation) =>
    conversation.tags.join("\n") === tags.join("\n")
      ? undefined
      : { fields: { tags }, event: { type: "tags", to: tags.join(", ") } },
  );
}

/** Each tag as it was first written: the same with other capitals is the same tag. */
function onceEach(tags: readonly string[]): string[] {
  const spelled = Map.groupBy(tags, (tag) => tag.toLocaleLowerCase());
  return [...spelled.values()].flatMap(([first]) => first ?? []);
}

/**
 * Puts the conversation away until a time (ms), or with null for as long as the customer writes nothing; a message of
 * theirs brings it back earlier.
 */
export async function snooze(doer: Doer, id: string, until: number | null): Promise<void> {
  if (until !== null && until <= now())
    throw new AppError("invalid", "Choose a time in the future to snooze until.", {
      details: [{ path: "until", message: "In the past" }],
    });
  const counting = await countingIn(doer.workspaceId);
  await act(doer, id, "snooze", async (conversation, transaction) => {
    const { status, snoozedUntil } = conversation;
    if (status === "snoozed" && snoozedUntil === until) return undefined;
    const to = until === null ? {} : { to: new Date(until).toISOString() };
    const place = { workspaceId: doer.workspaceId, conversationId: id };
    const episode = await resuming(transaction, place, conversation);
    const resolved = resolvedBy(conversation, "snoozed", now());
    return {
      fields: { status: "snoozed", snoozedUntil: until, ...resolved },
      beside: episode.fields,
      event: { type: "snoozed", ...to },
      also: () => {
        countResolved(transaction, { ...counting, conversationId: id }, conversation, resolved);
        episode.write(transaction);
      },
    };
  });
}

/** One transaction: the change, its line in the thread, its audit entry. Nothing to change, nothing written. */
async function act(
  doer: Doer,
  id: string,
  verb: string,
  decide: (conversation: Conversation, transaction: Transaction) => Decision | Promise<Decision>,
): Promise<void> {
  await altering(doer.workspaceId, id, async ({ conversation, transaction, alter }) => {
    const decided = await decide(conversation, transaction);
    if (!decided) return;
    const { fields, beside, event, also } = decided;
    alter({
      ...fields,
      ...beside,
      updatedAt: FieldValue.serverTimestamp(),
    });
    const lineId = newId();
    if (event) transaction.create(messageOf(doer.workspaceId, id, lineId), systemLine(event, doer));
    also?.();
    const changes = changesOf<Partial<Conversation>>(conversation, fields);
    audit(
      transaction,
      doer,
      `conversations.${verb}`,
      conversationTarget(id, conversation),
      changes,
    );
    await tell(transaction, {
      workspaceId: doer.workspaceId,
      type: "conversation.updated",
      source: lineId,
      about: { conversationId: id },
      data: { changed: Object.keys(fields) },
    });
  });
}
