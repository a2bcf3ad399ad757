import assert from "node:assert/strict";
import { Message, type MessageState, statusOf } from "@hilo/schema";
import type { Doer } from "../../functions/src/audit/audit.ts";
import { channelsOf } from "../../functions/src/channels/store.ts";
import { stateOf } from "../../functions/src/conversations/message-state.ts";
import { messageOf } from "../../functions/src/conversations/store.ts";
import { deliver } from "../../functions/src/outbound/delivery.ts";
import { retry } from "../../functions/src/outbound/retry.ts";
import { send } from "../../functions/src/outbound/send.ts";
import { sweep } from "../../functions/src/outbound/sweep.ts";
import { newId, setClock } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { db, read } from "../../functions/src/platform/firestore.ts";
import { forgetHouse } from "../../functions/src/platform/house.ts";
import type { Behaviour } from "../../simulator/src/index.ts";
import { during } from "../support/during.ts";
import { eventually } from "../support/wait.ts";
import { type CrashPoint, crashPoints, dyingAt } from "./crashes.ts";
import { outboundMessage } from "./outbound.ts";
import { formOf } from "./people.ts";
import { startProvider } from "./provider.ts";
import { startWebhooks } from "./server.ts";
import { freshWorkspace } from "./workspace.ts";

const conversationId = hash("twilio-whatsapp", "+56911110001");

/** What the simulator reports of what it took; it reads at times. */
const arrived: readonly string[] = ["delivered", "read"];

/** What the provider may do with a send. */
const behaviours: Record<string, Behaviour> = {
  "an answer": {},
  "an answer overtaken by its first report": { early: true },
  "reports doubled and out of order": { doubled: true, disordered: true },
  "a connection cut after taking it": { call: "reset", accepted: true },
  "a connection cut without taking it": { call: "reset", accepted: false },
  "an error of its own after taking it": { call: "error", accepted: true },
  "a refusal": { failure: { code: 63024, at: "call" } },
  "too many requests, once": { failure: { code: 20429, at: "call", retryAfter: 1 } },
  "a failure reported later": { failure: { code: 63049, at: "callback" } },
};

