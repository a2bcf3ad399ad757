import type { About, Delivery } from "../../phones/about.ts";
import type { StoredFile } from "../../phones/files.ts";
import type { Inbound } from "../../phones/inbound.ts";
import { tell } from "../../phones/tell.ts";
import type { Entry, EntryStatus } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import { filesOf } from "../../samples/files-of.ts";
import type { Webhook } from "../../wire/webhook.ts";
import { newWamid } from "../meta/whatsapp/entry.ts";
import { messagesOf } from "../meta/whatsapp/inbound.ts";
import type { Taken } from "../meta/whatsapp/send.ts";
import { statusOf } from "../meta/whatsapp/status.ts";
import { type Extension, payloadOf } from "./payload.ts";
import { signed } from "./sign.ts";

type Json = Record<string, unknown>;

const linkSeconds = 24 * 3600;

/** A customer writes to a number that Kapso holds; one call for each message, or one for all of them. */
export function deliver(world: World, about: About, message: Inbound): Promise<Delivery> {
  const files = filesOf(world.files, message).filter(() => message.kind !== "contact");
  const id = message.sid ?? newWamid();
  const isQuiet = message.kind === "block" || message.kind === "unblock";
  return tell(world, about, message, {
    id,
    files,
    webhooks: () => (isQuiet ? [] : webhooksOf(world, about, message, id, files)),
  });
}

function webhooksOf(
  world: World,
  about: About,
  message: Inbound,
  id: string,
  files: StoredFile[],
): Webhook[] {
  const name = `whatsapp.message.${message.echo ? "sent" : "received"}`;
  const note = `${message.kind} · ${id}`;
  const { signature } = message;
  if (message.body) return [signed(world, { name, payload: message.body }, note, signature)];
  const payloads = messagesOf(id, about, message, files).map((one, index) =>
    payloadOf(
      turned(one, message),
      extension(world, message, files[index]),
      about.person,
      about.thread,
    ),
  );
  if (!message.batched)
    return payloads.map((payload) => signed(world, { name, payload }, note, signature));
  const payload = { type: name, batch: true, data: payloads };
  return [signed(world, { name, payload, batch: payloads.length }, note, signature)];
}

/** What the business wrote itself goes to the customer. */
function turned(one: Json, { echo }: Inbound): Json {
  if (!echo) return one;
  const { from, from_user_id: userId, ...rest } = one;
  return {
    ...rest,
    ...(from !== undefined && { to: from }),
    ...(userId !== undefined && { to_user_id: userId }),
  };
}

function extension(world: World, message: Inbound, file: StoredFile | undefined): Extension {
  const about = message.echo
    ? ({ direction: "outbound", status: "sent", origin: "business_app" } as const)
    : ({ direction: "inbound", status: "received", origin: "cloud_api" } as const);
  return {
    ...about,
    ...(message.text && { content: message.text }),
    ...(file && { media: mediaOf(world, file) }),
  };
}

function mediaOf(
  world: World,
  { id, name, type, bytes }: StoredFile,
): NonNullable<Extension["media"]> {
  const url = `${world.url}${world.files.link(id, linkSeconds)}`;
  return { url, filename: name, content_type: type, byte_size: bytes.length };
}

const order: EntryStatus[] = ["sent", "delivered", "read"];
const past = new WeakMap<Entry, Map<EntryStatus, Json>>();

/** A report: the message with every state it had by then, in whatever order the reports arrive. */
export function report(
  world: World,
  taken: Taken,
  status: EntryStatus,
  code: string | null,
): Webhook {
  const { entry, person, thread, send } = taken;
  const statuses = statesUpTo(taken, status, code);
  const { messaging_product: _, recipient_type: __, phone, userId, ...content } = send;
  const message = { id: entry.id, timestamp: String(Math.floor(entry.at / 1000)), ...content };
  const about = { direction: "outbound", status, origin: "cloud_api", statuses } as const;
  const payload = payloadOf(message, about, person, thread);
  const event = { name: `whatsapp.message.${status}`, payload };
  return signed(world, event, `${status} · ${entry.id}`);
}

function statesUpTo(taken: Taken, status: EntryStatus, code: string | null): Json[] {
  const known = past.get(taken.entry) ?? new Map<EntryStatus, Json>();
  past.set(taken.entry, known);
  const states = status === "failed" ? [status] : order.slice(0, order.indexOf(status) + 1);
  return states.map((one) => {
    const state = known.get(one) ?? statusOf(taken, one, code);
    known.set(one, state);
    return state;
  });
}
