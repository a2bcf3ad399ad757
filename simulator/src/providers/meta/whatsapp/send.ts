import type { Request, Response } from "express";
import { follow, settle } from "../../../phones/course.ts";
import type { DemoChannel } from "../../../phones/demo-channels.ts";
import { fetchMedia } from "../../../phones/fetch-media.ts";
import type { Person } from "../../../phones/person.ts";
import { isClosed } from "../../../phones/platform.ts";
import { shown } from "../../../phones/tell.ts";
import type { Entry, EntryStatus, Thread, ThreadFile } from "../../../phones/thread.ts";
import type { World } from "../../../phones/world.ts";
import type { FullBehaviour } from "../../../wire/behaviour.ts";
import type { Webhook } from "../../../wire/webhook.ts";
import { type GraphError, graphError, refuse } from "../graph-error.ts";
import { ownId } from "../own-id.ts";
import { entryOf, kindOfMedia, mediaOf } from "./entry.ts";
import { markRead } from "./mark-read.ts";
import { fits } from "./media-limits.ts";
import { readSend, type Send } from "./read.ts";

/** A message that was taken, with what its reports say. */
export type Taken = { send: Send; entry: Entry; person: Person; thread: Thread };

/** A number that sends by WhatsApp, and how its reports reach the house. */
export type Line = {
  channel: DemoChannel;
  report(world: World, taken: Taken, status: EntryStatus, code: string | null): Webhook;
  /** A refusal in the line's own form, where a code is not one of WhatsApp's. */
  refusalOf?(code: string): GraphError | undefined;
  /** What is wrong with a template that is sent; null when nothing is. */
  faultOfTemplate?(send: Send): { code: string; details: string } | null;
  /** What the customer sees of a template, where its text is known. */
  showTemplate?(send: Send): Partial<Entry>;
};

/** Documents may be that large, in bytes. */
const largest = 100 * 1024 * 1024;

/** POST …/messages of a WhatsApp number. */
export async function send(
  world: World,
  line: Line,
  request: Request,
  response: Response,
): Promise<void> {
  if ((request.body as { status?: unknown })?.status !== undefined)
    return markRead(world, request.body, response);
  const ours = ownId(
    (request.body as { biz_opaque_callback_data?: string })?.biz_opaque_callback_data,
  );
  if (ours) world.sends.called(ours);
  const order = readSend(request.body, line.channel.address);
  if ("body" in order) return refuse(response, order);
  const fault = line.faultOfTemplate?.(order);
  if (fault) return refuse(response, graphError("whatsapp", fault.code, fault.details));
  await take(world, line, order, ours, response);
}

async function take(
  world: World,
  line: Line,
  order: Send,
  ours: string | null,
  response: Response,
): Promise<void> {
  const person = personOf(world, order);
  const thread = world.threads.thread(line.channel, person);
  const entry = { ...entryOf(order, thread), ...line.showTemplate?.(order) };
  const taken = { send: order, entry, person, thread };
  const behaviour = world.behaviours.take(person.id);
  const { failure } = behaviour;
  await settle(world, response, {
    behaviour,
    refuse:
      failure?.at === "call"
        ? () => refuse(response, refusalBy(line, String(failure.code)), failure.retryAfter)
        : null,
    accept: () => {
      if (ours) world.sends.accepted(ours, taken.entry.id);
      return accept(world, line, taken, behaviour);
    },
    answer: () => response.json(answerOf(taken)),
    // Not 131000, of which Meta says that nothing was sent.
    fault: () => refuse(response, refusalBy(line, "1")),
  });
}

function refusalBy(line: Line, code: string): GraphError {
  return line.refusalOf?.(code) ?? graphError("whatsapp", code);
}

function personOf(world: World, { phone, userId }: Send): Person {
  const writer = phone !== null ? { phone } : { userId };
  return world.threads.find(phone ?? userId ?? "") ?? world.threads.meet(writer, "whatsapp");
}

async function accept(
  world: World,
  line: Line,
  taken: Taken,
  behaviour: FullBehaviour,
): Promise<void> {
  const { send: order, entry, thread } = taken;
  if (order.type === "reaction") react(world, order.reaction);
  else world.threads.add(thread, entry);
  const failure = failureOf(order, thread, behaviour);
  const lost = mediaOf(order) ? await fetchFile(world, order, entry) : null;
  const code = failure ?? lost;
  await follow(world, {
    entry,
    behaviour,
    statuses: order.type === "reaction" ? ["sent"] : ["sent", "delivered"],
    failure: code,
    reads: order.type !== "reaction",
    report: (status) => line.report(world, taken, status, status === "failed" ? code : null),
  });
}

/** WhatsApp takes a free text outside the window, and reports 131047 afterwards; who blocked the business gets nothing. */
function failureOf(order: Send, thread: Thread, behaviour: FullBehaviour): string | null {
  if (behaviour.failure?.at === "callback") return String(behaviour.failure.code);
  if (thread.blocked) return "131026";
  const held = behaviour.window === "enforced" && isClosed(thread);
  return held && order.type !== "template" ? "131047" : null;
}

function react(
  world: World,
  { message_id: id, emoji }: { message_id: string; emoji: string },
): void {
  const target = world.threads.entry(id);
  if (!target) return;
  const { business: _, ...others } = target.reactions ?? {};
  world.threads.update(target, { reactions: emoji ? { ...others, business: emoji } : others });
}

async function fetchFile(world: World, order: Send, entry: Entry): Promise<string | null> {
  const media = mediaOf(order);
  const file = media?.link ? await fetchMedia(world, media.link, largest) : kept(world, media?.id);
  if (!file || !fits(kindOfMedia(order), file.type, file.size)) return "131053";
  const name = media?.filename ?? file.name;
  world.threads.update(entry, { files: [{ ...file, name }] });
  return null;
}

function kept(world: World, id = ""): ThreadFile | null {
  const file = world.files.get(id);
  return file ? shown(file) : null;
}

function answerOf({ send: order, entry, person }: Taken): object {
  const { phone, userId } = order;
  const contact =
    phone !== null
      ? { input: order.to ?? phone, wa_id: phone.slice(1) }
      : { input: userId, user_id: userId, ...(person.phone && { wa_id: person.phone.slice(1) }) };
  return {
    messaging_product: "whatsapp",
    contacts: [contact],
    messages: [{ id: entry.id, ...(order.type === "template" && { message_status: "accepted" }) }],
  };
}
