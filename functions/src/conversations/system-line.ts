import type { Millis, SystemEvent } from "@hilo/schema";
import { now } from "../platform/clock.ts";
import { FieldValue } from "../platform/firestore.ts";

/** Who tells what the house itself did. */
export const theHouse = { type: "system", id: "hilo", name: "Hilo" } as const;

/** An entry of the thread that no customer sees, settled from the start. */
function entry(author: { type: "member" | "system"; id: string; name: string }, at = now()) {
  return {
    attachments: [],
    status: "sent",
    statusRank: 3,
    statusAt: { sent: at },
    externalId: null,
    author,
    providerAt: at,
    createdAt: FieldValue.serverTimestamp(),
  };
}

/** A change told in the thread; the console puts it into words. */
export function systemLine(event: SystemEvent, by: { type: string; id: string; name: string }) {
  const author = {
    type: by.type === "member" ? ("member" as const) : ("system" as const),
    ...pick(by),
  };
  return { ...entry(author), direction: "system", kind: "event", text: "", event };
}

type Note = { text: string; attachments: object[]; mentions: string[]; at: Millis };

/** An internal note. */
export function noteEntry(
  { text, attachments, mentions, at }: Note,
  by: { id: string; name: string },
) {
  return {
    ...entry({ type: "member", ...pick(by) }, at),
    direction: "note",
    kind: attachments.length > 0 && !text ? "document" : "text",
    text,
    attachments,
    ...(mentions.length > 0 ? { mentions } : {}),
  };
}

function pick({ id, name }: { id: string; name: string }) {
  return { id, name };
}
