import assert from "node:assert/strict";
import { MessageState, Problem, statusRank } from "@hilo/schema";
import { messageOf } from "../../functions/src/conversations/store.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { enqueue } from "../../functions/src/platform/tasks.ts";
import { accountOf, type DemoMember } from "../support/demo-members.ts";
import { callApi, signIn } from "../support/people.ts";
import { eventually } from "../support/wait.ts";
import { type Customer, treat, writes } from "./customers.ts";
import { welcomed } from "./records.ts";

/** The key other systems call the seeded workspace with. */
export const apiKey = "hilo_demo_test_key_0000000001";

const tokens = new Map<DemoMember, Promise<string>>();

/** The ID token of a seeded member, who signs in once. */
export function tokenOf(name: DemoMember): Promise<string> {
  const known = tokens.get(name);
  if (known) return known;
  const token = signIn(accountOf(name));
  tokens.set(name, token);
  return token;
}

export type Answer = Awaited<ReturnType<typeof callApi>>;

/** Does something to a customer's conversation, such as `assign`. */
export function act(
  token: string,
  { conversationId }: Pick<Customer, "conversationId">,
  verb: string,
  body: object,
) {
  return callApi(token, `/conversations/${conversationId}/${verb}`, { body });
}

/** A text with an id of its own. */
export function textMessage(text = "Claro que sí") {
  return { messageId: newId(), kind: "text", text };
}

/** Sends a message in a customer's conversation and expects it to be taken. */
export async function send(
  token: string,
  customer: Pick<Customer, "conversationId">,
  message: object = textMessage(),
): Promise<MessageState> {
  const { status, json } = await act(token, customer, "messages", message);
  assert.equal(status, 202, JSON.stringify(json));
  return MessageState.parse(json);
}

/**
 * Lets the time come at which a message that waits is due; gives when that would have been, in milliseconds. The
 * emulator runs a task at once, whatever its time, so that nothing else would look after the message then.
 */
export async function comesDue({
  conversationId,
  messageId,
}: Pick<MessageState, "conversationId" | "messageId">): Promise<number> {
  const message = messageOf("demo", conversationId, messageId);
  const dueAt = (await message.get()).get("dueAt").toMillis();
  await message.update({ dueAt: new Date() });
  return dueAt;
}

/** Has the house look after a message that is due, as its queue would. */
export function deliverNow({
  conversationId,
  messageId,
}: Pick<MessageState, "conversationId" | "messageId">): Promise<void> {
  return enqueue("deliver", { workspaceId: "demo", conversationId, messageId });
}

/** The state of a message once it is there; fails the test when it never comes. */
export function reached(
  token: string,
  { conversationId, messageId }: Pick<MessageState, "conversationId" | "messageId">,
  status: MessageState["status"],
): Promise<MessageState> {
  const check = async () => {
    const { json } = await callApi(token, `/messages/${conversationId}/${messageId}`);
    const state = MessageState.parse(json);
    assert.ok(hasReached(state.status, status), JSON.stringify(state));
    return state;
  };
  return eventually(check);
}

/** Whether a message is as far as was waited for, or further: whoever looks late finds it read already. */
function hasReached(is: MessageState["status"], wanted: MessageState["status"]): boolean {
  const ranks: Partial<Record<MessageState["status"], number>> = statusRank;
  const [far, least] = [ranks[is], ranks[wanted]];
  return is === wanted || (far !== undefined && least !== undefined && far > least);
}

/** An answer as the problem it must be. */
export function problemIn({ status, headers, json }: Answer, code: Problem["code"]): Problem {
  assert.match(headers.get("content-type") ?? "", /^application\/problem\+json/);
  const problem = Problem.parse(json);
  assert.deepEqual([problem.code, problem.status], [code, status]);
  assert.equal(headers.get("x-request-id"), problem.requestId);
  return problem;
}

/** A customer who has just written, and is treated quickly by the provider. */
export async function whoWrote(customer: Customer, text = "Hola"): Promise<Customer> {
  await treat(customer);
  await writes(customer, { text });
  await welcomed(customer);
  return customer;
}
