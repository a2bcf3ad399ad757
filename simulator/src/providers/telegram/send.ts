import type { Response } from "express";
import { follow, settle } from "../../phones/course.ts";
import type { Person } from "../../phones/person.ts";
import type { Entry, Thread } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import { attach } from "./attach.ts";
import { channel, entryIdOf, nextNumber, personAt } from "./chats.ts";
import { entryOf } from "./entry.ts";
import { badRequest, blocked, chosen, type Refusal, refusal } from "./failures.ts";
import { messageOf } from "./message.ts";
import { migrated } from "./migrate.ts";
import type { Params } from "./read-call.ts";
import { check } from "./rules.ts";

/** Every send method: checked, taken through the switches, put onto the customer's phone. */
export async function send(
  world: World,
  method: string,
  params: Params,
  response: Response,
): Promise<void> {
  const words = String(params.text ?? params.caption ?? "");
  // Telegram takes no id of the sender's own along: sends are told apart by what they say.
  if (words) world.sends.called(words);
  const chatId = String(params.chat_id);
  const person = personAt(world, chatId);
  if (!person) return refuse(response, badRequest("chat not found"));
  const wrong = check(world, params, chatId);
  if (wrong) return refuse(response, wrong);
  const thread = world.threads.thread(channel, person);
  const entry = entryOf(world, method, params, thread);
  const lost = await attach(world, method, params, entry);
  if (lost) return refuse(response, lost);
  await take(world, { chatId, words, person, thread, entry }, response);
}

type Order = { chatId: string; words: string; person: Person; thread: Thread; entry: Entry };

async function take(world: World, order: Order, response: Response): Promise<void> {
  const { chatId, words, person, thread, entry } = order;
  const behaviour = world.behaviours.take(person.id);
  const { failure } = behaviour;
  const no = failure ? failing(world, order, failure) : thread.blocked ? blocked : null;
  await settle(world, response, {
    behaviour,
    refuse: no ? () => refuse(response, no) : null,
    accept: () => {
      entry.id = entryIdOf(chatId, nextNumber(world, chatId));
      if (words) world.sends.accepted(words, entry.id);
      world.threads.add(thread, entry);
      return follow(world, { entry, behaviour, statuses: ["sent"], failure: null, reads: false });
    },
    answer: () => response.json({ ok: true, result: messageOf(world, person, entry) }),
    fault: () => refuse(response, refusal(502, "Bad Gateway")),
  });
}

type Failure = { code: string | number; retryAfter?: number };

function failing(world: World, { person }: Order, { code, retryAfter }: Failure): Refusal {
  return code === "400.migrated" ? migrated(world, person) : chosen(code, retryAfter);
}

/** Telegram's HTTP status and error code are the same number. */
export function refuse(response: Response, refused: Refusal): void {
  response.status(refused.error_code).json(refused);
}
