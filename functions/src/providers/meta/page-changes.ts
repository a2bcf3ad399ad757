import type { InboundEvent } from "@hilo/schema";
import { millisOf } from "../meta-wire.ts";
import { readTemplate } from "./template-changes.ts";
import type { Entry } from "./wire.ts";

/**
 * Fields of a page or an Instagram account that are no private messages. Comments are public and open no
 * conversation: an answer to their author by message is refused unless they wrote first, and the one private
 * reply Meta allows goes to the comment, not to the person.
 */
const publicFields = new Set([
  ...["comments", "live_comments", "mentions", "feed", "story_insights"],
  ...["ratings", "mention", "leadgen"],
]);

/** A change of a page or an Instagram account: the state of a utility template, or something public. */
export function readPageChange(
  { field, value }: { field: string; value: Record<string, unknown> },
  { id, time }: Entry,
): InboundEvent[] {
  if (publicFields.has(field))
    return [{ type: "ignored", reason: `Something public: ${field}, which is no private message` }];
  const place = { ...(id ? { account: id } : {}), time: millisOf(String(time ?? "")) };
  return readTemplate(field, value, place) ?? [unknown(field, id)];
}

function unknown(field: string, account: string | undefined): InboundEvent {
  const reason = `A change of ${field.slice(0, 60)}`;
  return { type: "unsupported", ...(account ? { account } : {}), reason };
}
