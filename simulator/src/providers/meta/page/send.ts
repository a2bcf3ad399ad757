import type { Request, Response } from "express";
import { follow, settle } from "../../../phones/course.ts";
import type { DemoChannel } from "../../../phones/demo-channels.ts";
import { fetchMedia } from "../../../phones/fetch-media.ts";
import type { Person } from "../../../phones/person.ts";
import { shown } from "../../../phones/tell.ts";
import type { Entry, Thread } from "../../../phones/thread.ts";
import type { World } from "../../../phones/world.ts";
import type { FullBehaviour } from "../../../wire/behaviour.ts";
import { type GraphError, graphError, parameterError, refuse } from "../graph-error.ts";
import { ownId } from "../own-id.ts";
import { faultOfTemplate, showTemplate } from "../templates-send.ts";
import { act } from "./act.ts";
import { entryOf } from "./entry.ts";
import { isTooLate, type PagePlatform, readPageSend } from "./read.ts";
import { report } from "./reports.ts";
import type { PageMessage, PageSend } from "./wire.ts";

type Order = { platform: PagePlatform; send: PageSend; message: PageMessage; ours: string | null };

/** POST …/messages of a page or an Instagram account. */
export async function sendPage(
  world: World,
  { channel, platform }: { channel: DemoChannel; platform: PagePlatform },
  request: Request,
  response: Response,
): Promise<void> {
  const given = (request.body as { message?: { metadata?: unknown } })?.message?.metadata;
  const ours = ownId(typeof given === "string" ? given : undefined);
  if (ours) world.sends.called(ours);
  const send = readPageSend(request.body, platform);
  if ("body" in send) return refuse(response, send);
  const person = personOf(world, send, platform);
  if (!person) return refuse(response, graphError(platform, "100"));
  const thread = world.threads.thread(channel, person);
  if (!send.message) return act(world, send, thread, response);
  await take(world, { platform, send, message: send.message, ours }, person, thread, response);
}

/** A private reply goes to whoever wrote the comment. */
function personOf(world: World, { recipient }: PageSend, platform: PagePlatform): Person | null {
  const { id, comment_id: comment } = recipient;
  if (id !== undefined) {
    const writer = platform === "messenger" ? { psid: id } : { igsid: id };
    return world.threads.find(id) ?? world.threads.meet(writer, platform);
  }
  const entry = world.threads.entry(comment ?? "");
  const thread = world.threads.threads.get(entry?.threadId ?? "");
  return world.threads.people.get(thread?.personId ?? "") ?? null;
}

async function take(
  world: World,
  order: Order,
  person: Person,
  thread: Thread,
  response: Response,
): Promise<void> {
  const behaviour = world.behaviours.take(person.id);
  const { template } = order.message;
  const shown = template ? showTemplate(world, "page", template) : {};
  const entry = { ...entryOf(order.send, order.message, thread), ...shown };
  const refused =
    refusal(order, thread, behaviour) ??
    templateRefusal(world, order) ??
    (await fetchFile(world, order, entry));
  const { platform, ours } = order;
  await settle(world, response, {
    behaviour,
    refuse: refused ? () => refuse(response, refused, behaviour.failure?.retryAfter) : null,
    accept: () => {
      if (ours) world.sends.accepted(ours, entry.id);
      world.threads.add(thread, entry);
      return course(world, order, person, entry, behaviour);
    },
    answer: () => response.json({ recipient_id: order.send.recipient.id, message_id: entry.id }),
    fault: () => refuse(response, graphError(platform, "1")),
  });
}

/** The window and every failure are told at the call: these platforms report no failure afterwards. */
function refusal(order: Order, thread: Thread, behaviour: FullBehaviour): GraphError | null {
  const { platform, send } = order;
  const { failure, window } = behaviour;
  if (failure) return graphError(platform, String(failure.code));
  if (thread.blocked) return graphError(platform, "551/1545041");
  if (window === "open" || !isTooLate(send, thread)) return null;
  return graphError(platform, platform === "messenger" ? "10/2018278" : "10/2534022");
}

function templateRefusal(world: World, { message }: Order): GraphError | null {
  const fault = message.template && faultOfTemplate(world, "page", message.template);
  return fault ? parameterError(fault.details) : null;
}

function course(
  world: World,
  { platform, message }: Order,
  person: Person,
  entry: Entry,
  behaviour: FullBehaviour,
): Promise<void> {
  return follow(world, {
    entry,
    behaviour,
    statuses: platform === "messenger" ? ["sent", "delivered"] : ["sent"],
    failure: null,
    reads: true,
    report: (status) => report(world, { platform, person, entry, message }, status),
  });
}

const mb = 1024 * 1024;

/** The file is fetched before the call is answered. */
async function fetchFile(
  world: World,
  { platform, message }: Order,
  entry: Entry,
): Promise<GraphError | null> {
  const { attachment } = message;
  if (!attachment || attachment.type === "template") return null;
  const { url, attachment_id: id } = attachment.payload;
  const known = world.files.get(id ?? "");
  const file = url === undefined ? known && shown(known) : await fetchMedia(world, url, 26 * mb);
  if (!file) return graphError(platform, "100/2018008");
  const limit = platform === "instagram" && attachment.type === "image" ? 8 * mb : 25 * mb;
  if (file.size > limit) return parameterError("Attachment size exceeds allowable limit");
  entry.files = [file];
  return null;
}
