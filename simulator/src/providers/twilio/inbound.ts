import type { About, Delivery } from "../../phones/about.ts";
import { houseAddress } from "../../phones/house-address.ts";
import type { Inbound } from "../../phones/inbound.ts";
import { tell } from "../../phones/tell.ts";
import type { Entry } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import { filesOf } from "../../samples/files-of.ts";
import { putTogether } from "./address.ts";
import { inboundForm } from "./inbound-form.ts";
import { messagesOf, newSid } from "./message.ts";
import { heed } from "./opt-out.ts";
import { signed } from "./sign.ts";
import { deliverCall } from "./voice.ts";

/** A customer writes: a form, signed. By telephone they call. */
export function deliver(world: World, about: About, message: Inbound): Promise<Delivery> {
  if (about.channel.platform === "voice") return deliverCall(world, about, message);
  const { channel, person } = about;
  const files = filesOf(world.files, message);
  const sid = message.sid ?? newSid(files.length > 0);
  const url = houseAddress(world, "twilio", channel.id);
  const form = inboundForm(world.url, { sid, channel, person, message, files });
  return tell(world, about, message, {
    id: sid,
    files,
    kept: (entry) => {
      heed(about.thread, message);
      keep(world, about, entry);
    },
    webhooks: () => [signed(url, form, `${message.kind} · ${sid}`, message.signature)],
  });
}

function keep(world: World, { channel, person }: About, entry: Entry): void {
  const { platform } = channel;
  const from = person.phone ?? person.userId ?? person.id;
  messagesOf(world).set(entry.id, {
    sid: entry.id,
    direction: "inbound",
    from: putTogether({ platform, address: from }),
    to: putTogether({ platform, address: channel.address }),
    body: entry.text,
    mediaIds: entry.files.map((file) => file.id),
    mediaCount: entry.files.length,
    status: "received",
    errorCode: null,
    errorMessage: null,
    createdAt: entry.at,
    updatedAt: entry.at,
    sentAt: entry.at,
    byService: false,
  });
}
