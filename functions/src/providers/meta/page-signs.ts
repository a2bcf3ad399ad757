import type { InboundEvent } from "@hilo/schema";
import { aboutOf, type Context, unsupported } from "./page-context.ts";

/** Delivered and read are told by a time, up to which it holds for everything; Instagram's `read` is its moment. */
export function readProgress({ event, sender, account }: Context): InboundEvent[] | undefined {
  const { delivery, read, timestamp } = event;
  if (!delivery && !read) return undefined;
  const until = delivery?.watermark ?? read?.watermark ?? timestamp;
  if (until === undefined) return [unsupported({ account }, "A watermark without a time")];
  const status = delivery ? "delivered" : "read";
  return [{ type: "watermark", ...(account ? { account } : {}), sender, status, until }];
}

/** What reactions are called where no emoji comes along. */
const emojis: Record<string, string> = {
  love: "❤️",
  smile: "😆",
  wow: "😮",
  sad: "😢",
  angry: "😠",
  like: "👍",
  dislike: "👎",
};

/** A reaction, or that it was taken back. */
export function readReaction(context: Context): InboundEvent[] | undefined {
  const { reaction, timestamp } = context.event;
  if (!reaction) return undefined;
  const { mid: target, action, emoji, reaction: name = "" } = reaction;
  if (!target) return [unsupported(context, "A reaction to no message")];
  if (context.sender.address === context.account)
    return [{ type: "ignored", reason: "A reaction of the page itself" }];
  const named = Object.hasOwn(emojis, name) ? emojis[name] : undefined;
  const shown = action === "unreact" ? "" : emoji || named || "👍";
  const about = aboutOf(
    context,
    `${target.slice(0, 200)}:${context.sender.address}:${timestamp}`.slice(0, 300),
  );
  const by = context.sender.address;
  return [{ ...about, type: "change", target, change: { kind: "reaction", emoji: shown, by } }];
}

/** A message that the customer edited. */
export function readEdit(context: Context): InboundEvent[] | undefined {
  const edit = context.event.message_edit;
  if (!edit) return undefined;
  const { mid: target, text, num_edit: count } = edit;
  if (count === 0) return [{ type: "ignored", reason: "A message that was not edited" }];
  if (!target || text === undefined) return [unsupported(context, "An edit of no message")];
  const about = aboutOf(context, `${target}:edit:${count ?? ""}`);
  return [{ ...about, type: "change", target, change: { kind: "edit", text } }];
}

/** Somebody allowed or stopped messages of a topic, which is marketing; other opt-ins are none of ours. */
export function readOptin(context: Context): InboundEvent[] | undefined {
  const { optin, timestamp } = context.event;
  if (!optin) return undefined;
  if (optin.type !== "notification_messages")
    return [{ type: "ignored", reason: "An opt-in by a plugin" }];
  const consent = optin.notification_messages_status === "STOP_NOTIFICATIONS" ? "stop" : "start";
  const about = aboutOf(context, `optin:${context.sender.address}:${timestamp}`);
  return [{ ...about, type: "consent", consent, scope: "marketing" }];
}
