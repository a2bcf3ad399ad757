import { setTimeout as pause } from "node:timers/promises";
import { type Answer, call, type Webhook } from "../wire/webhook.ts";
import type { About, Delivery } from "./about.ts";
import type { StoredFile } from "./files.ts";
import { type Inbound, writtenAt } from "./inbound.ts";
import { type Action, actions, type Entry, type Kind, type ThreadFile } from "./thread.ts";
import type { World } from "./world.ts";

/** How a provider tells the house what a customer did. */
export type Telling = {
  /** The provider's id of the message or event. */
  id: string;
  files: StoredFile[];
  /** Called when the message is new and on the customer's phone. */
  kept?(entry: Entry): void;
  /** The calls that tell of it, in order: several where one message makes several, as an album does. */
  webhooks(entry: Entry): Webhook[];
};

/**
 * A customer writes, or does something to a message: on their phone at once, at the house after `delayMs`, as often
 * as `copies` asks for. What the house answered ends up on the message.
 */
export async function tell(
  world: World,
  about: About,
  message: Inbound,
  telling: Telling,
): Promise<Delivery> {
  const entry = isAction(message.kind)
    ? act(world, about, message, telling.id)
    : (world.threads.entry(telling.id) ?? write(world, about, message, telling));
  const webhooks = telling.webhooks(entry);
  if (message.delayMs > 0) await pause(message.delayMs, undefined, { ref: false });
  const answers = await post(world, webhooks, message);
  if (entry.from === "customer") world.threads.update(entry, outcome(answers));
  return { entry, answers };
}

function isAction(kind: Kind | Action): kind is Action {
  return (actions as readonly string[]).includes(kind);
}

function outcome(answers: Answer[]): Pick<Entry, "status" | "error"> {
  const refused = answers.find(({ status }) => status === null || status < 200 || status > 299);
  const last = answers.at(-1)?.status ?? null;
  const received = last !== null && last >= 200 && last < 300;
  return received || !refused
    ? { status: "received" }
    : { status: "refused", error: String(last ?? "—") };
}

function write(world: World, { thread }: About, message: Inbound, telling: Telling): Entry {
  const entry = entryOf(telling.id, thread.id, message, telling.files);
  world.threads.add(thread, entry);
  telling.kept?.(entry);
  return entry;
}

/** Does to the phone what the customer does: a reaction, an edit, a deletion, a block. */
function act(world: World, { thread }: About, message: Inbound, id: string): Entry {
  const target = world.threads.entry(message.target ?? "");
  const reactions = { ...target?.reactions };
  if (message.emoji) reactions.customer = message.emoji;
  else delete reactions.customer;
  switch (message.kind) {
    case "block":
    case "unblock":
      return happened(world, { thread }, message.kind, id);
    case "reaction":
      if (target) world.threads.update(target, { reactions });
      break;
    case "edit":
      if (target) world.threads.update(target, { text: message.text, edited: true });
      break;
    default:
      if (target) world.threads.update(target, { deleted: true });
  }
  return target ?? { ...entryOf(id, thread.id, message, []), kind: "event", event: message.kind };
}

function happened(
  world: World,
  { thread }: Pick<About, "thread">,
  event: "block" | "unblock",
  id: string,
): Entry {
  thread.blocked = event === "block";
  const entry: Entry = {
    id,
    threadId: thread.id,
    from: "customer",
    kind: "event",
    event,
    text: "",
    files: [],
    status: "sending",
    at: Date.now(),
  };
  // A block is no message: it opens no window.
  const { lastInboundAt } = thread;
  world.threads.add(thread, entry);
  thread.lastInboundAt = lastInboundAt;
  return entry;
}

async function post(world: World, webhooks: Webhook[], message: Inbound): Promise<Answer[]> {
  const all = Array.from({ length: message.copies }, () => webhooks).flat();
  if (message.together) {
    return (await Promise.all(all.map((webhook) => call(world, webhook)))).flat();
  }
  const answers: Answer[] = [];
  for (const webhook of all) answers.push(...(await call(world, webhook)));
  return answers;
}

function entryOf(id: string, threadId: string, message: Inbound, files: StoredFile[]): Entry {
  const { location, card, replyTo, subject, html } = message;
  const choice = message.button ?? message.list;
  return {
    id,
    threadId,
    from: message.echo ? "business" : "customer",
    kind: isAction(message.kind) ? "event" : message.kind,
    text: message.text,
    files: files.map(shown),
    ...(location && { place: location }),
    ...(card && { card }),
    ...(choice && { choice }),
    ...(subject !== undefined && { mail: { subject, ...(html !== undefined && { html }) } }),
    ...(replyTo !== undefined && { replyTo }),
    ...(message.forwarded && { forwarded: true }),
    ...(message.echo && { echo: true }),
    status: message.echo ? "sent" : "sending",
    at: writtenAt(message),
  };
}

/** A file as the page shows it. */
export function shown({ id, name, type, bytes }: StoredFile): ThreadFile {
  return { id, name, type, size: bytes.length, url: `/control/files/${id}` };
}