describe("the outbox", () => {
  const webhooks = during(startWebhooks);
  const provider = during(() =>
    startProvider({ behaviour: { pace: 0, readAfter: 0, window: "open" } }),
  );
  let workspaceId: string;
  let doer: Doer;
  let offset = 0;

  beforeEach(async () => {
    provider.control.reset();
    offset = 0;
    setClock(() => Date.now() + offset);
    workspaceId = await freshWorkspace();
    doer = {
      type: "member",
      id: "agent",
      name: "Agent",
      workspaceId,
      requestId: "test",
      ip: "127.0.0.1",
    };
    const inbound = formOf({ person: 0, way: 0, sid: `SM${newId()}`, text: "hola" });
    const path = `/webhooks/twilio/${workspaceId}/twilio-whatsapp`;
    assert.equal(await webhooks.post(path, inbound), 200);
  });
  afterEach(() => setClock());

  it("asks for new credentials once the provider takes them no more", async () => {
    provider.control.behave({
      scope: "next",
      behaviour: { failure: { code: 20003, at: "call" } },
    });
    const { status, error } = await sendText(newId());
    assert.deepEqual([status, error?.reason], ["failed", "credentials"]);
    const channel = await channelsOf(workspaceId).doc("twilio-whatsapp").get();
    assert.deepEqual(
      [channel.get("notice.level"), channel.get("notice.code")],
      ["error", "reconnect"],
    );
  });

  function sendText(messageId: string): Promise<MessageState> {
    return send(doer, conversationId, { messageId, kind: "text", text: "Claro que sí" });
  }

  /** Time passes, and with it the sweeps, the tasks that come twice, and the client that tries again. */
  async function recover(messageId: string): Promise<void> {
    for (let minute = 1; minute <= 8; minute += 1) {
      offset += 61_000 * minute;
      const task = () => deliver(workspaceId, conversationId, messageId);
      await Promise.all([sweep(), task(), task()]);
      await provider.control.settled();
    }
  }

  async function stateNow(messageId: string): Promise<Message> {
    const message = read(Message, await messageOf(workspaceId, conversationId, messageId).get());
    assert.ok(message);
    return message;
  }

  function taken(messageId: string): number {
    return provider.control.sends().find((it) => it.message === messageId)?.accepted ?? 0;
  }

  for (const [name, behaviour] of Object.entries(behaviours)) {
    for (const point of [...crashPoints, undefined]) {
      it(`sends at most once: ${name}, ${words(point)}`, async () => {
        const messageId = newId();
        provider.control.behave({ scope: "next", times: 1, behaviour });
        if (point) await dyingAt(point, () => sendText(messageId));
        await sendText(messageId);
        await recover(messageId);
        verifySettled(await stateNow(messageId), taken(messageId));
        const sure = name === "an answer" && !point;
        if (sure) assert.ok(arrived.includes(statusOf(await stateNow(messageId))));
      });
    }
  }

  it("says that nobody knows when no report ever comes", async () => {
    const messageId = newId();
    const behaviour: Behaviour = { call: "reset", accepted: true, dropped: true };
    provider.control.behave({ scope: "next", times: 1, behaviour });
    assert.equal((await sendText(messageId)).status, "unknown");
    await recover(messageId);
    assert.equal(statusOf(await stateNow(messageId)), "unknown");
    assert.equal(taken(messageId), 1);
  });

  it("tells no error any more of what was unconfirmed and then arrived", async () => {
    const messageId = newId();
    provider.control.behave({
      scope: "next",
      times: 1,
      behaviour: { call: "reset", accepted: true },
    });
    await sendText(messageId);
    await provider.control.settled();
    const { status, error } = await stateOf(workspaceId, conversationId, messageId);
    assert.ok(arrived.includes(status), status);
    assert.equal(error, null);
  });

  it("sweeps on past a message that nobody can read", async () => {
    const broken = messageOf(workspaceId, conversationId, newId());
    await broken.set({ status: "queued", dueAt: new Date(0) });
    const messageId = newId();
    await dyingAt({ transaction: 1, when: "after" }, () => sendText(messageId));
    offset += 61_000;
    await sweep();
    const movedTo = (await broken.get()).get("dueAt").toMillis();
    await broken.delete();
    await provider.control.settled();
    assert.equal(taken(messageId), 1);
    assert.ok(movedTo > Date.now() + offset, "it is looked at again later, not each minute");
  });

  it("sweeps beyond the hundreds that are due before", async () => {
    const batch = db().batch();
    const stuck = Array.from({ length: 210 }, () => messageOf(workspaceId, "nowhere", newId()));
    for (const ref of stuck)
      batch.set(ref, { ...outboundMessage(), status: "queued", dueAt: new Date(0) });
    await batch.commit();
    const messageId = newId();
    await dyingAt({ transaction: 1, when: "after" }, () => sendText(messageId));
    offset += 61_000;
    await sweep();
    await provider.control.settled();
    await Promise.all(stuck.map((ref) => ref.delete()));
    assert.equal(taken(messageId), 1);
  });

  it("goes out before its time for the request alone that queued it", async () => {
    const messageId = newId();
    await dyingAt({ transaction: 1, when: "after" }, () => sendText(messageId));
    await deliver(workspaceId, conversationId, messageId);
    assert.equal(statusOf(await stateNow(messageId)), "queued");
    await sendText(messageId);
    await provider.control.settled();
    assert.equal(taken(messageId), 1);
  });

  it("stays while what was due before a restore is held", async () => {
    const messageId = newId();
    await dyingAt({ transaction: 1, when: "after" }, () => sendText(messageId));
    const settings = db().collection("settings").doc("house");
    offset += 61_000;
    await settings.set({ heldBefore: new Date(Date.now() + offset) });
    forgetHouse();
    await sweep();
    await deliver(workspaceId, conversationId, messageId);
    assert.equal(statusOf(await stateNow(messageId)), "queued");
    assert.equal((await sendText(newId())).status, "sent", "what is written now goes out");
    await settings.delete();
    forgetHouse();
    await sweep();
    await provider.control.settled();
    assert.equal(taken(messageId), 1);
  });

  it("sends again what a person wants sent again, as a message of its own", async () => {
    const [first, second] = [newId(), newId()];
    const behaviour: Behaviour = { failure: { code: 63024, at: "call" } };
    provider.control.behave({ scope: "next", times: 1, behaviour });
    const failed = await sendText(first);
    assert.equal(failed.status, "failed");
    assert.equal(failed.error?.code, "63024");
    await retry(doer, conversationId, first, second);
    await retry(doer, conversationId, first, second);
    await assert.rejects(retry(doer, conversationId, first, newId()), { code: "conflict" });
    await provider.control.settled();
    assert.equal(taken(first) + taken(second), 1);
    assert.equal((await stateNow(first)).retriedAs, second);
    const state = await stateOf(workspaceId, conversationId, second);
    assert.ok(["sent", "delivered", "read"].includes(state.status));
  });

  it("takes a double click for one message", async () => {
    const messageId = newId();
    await Promise.all([sendText(messageId), sendText(messageId), sendText(messageId)]);
    assert.equal(taken(messageId), 1);
  });

  it("keeps a message while the provider cannot be reached, and sends it then", async () => {
    const messageId = newId();
    provider.control.refuse(500);
    assert.equal((await sendText(messageId)).status, "queued");
    await eventually(() => fetch(provider.url));
    await recover(messageId);
    assert.equal(taken(messageId), 1);
  });

  it("does not send what waited when the person asks for no more meanwhile", async () => {
    const messageId = newId();
    provider.control.refuse(500);
    assert.equal((await sendText(messageId)).status, "queued");
    await eventually(() => fetch(provider.url));
    const stop = formOf({ person: 0, way: 0, sid: `SM${newId()}`, text: "STOP" });
    assert.equal(await webhooks.post(`/webhooks/twilio/${workspaceId}/twilio-whatsapp`, stop), 200);
    await recover(messageId);
    const { status, error } = await stateOf(workspaceId, conversationId, messageId);
    assert.deepEqual([status, error?.reason], ["failed", "optedOut"]);
    assert.equal(taken(messageId), 0);
  });
});

/** Whatever happened: handed over at most once, under nobody's care any more, and honest about it. */
function verifySettled(message: Message, taken: number): void {
  const status = statusOf(message);
  assert.ok(taken <= 1, "handed over more than once");
  assert.equal(message.dueAt, undefined, "settled");
  assert.ok(["delivered", "read", "failed", "unknown", "sent"].includes(status), status);
  if (taken === 1) assert.notEqual(status, "unknown");
  if (["sent", "delivered", "read"].includes(status)) assert.equal(taken, 1);
}

function words(point: CrashPoint | undefined): string {
  if (!point) return "without a crash";
  const names = ["being queued", "being taken", "being settled"];
  return `dying ${point.when} ${names[point.transaction - 1]}`;
}
