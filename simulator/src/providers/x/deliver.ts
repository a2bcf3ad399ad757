import type { About, Delivery } from "../../phones/about.ts";
import type { Inbound } from "../../phones/inbound.ts";
import { tell } from "../../phones/tell.ts";
import type { Entry } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import { filesOf } from "../../samples/files-of.ts";
import type { Webhook } from "../../wire/webhook.ts";
import { account, newId } from "./account.ts";
import { activity, encryptedEvent, messageEvent } from "./event.ts";
import { signed } from "./sign.ts";

/** What X tells of; of reactions, deletions and blocks of direct messages it tells nothing. */
const told = new Set<Inbound["kind"]>(["text", "image", "video", "button"]);

/** A customer writes to the account or, as an echo, the account writes in X's own app. */
export async function deliver(world: World, about: About, message: Inbound): Promise<Delivery> {
  const isAct = ["reaction", "edit", "delete", "block", "unblock"].includes(message.kind);
  if (!told.has(message.kind) && !isAct)
    throw new RangeError(`X carries no ${message.kind} in a direct message`);
  return tell(world, about, message, {
    id: message.sid ?? newId(),
    files: filesOf(world.files, message).slice(0, 1),
    webhooks: (entry) => (isAct ? [] : webhooksOf(world, about, message, entry)),
  });
}

function webhooksOf(world: World, { person }: About, message: Inbound, entry: Entry): Webhook[] {
  const { echo, signature } = message;
  if (message.encrypted) {
    const told = activity(person, "chat.received", encryptedEvent(person, entry));
    return [signed(world, told, `chat.received · ${entry.id}`, signature)];
  }
  const event = messageEvent(world, person, entry, {
    ...(echo && { byUs: true, appId: account.webAppId }),
  });
  const name = echo ? "dm.sent" : "dm.received";
  const json = message.body ?? activity(person, name, { direct_message_events: [event] });
  return [signed(world, json, `${name} · ${entry.id}`, signature)];
}
