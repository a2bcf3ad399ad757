import { setTimeout as pause } from "node:timers/promises";
import type { Request, Response } from "express";
import { settle } from "../../phones/course.ts";
import type { Person } from "../../phones/person.ts";
import type { World } from "../../phones/world.ts";
import { type Problem, problemOf, refusalOf } from "./failures.ts";
import { type Answer, askHouse } from "./onward.ts";

/** Whether a visitor sends something: a message, or a file that will go with one. */
export function sends({ method, path, body }: Request): boolean {
  if (method !== "POST") return false;
  if (path.endsWith("/files")) return true;
  return path.startsWith("/webhooks/") && String(body).includes('"type":"message"');
}

/** Brings the house what a visitor sends, as the switches have it: late, twice, refused or unanswered. */
export async function post(
  world: World,
  person: Person,
  request: Request,
  response: Response,
): Promise<void> {
  const behaviour = world.behaviours.take(person.id);
  const refusal = refusalOf(behaviour.failure?.code);
  let answer: Answer | null = null;
  if (behaviour.late > 0) await pause(behaviour.late, undefined, { ref: false });
  await settle(world, response, {
    // The answer is the house's own, so it comes after what it answers.
    behaviour: { ...behaviour, early: true },
    refuse: refusal ? () => reply(response, answerOf(refusal)) : null,
    accept: async () => {
      for (let copies = behaviour.doubled ? 2 : 1; copies > 0; copies -= 1)
        answer = await bring(world, person, request);
    },
    answer: () => reply(response, answer),
    fault: () => reply(response, answerOf(problemOf(500, "internal"))),
  });
}

/** Asks the house, and puts it into the log. */
async function bring(world: World, { name }: Person, request: Request): Promise<Answer | null> {
  const at = Date.now();
  const answer = await askHouse(world.settings.target, request);
  const { method, path } = request;
  const exchange = { at, direction: "out", method, path, ms: Date.now() - at } as const;
  world.exchanges.add({ ...exchange, status: answer?.status ?? null, note: name });
  return answer;
}

function answerOf(problem: Problem): Answer {
  const body = JSON.stringify(problem);
  return { status: problem.status, type: "application/problem+json", body };
}

/** Hands the visitor an answer; without one, their call is cut off. */
export function reply(response: Response, answer: Answer | null): void {
  if (answer) response.status(answer.status).type(answer.type).send(answer.body);
  else response.socket?.resetAndDestroy();
}
