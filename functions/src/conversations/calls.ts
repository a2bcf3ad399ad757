import { type Call, type CallEvent, keyOf, Message } from "@hilo/schema";
import type { Connection } from "../connections/connections.ts";
import { db, read } from "../platform/firestore.ts";
import { enqueue } from "../platform/tasks.ts";
import { arrivalOf } from "./arrival.ts";
import { receive } from "./receive.ts";
import { messageOf } from "./store.ts";
import { conversationWith } from "./whose.ts";

/** States that no later report takes back. */
const over: readonly Call["state"][] = ["completed", "missed", "busy", "failed", "canceled"];

/**
 * Keeps one entry of the thread for a call: its first report makes it, further ones bring it up to date. The
 * highest sequence is true, whatever order the reports come in.
 */
export async function recordCall(
  connection: Connection,
  event: CallEvent,
): Promise<"recorded" | "duplicate"> {
  const first = await receive(connection, {
    type: "message",
    externalId: event.externalId,
    at: event.at,
    sender: event.sender,
    ...(event.call.direction === "outbound" ? { echo: true } : {}),
    kind: "call",
    call: event.call,
    text: "",
    files: event.recording ? [event.recording] : [],
  });
  return first === "recorded" ? first : update(connection, event);
}

async function update(connection: Connection, event: CallEvent) {
  const { workspaceId } = connection;
  const conversationId = await conversationWith(connection, event.sender);
  const { messageId, attachments } = await arrivalOf(connection, {
    type: "message",
    externalId: event.externalId,
    at: event.at,
    sender: { ...event.sender, address: keyOf(event.sender) },
    kind: "call",
    text: "",
    files: event.recording ? [event.recording] : [],
  });
  const ref = messageOf(workspaceId, conversationId, messageId);
  const outcome = await db().runTransaction(async (transaction) => {
    const message = read(Message, await transaction.get(ref));
    const known = message?.call;
    if (!message || !known) return "duplicate" as const;
    const recorded = message.attachments.length === 0 && attachments.length > 0;
    const call = later(known, event.call);
    if (!recorded && call === known) return "duplicate" as const;
    transaction.update(ref, { call, ...(recorded ? { attachments } : {}) });
    return recorded ? ("withRecording" as const) : ("recorded" as const);
  });
  if (outcome !== "withRecording") return outcome;
  await enqueue("fetchMedia", { workspaceId, conversationId, messageId });
  return "recorded";
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
