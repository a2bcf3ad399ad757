import type { SystemEvent } from "@hilo/schema";
import { now } from "../platform/clock.ts";
import { FieldValue } from "../platform/firestore.ts";

/** An entry of the thread that no customer sees, settled from the start. */
function entry(author: { type: "member" | "system"; id: string; name: string }) {
  return {
    attachments: [],
    status: "sent",
    statusRank: 3,
    statusAt: { sent: now() },
    externalId: null,
    author,
    providerAt: now(),
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

/** An internal note. */
export function noteEntry(text: string, attachments: object[], by: { id: string; name: string }) {
  const kind = attachments.length > 0 && !text ? "document" : "text";
  return { ...entry({ type: "member", ...pick(by) }), direction: "note", kind, text, attachments };
}

function pick({ id, name }: { id: string; name: string }) {
  return { id, name };
}
