import type { Request, Response } from "express";
import { channels } from "../../phones/demo-channels.ts";
import { fetchMedia } from "../../phones/fetch-media.ts";
import { type Person, userIdOf } from "../../phones/person.ts";
import { isClosed } from "../../phones/platform.ts";
import { type Entry, kindOf, type Thread } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import type { FullBehaviour } from "../../wire/behaviour.ts";
import { putTogether } from "./address.ts";
import { showContent } from "./content-send.ts";
import { follow } from "./delivery.ts";
import { readForm } from "./description.ts";
import { messagesOf, newSid, resourceOf, type TwilioMessage } from "./message.ts";
import { type Refusal, refusal } from "./refusal.ts";
import { check, type Send } from "./rules.ts";

/** POST …/Messages.json. */
export async function send(world: World, request: Request, response: Response): Promise<void> {
  const fields: Record<string, unknown> = { ...request.body };
  const ours = ownId(fields.StatusCallback);
  if (ours) world.sends.called(ours);
  const form = readForm(fields);
  const order = "code" in form ? form : withContent(world, check(form, world.settings.target));
  if ("code" in order) refuse(response, order);
  else await settle(world, order, ours, response);
}

/** What a ContentSid stands for takes the place of text and media. */
function withContent(world: World, order: Send | Refusal): Send | Refusal {
  if ("code" in order || !order.ContentSid) return order;
  const shown = showContent(world, order.ContentSid, order.ContentVariables);
  return "code" in shown ? shown : { ...order, text: shown.text, media: shown.media, shown };
}

/** Our own id of the message, which comes back in the query of the address for reports. */
function ownId(callback: unknown): string | null {
  if (typeof callback !== "string" || !URL.canParse(callback)) return null;
  return new URL(callback).searchParams.get("message");
}

async function settle(
  world: World,
  order: Send,
  ours: string | null,
  response: Response,
): Promise<void> {
  const { person, thread } = open(world, order);
  const behaviour = world.behaviours.take(person.id);
  const refused = thread.optedOut ? refusal(21610) : refusedBy(behaviour);
  if (refused && behaviour.call === "answer") return refuse(response, refused, behaviour);
  if (behaviour.call !== "answer" && !behaviour.accepted) return misbehave(response, behaviour);
  const { message, overtaken } = accept(world, order, person, thread, behaviour);
  world.timers.track(overtaken);
  if (ours) world.sends.accepted(ours, message.sid);
  if (behaviour.early) await overtaken;
  if (behaviour.call === "answer") response.status(201).json(resourceOf(message));
  else misbehave(response, behaviour);
}

function open(world: World, order: Send): { person: Person; thread: Thread } {
  const { address, platform } = order.to;
  const writer = address.startsWith("+") ? { phone: address } : { userId: address };
  const person = world.threads.find(address) ?? world.threads.meet(writer, platform);
  const channel = channels.find((one) => one.provider === "twilio" && one.platform === platform);
  if (!channel) throw new Error(`No channel for ${platform}`);
  return { person, thread: world.threads.thread(channel, person) };
}

function refusedBy({ failure }: FullBehaviour): Refusal | null {
  return failure?.at === "call" ? refusal(Number(failure.code)) : null;
}

function refuse(response: Response, refused: Refusal, behaviour?: FullBehaviour): void {
  const retryAfter = behaviour?.failure?.retryAfter;
  if (retryAfter) response.set("Retry-After", String(retryAfter));
  response.status(refused.status).json(refused);
}

/** A call that is not answered as it should be; one that hangs ends when the other side gives up. */
function misbehave(response: Response, { call }: FullBehaviour): void {
  if (call === "error") refuse(response, refusal(20500));
  if (call === "reset") response.socket?.resetAndDestroy();
}

function accept(
  world: World,
  order: Send,
  person: Person,
  thread: Thread,
  behaviour: FullBehaviour,
): { message: TwilioMessage; overtaken: Promise<void> } {
  const message = messageOf(order, person);
  messagesOf(world).set(message.sid, message);
  const entry = entryOf(message, thread, order);
  world.threads.add(thread, entry);
  const code = failureOf(order, thread, behaviour);
  const overtaken =
    order.media.length === 0
      ? follow(world, message, entry, behaviour, code)
      : fetchThenFollow(world, order, message, entry, behaviour, code);
  return { message, overtaken };
}

/** Twilio takes a free text outside the window, and reports 63016 afterwards. */
function failureOf(order: Send, thread: Thread, behaviour: FullBehaviour): number | null {
  if (behaviour.failure?.at === "callback") return Number(behaviour.failure.code);
  const held = behaviour.window === "enforced" && isClosed(thread);
  return held && !order.shown?.approved ? 63016 : null;
}

async function fetchThenFollow(
  world: World,
  order: Send,
  message: TwilioMessage,
  entry: Entry,
  behaviour: FullBehaviour,
  code: number | null,
): Promise<void> {
  const files = await Promise.all(order.media.map((url) => fetchMedia(world, url)));
  const had = files.filter((file) => file !== null);
  message.mediaIds = had.map((file) => file.id);
  world.threads.update(entry, { files: had, kind: kindOf(had[0]?.type) });
  const lost =
    had.length < files.length ? (order.to.platform === "whatsapp" ? 63019 : 30008) : null;
  await follow(world, message, entry, behaviour, code ?? lost);
}

function messageOf(order: Send, person: Person): TwilioMessage {
  const now = Date.now();
  return {
    sid: newSid(order.media.length > 0),
    direction: "outbound-api",
    from: putTogether(order.from),
    to: putTogether(order.to),
    body: order.text,
    mediaIds: [],
    mediaCount: order.media.length,
    status: order.byService ? "accepted" : "queued",
    errorCode: null,
    errorMessage: null,
    createdAt: now,
    updatedAt: now,
    sentAt: null,
    byService: order.byService,
    ...(order.StatusCallback !== undefined && { callback: order.StatusCallback }),
    ...userOf(person),
  };
}

function userOf(person: Person): { userId?: string } {
  const userId = person.userId ?? (person.phone && userIdOf(person.phone));
  return userId ? { userId } : {};
}

function entryOf(message: TwilioMessage, thread: Thread, order: Send): Entry {
  return {
    id: message.sid,
    threadId: thread.id,
    from: "business",
    kind: order.media.length > 0 ? "document" : "text",
    text: message.body,
    ...(order.shown?.offer ? { offer: order.shown.offer } : {}),
    ...(order.shown?.template ? { template: order.shown.template } : {}),
    files: [],
    status: "queued",
    at: message.createdAt,
  };
}
