import { setTimeout as pause } from "node:timers/promises";
import { workspaceId } from "../demo.ts";
import type { StoredFile } from "../files.ts";
import type { Inbound } from "../inbound.ts";
import type { Delivery, SimulatedProvider } from "../provider.ts";
import { filesOf } from "../samples/files-of.ts";
import type { Entry } from "../thread.ts";
import { type Answer, call } from "../webhook.ts";
import type { World } from "../world.ts";
import { putTogether } from "./address.ts";
import { inboundForm } from "./inbound-form.ts";
import { messagesOf, newSid } from "./message.ts";
import { heed } from "./opt-out.ts";
import { signed } from "./sign.ts";

type About = Parameters<SimulatedProvider["deliver"]>[1];

/** A customer writes: on their phone at once, at the house after `delayMs`. */
export async function deliver(world: World, about: About, message: Inbound): Promise<Delivery> {
  const files = filesOf(world.files, message);
  const sid = message.sid ?? newSid(files.length > 0);
  const entry = world.threads.entry(sid) ?? write(world, about, message, sid, files);
  if (message.delayMs > 0) await pause(message.delayMs, undefined, { ref: false });
  const answers = await post(world, about, message, sid, files);
  const last = answers.at(-1)?.status ?? null;
  const received = last !== null && last >= 200 && last < 300;
  const change = received
    ? { status: "received" as const }
    : { status: "refused" as const, error: String(last ?? "—") };
  world.threads.update(entry, change);
  return { entry, answers };
}

function write(
  world: World,
  about: About,
  message: Inbound,
  sid: string,
  files: StoredFile[],
): Entry {
  const entry = entryOf(sid, about, message, files);
  heed(about.thread, message);
  world.threads.add(about.thread, entry);
  keep(world, about, entry);
  return entry;
}

async function post(
  world: World,
  { channel, person }: About,
  message: Inbound,
  sid: string,
  files: StoredFile[],
): Promise<Answer[]> {
  const url = `${world.settings.target}/webhooks/twilio/${workspaceId}/${channel.id}`;
  const form = inboundForm(world.url, { sid, channel, person, message, files });
  const webhook = signed(url, form, `${message.kind} · ${sid}`, message.signature);
  const copies = Array.from({ length: message.copies }, () => () => call(world, webhook));
  if (message.together) return (await Promise.all(copies.map((copy) => copy()))).flat();
  const answers: Answer[] = [];
  for (const copy of copies) answers.push(...(await copy()));
  return answers;
}

function entryOf(id: string, { thread }: About, message: Inbound, files: StoredFile[]): Entry {
  const { kind, location, card, replyTo } = message;
  const choice = message.button ?? message.list;
  return {
    id,
    threadId: thread.id,
    from: "customer",
    kind,
    text: message.text,
    files: files.map(({ id: fileId, name, type, bytes }) => ({
      id: fileId,
      name,
      type,
      size: bytes.length,
      url: `/control/files/${fileId}`,
    })),
    ...(location && { place: location }),
    ...(card && { card }),
    ...(choice && { choice }),
    ...(replyTo !== undefined && { replyTo }),
    ...(message.forwarded && { forwarded: true }),
    status: "sending",
    at: Date.now(),
  };
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
