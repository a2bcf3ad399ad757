import type { Person } from "../../phones/person.ts";
import type { World } from "../../phones/world.ts";
import { call } from "../../wire/webhook.ts";
import { chatIdOf, chatOf, keptIn, nextNumber, userOf } from "./chats.ts";
import { badRequest, type Refusal } from "./failures.ts";
import { post } from "./post.ts";
import { numbered } from "./updates.ts";

/** A group becomes a supergroup, under another id: the send is told, and so is the webhook. */
export function migrated(world: World, person: Person): Refusal {
  const was = chatIdOf(world, person);
  const now = `-100${was.replace(/\D/g, "").padStart(10, "9").slice(-10)}`;
  const message = {
    message_id: nextNumber(world, was),
    from: userOf(world, person),
    chat: { ...chatOf(world, person), type: "group" },
    date: Math.floor(Date.now() / 1000),
    migrate_to_chat_id: Number(now),
  };
  const [webhook] = post(world, numbered(world, { message }));
  if (person.telegramId) keptIn(world).moved.set(person.telegramId, now);
  if (webhook) world.timers.after(0, async () => void (await call(world, webhook)));
  const refused = badRequest("group chat was upgraded to a supergroup chat");
  return { ...refused, parameters: { migrate_to_chat_id: Number(now) } };
}
