import type { Entry } from "../../phones/thread.ts";
import { texts } from "../text/texts.ts";

/** One line about a message. */
export function preview(entry: Entry): string {
  const known: Record<string, string> = texts.events;
  if (entry.kind === "event") return known[entry.event ?? ""] ?? texts.kinds.event;
  const text = entry.choice?.title ?? entry.place?.name ?? entry.card?.name ?? entry.text;
  const words = entry.deleted ? texts.deleted : text || texts.kinds[entry.kind];
  return entry.from === "customer" ? `${texts.you}: ${words}` : words;
}
