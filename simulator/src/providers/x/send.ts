import type { Request, Response } from "express";
import * as z from "zod";
import { follow, settle } from "../../phones/course.ts";
import type { Person } from "../../phones/person.ts";
import { type Entry, type EntryStatus, kindOf, type Thread } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import type { Webhook } from "../../wire/webhook.ts";
import { account, channel, newId } from "./account.ts";
import { activity, messageEvent, readEvent } from "./event.ts";
import { problem, refuse } from "./problem.ts";
import { signed } from "./sign.ts";
import { uploaded } from "./uploads.ts";

const attachments = z.array(z.strictObject({ media_id: z.string().regex(/^\d{1,19}$/) }));

/** @see https://docs.x.com/x-api/direct-messages/create-dm-message-by-participant-id */
const Send = z
  .strictObject({
    text: z.string().min(1).max(10_000).optional(),
    attachments: attachments.min(1).max(1).optional(),
  })
  .refine(({ text, attachments }) => text ?? attachments, "text or attachments is required");
type Send = z.infer<typeof Send>;

/** POST /2/dm_conversations/…/messages. */
export async function send(
  world: World,
  participant: string,
  request: Request,
  response: Response,
): Promise<void> {
  const order = Send.safeParse(request.body);
  if (!order.success) return refuse(response, problem(400, z.prettifyError(order.error)));
  const { text = "" } = order.data;
  // X takes no id of the sender's own along: sends are told apart by what they say.
  if (text) world.sends.called(text);
  if (!/^\d{5,20}$/.test(participant)) return refuse(response, problem(404));
  const person = world.threads.find(participant) ?? world.threads.meet({ xId: participant }, "x");
  const thread = world.threads.thread(channel, person);
  const entry = entryOf(world, order.data, thread);
  if (!entry) return refuse(response, problem(400, "Could not find media."));
  await take(world, { person, thread, entry }, response);
}

function entryOf(
  world: World,
  { text = "", attachments = [] }: Send,
  thread: Thread,
): Entry | null {
  const [attachment] = attachments;
  const file = attachment && uploaded(world, attachment.media_id);
  if (attachment && !file) return null;
  return {
    id: newId(),
    threadId: thread.id,
    from: "business",
    kind: file ? kindOf(file.type) : "text",
    text,
    files: file ? [file] : [],
    status: "queued",
    at: Date.now(),
  };
}

type Order = { person: Person; thread: Thread; entry: Entry };

async function take(
  world: World,
  { person, thread, entry }: Order,
  response: Response,
): Promise<void> {
  const behaviour = world.behaviours.take(person.id);
  const { failure } = behaviour;
  const status = failure ? Number(failure.code) : thread.blocked ? 403 : null;
  await settle(world, response, {
    behaviour,
    refuse: status === null ? null : () => refuse(response, problem(status), failure?.retryAfter),
    accept: () => {
      if (entry.text) world.sends.accepted(entry.text, entry.id);
      world.threads.add(thread, entry);
      const report = (state: EntryStatus) => tellOf(world, person, entry, state);
      return follow(world, {
        entry,
        behaviour,
        statuses: ["sent"],
        failure: null,
        reads: true,
        report,
      });
    },
    answer: () => response.status(201).json({ data: answerOf(person, entry) }),
    fault: () => refuse(response, problem(503)),
  });
}

function answerOf({ xId = "" }: Person, { id }: Entry): object {
  const pair = [xId, channel.address].sort();
  return { dm_conversation_id: pair.join("-"), dm_event_id: id };
}

/** X tells the account of what it sent itself, and of what was read. */
function tellOf(world: World, person: Person, entry: Entry, state: EntryStatus): Webhook {
  const { appId } = account;
  const json =
    state === "read"
      ? activity(person, "dm.read", { direct_message_mark_read_events: [readEvent(person, entry)] })
      : activity(person, "dm.sent", {
          direct_message_events: [messageEvent(world, person, entry, { byUs: true, appId })],
        });
  return signed(world, json, `${state} · ${entry.id}`);
}
