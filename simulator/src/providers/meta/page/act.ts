import type { Response } from "express";
import type { Thread } from "../../../phones/thread.ts";
import type { World } from "../../../phones/world.ts";
import { parameterError, refuse } from "../graph-error.ts";
import type { PageSend } from "./wire.ts";

// The names of reactions, as the API takes them beside the emoji itself.
const emojis: Record<string, string> = {
  love: "❤️",
  smile: "😆",
  wow: "😮",
  sad: "😢",
  angry: "😠",
  like: "👍",
  dislike: "👎",
};

/** What the business does without writing: typing, seen, a reaction. */
export function act(world: World, send: PageSend, thread: Thread, response: Response): void {
  const { sender_action: action, payload } = send;
  if (action === "mark_seen") {
    const last = thread.entries.findLast((entry) => entry.from === "customer");
    if (last) world.threads.readUpTo(last);
  }
  if (action === "react" || action === "unreact") {
    const target = world.threads.entry(payload?.message_id ?? "");
    if (!target) return void refuse(response, parameterError("Invalid message id"));
    const { business: _, ...others } = target.reactions ?? {};
    const reaction = payload?.reaction ?? "love";
    const business = emojis[reaction] ?? reaction;
    world.threads.update(target, {
      reactions: action === "react" ? { ...others, business } : others,
    });
  }
  response.json({ recipient_id: send.recipient.id });
}
