import { setTimeout } from "node:timers/promises";
import type { Call, CallEvent, Message, MessageEvent, Sender } from "@hilo/schema";
import type { Connection } from "../channels/connections.ts";
import { recognise } from "../contacts/identities.ts";
import { arrivalOf } from "../conversations/arrival.ts";
import { conversationWith } from "../conversations/conversation-of.ts";
import { messageIn } from "../conversations/early-changes.ts";
import { newMessageOf } from "../conversations/new-message.ts";
import { messageOf } from "../conversations/store.ts";
import { isTakenCall, settleWait } from "../conversations/waiting.ts";
import { alone } from "../platform/alone.ts";
import { now } from "../platform/clock.ts";
import { db } from "../platform/firestore.ts";
import { enqueue } from "../platform/tasks.ts";
import { learnName } from "./learn-name.ts";
import { receive } from "./receive.ts";

/** States that no later report takes back. */
const over: readonly Call["state"][] = ["completed", "missed", "busy", "failed", "canceled"];

/**
 * Keeps one entry of the thread for a call: its first report makes it, further ones bring it up to date. The
 * highest sequence is true, whatever order the reports come in.
 */
export async function recordCall(
  connection: Connection,
  { sender, ...report }: CallEvent,
): Promise<"recorded" | "duplicate" | { unusable: string }> {
  if (!sender) return supplement(connection, report);
  const event = { ...report, sender };
  const first = await receive(connection, entryOf(event));
  await nameCall(connection, event);
  return first === "recorded" ? first : update(connection, event, later);
}

type Told = CallEvent & { sender: Sender };

/** The entry of the thread that a call is. */
function entryOf({ externalId, at, sender, call, recording }: Told): MessageEvent {
  return {
    type: "message",
    externalId,
    at,
    sender,
    ...(call.direction === "outbound" ? { echo: true } : {}),
    kind: "call",
    call,
    text: "",
    files: recording ? [recording] : [],
  };
}

/** The call's own id leads to its conversation from now on, for reports that tell nothing else. */
async function nameCall(connection: Connection, event: Told) {
  const { sender, externalId } = event;
  const at = event.at ?? now();
  const known = await recognise(connection, sender, at);
  if (!known) return;
  const { conversationId } = known;
  await learnName({ connection, at, sender, conversationId }, externalId);
}

/** What is told of a call by its id alone adds to its entry: a recording, or whether a machine answered. */
async function supplement(connection: Connection, report: CallEvent) {
  const sender = { address: report.externalId };
  if (!(await isKnown(connection, sender)))
    return { unusable: "A report of a call that is not known" };
  return update(connection, { ...report, sender }, (known, { answeredBy }) =>
    answeredBy && answeredBy !== known.answeredBy ? { ...known, answeredBy } : known,
  );
}

/** How long a report waits for the call it overtook, in milliseconds: Twilio gives a webhook 15 seconds. */
const patience = [0, 250, 500, 1000];

async function isKnown(connection: Connection, sender: Sender): Promise<boolean> {
  for (const pause of patience) {
    if (pause > 0) await setTimeout(pause);
    if (await recognise(connection, sender, now())) return true;
  }
  return false;
}

type Merge = (known: Call, told: Call) => Call;

async function update(connection: Connection, event: Told, merge: Merge) {
  const { workspaceId } = connection;
  const conversationId = await conversationWith(connection, event.sender, event.at);
  const { messageId, attachments } = await arrivalOf(connection, entryOf(event));
  const ref = messageOf(workspaceId, conversationId, messageId);
  const now = await db().runTransaction(async (transaction) => {
    const message = messageIn(await transaction.get(ref));
    const known = message?.call;
    if (!message || !known) return undefined;
    const recorded = message.attachments.length === 0 && attachments.length > 0;
    const call = merge(known, event.call);
    if (!recorded && call === known) return undefined;
    transaction.update(ref, { call, ...(recorded ? { attachments } : {}) });
    return { recorded, message: { ...message, call } };
  });
  if (!now) return "duplicate";
  const ids = { workspaceId, conversationId, messageId };
  // Told again, it would be a duplicate: should this fail, the night makes up for it.
  await alone("reaction.failed", ids, () => heedNow(ids, now.message));
  if (now.recorded) await enqueue("fetchMedia", ids);
  return "recorded";
}

async function heedNow(ids: Parameters<typeof newMessageOf>[0], message: Message): Promise<void> {
  const arrived = isTakenCall(message) && (await newMessageOf(ids, message));
  if (arrived) await settleWait(arrived);
}

function later(known: Call, told: Call): Call {
  if (over.includes(known.state) && !over.includes(told.state)) return known;
  if (
    told.sequence <= known.sequence &&
    !(over.includes(told.state) && !over.includes(known.state))
  )
    return known;
  return { ...known, ...told };
}
