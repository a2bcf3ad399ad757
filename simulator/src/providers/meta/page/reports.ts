import { addressOf, type Person } from "../../../phones/person.ts";
import type { Entry, EntryStatus } from "../../../phones/thread.ts";
import type { World } from "../../../phones/world.ts";
import type { Webhook } from "../../../wire/webhook.ts";
import { account } from "../account.ts";
import { ownAddress } from "../own-address.ts";
import { signed } from "../sign.ts";
import { attachmentsOf } from "./inbound.ts";
import type { PagePlatform } from "./read.ts";
import type { PageMessage } from "./wire.ts";

type Json = Record<string, unknown>;
type Sent = { platform: PagePlatform; person: Person; entry: Entry; message: PageMessage };

/** Tells of a message: an echo once it is sent, then how far it got, up to which time. */
export function report(world: World, sent: Sent, status: EntryStatus): Webhook | null {
  const { platform, entry } = sent;
  const event = status === "sent" ? echo(world, sent) : progress(sent, status);
  const note = `${status === "sent" ? "echo" : status} · ${entry.id}`;
  return event && signed(world, envelope(platform, event), note);
}

/** An event in the body of a webhook. */
export function envelope(platform: PagePlatform, event: Json): Json {
  const object = platform === "messenger" ? "page" : "instagram";
  const entry = { id: ownAddress(platform), time: Date.now(), messaging: [event] };
  return { object, entry: [entry] };
}

function echo(world: World, { platform, person, entry, message }: Sent): Json {
  const { metadata } = message;
  const files = attachmentsOf(world, entry.files);
  return {
    sender: { id: ownAddress(platform) },
    recipient: { id: addressOf(person, platform) },
    timestamp: entry.at,
    message: {
      mid: entry.id,
      is_echo: true,
      app_id: Number(account.appId),
      ...(metadata !== undefined && { metadata }),
      ...(entry.text && { text: entry.text }),
      ...(files.length > 0 && { attachments: files }),
    },
  };
}

/** Instagram tells of no delivery, and names the message that was read. */
function progress({ platform, person, entry }: Sent, status: EntryStatus): Json | null {
  const watermark = Date.now();
  const about = {
    sender: { id: addressOf(person, platform) },
    recipient: { id: ownAddress(platform) },
    timestamp: watermark,
  };
  if (platform === "instagram") {
    return status === "read" ? { ...about, read: { mid: entry.id } } : null;
  }
  return status === "read"
    ? { ...about, read: { watermark } }
    : { ...about, delivery: { mids: [entry.id], watermark } };
}
