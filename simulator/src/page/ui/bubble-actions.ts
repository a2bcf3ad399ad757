import type { DemoChannel } from "../../phones/demo-channels.ts";
import type { Entry } from "../../phones/thread.ts";
import { abilities } from "../data/abilities.ts";
import { texts } from "../text/texts.ts";
import type { IconName } from "./icons.ts";

export type BubbleAction = "quote" | "react" | "edit" | "delete";

export const emojis = ["👍", "❤️", "😂", "😮", "🙏"];

/** What the customer can do to a message: to their own ones more than to the business's. */
export function bubbleActions(
  entry: Entry,
  { id }: DemoChannel,
): { name: BubbleAction; icon: IconName; label: string }[] {
  const can = abilities[id];
  if (entry.kind === "event" || entry.deleted) return [];
  const own = entry.from === "customer";
  return [
    ...(can.quote ? [{ name: "quote" as const, icon: "reply" as const, label: texts.quote }] : []),
    ...(can.react ? [{ name: "react" as const, icon: "smile" as const, label: texts.react }] : []),
    ...(can.edit && own && entry.text
      ? [{ name: "edit" as const, icon: "pencil" as const, label: texts.edit }]
      : []),
    ...(can.delete && own
      ? [{ name: "delete" as const, icon: "trash" as const, label: texts.delete }]
      : []),
  ];
}
