import type { Message } from "@hilo/schema";
import { FieldValue } from "../platform/firestore.ts";

// A message that a pump delivers keeps its times apart: the sweep, which looks after what is due, never finds it, so
// that the thousands of a campaign keep nobody's answer waiting.

/** Until when a message is not looked after. */
export function lookedAfterAt({ pump }: Pick<Message, "pump">, at: Date) {
  return pump === undefined ? { dueAt: at } : { pumpAt: at };
}

/** When a message is looked after, if it still has to be. */
export function dueTimeOf({ dueAt, pumpAt }: Pick<Message, "dueAt" | "pumpAt">): Date | undefined {
  return dueAt ?? pumpAt;
}

/** Nobody has to look after it any more. */
export function lookedAfter() {
  return { dueAt: FieldValue.delete(), pumpAt: FieldValue.delete() };
}
