import type { About, Delivery } from "../../phones/about.ts";
import { accountOf } from "../../phones/demo-channels.ts";
import type { Inbound } from "../../phones/inbound.ts";
import { shown, tell } from "../../phones/tell.ts";
import type { EntryStatus } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import { filesOf } from "../../samples/files-of.ts";
import type { Webhook } from "../../wire/webhook.ts";
import { account } from "./account.ts";
import { newMid } from "./page/entry.ts";
import { eventOf } from "./page/inbound.ts";
import { envelope } from "./page/reports.ts";
import { signed } from "./sign.ts";
import { newWamid } from "./whatsapp/entry.ts";
import { contactOf, messagesOf } from "./whatsapp/inbound.ts";
import type { Taken } from "./whatsapp/send.ts";
import { statusOf } from "./whatsapp/status.ts";

type Json = Record<string, unknown>;

/** A customer writes on one of Meta's platforms. */
export function deliver(world: World, about: About, message: Inbound): Promise<Delivery> {
  return about.channel.platform === "whatsapp"
    ? byWhatsapp(world, about, message)
    : byPage(world, about, message);
}

function byWhatsapp(world: World, about: About, message: Inbound): Promise<Delivery> {
  const files = filesOf(world.files, message).filter(() => message.kind !== "contact");
  const id = message.sid ?? newWamid();
  const isQuiet = message.kind === "block" || message.kind === "unblock";
  const bodies = message.body
    ? [message.body]
    : messagesOf(id, about, message, files).map((one) => bodyOf(about, message, one));
  const note = `${message.kind} · ${id}`;
  return tell(world, about, message, {
    id,
    files,
    webhooks: () =>
      isQuiet ? [] : bodies.map((body) => signed(world, body, note, message.signature)),
  });
}

/** What the business wrote in the phone's own app comes in a field of its own, the two sides changed. */
function bodyOf(about: About, message: Inbound, one: Json): Json {
  const contacts = [contactOf(about.person, message)];
  if (!message.echo) return whatsappBody(about, "messages", { contacts, messages: [one] });
  const { from: to, from_user_id: userId, ...rest } = one;
  const echo = {
    from: about.channel.address.slice(1),
    ...(to !== undefined && { to }),
    ...(userId !== undefined && { to_user_id: userId }),
    ...rest,
  };
  return whatsappBody(about, "smb_message_echoes", { contacts, message_echoes: [echo] });
}

function whatsappBody({ channel }: Pick<About, "channel">, field: string, value: Json): Json {
  const metadata = {
    display_phone_number: channel.address.slice(1),
    phone_number_id: accountOf(channel),
  };
  const change = { field, value: { messaging_product: "whatsapp", metadata, ...value } };
  return {
    object: "whatsapp_business_account",
    entry: [{ id: account.wabaId, changes: [change] }],
  };
}

/** A status of WhatsApp to the app's webhook; failed ones come without the contact. */
export function reportWhatsapp(
  channel: About["channel"],
  world: World,
  taken: Taken,
  status: EntryStatus,
  code: string | null,
): Webhook {
  const contacts = status === "failed" ? {} : { contacts: [contactOf(taken.person)] };
  const statuses = [statusOf(taken, status, code)];
  const body = whatsappBody({ channel }, "messages", { ...contacts, statuses });
  return signed(world, body, `${status} · ${taken.entry.id}`);
}

function byPage(world: World, about: About, message: Inbound): Promise<Delivery> {
  const platform = about.channel.platform === "instagram" ? "instagram" : "messenger";
  const files = filesOf(world.files, message);
  const id = message.sid ?? newMid(platform);
  const isQuiet =
    message.kind === "block" ||
    message.kind === "unblock" ||
    (message.kind === "delete" && platform === "messenger");
  return tell(world, about, message, {
    id,
    files,
    webhooks: (): Webhook[] => {
      if (isQuiet) return [];
      const event = eventOf(world, { ...about, platform }, id, message, files.map(shown));
      const body = message.body ?? envelope(platform, event);
      return [signed(world, body, `${message.kind} · ${id}`, message.signature)];
    },
  });
}
