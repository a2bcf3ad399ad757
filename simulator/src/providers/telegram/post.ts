import type { Inbound } from "../../phones/inbound.ts";
import type { World } from "../../phones/world.ts";
import { isLoopback } from "../../wire/loopback.ts";
import type { Webhook } from "../../wire/webhook.ts";
import { keptIn } from "./chats.ts";
import type { Update } from "./updates.ts";

/** Updates that come only to who names them. */
const named = ["message_reaction", "message_reaction_count", "chat_member"];

/** The call that brings an update; none when nobody asked for its kind, or nobody asked at all. */
export function post(
  world: World,
  update: Update,
  { signature }: Pick<Inbound, "signature"> = { signature: "valid" },
): Webhook[] {
  const { url, secret, kinds } = keptIn(world).webhook;
  const kind = Object.keys(update).find((key) => key !== "update_id") ?? "";
  const wanted = kinds ? kinds.includes(kind) : !named.includes(kind);
  const known = kind in order || named.includes(kind);
  if (url === "" || (known && !wanted) || !mayCall(world, url)) return [];
  const headers: Record<string, string> = { "Content-Type": "application/json" };
  if (signature === "valid" && secret) headers["X-Telegram-Bot-Api-Secret-Token"] = secret;
  if (signature === "wrong") headers["X-Telegram-Bot-Api-Secret-Token"] = `${secret}_`;
  return [{ url, headers, body: JSON.stringify(update), note: `${kind} · ${update.update_id}` }];
}

/** What `allowed_updates` can leave out; kinds invented by a test always come. */
const order: Record<string, true> = {
  message: true,
  edited_message: true,
  channel_post: true,
  edited_channel_post: true,
  business_connection: true,
  business_message: true,
  edited_business_message: true,
  deleted_business_messages: true,
  callback_query: true,
  my_chat_member: true,
};

/** The simulator calls this machine and the house it was told of, nobody else. */
export function mayCall(world: World, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, host } = new URL(url);
  return isLoopback(hostname) || host === new URL(world.settings.target).host;
}
