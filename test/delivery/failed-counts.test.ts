import assert from "node:assert/strict";
import type { Doer } from "../../functions/src/audit/audit.ts";
import { heardOfSince, messageOf } from "../../functions/src/conversations/store.ts";
import { followFailure, settleArrival } from "../../functions/src/outbound/failure.ts";
import { send } from "../../functions/src/outbound/send.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { db } from "../../functions/src/platform/firestore.ts";
import { countedIn } from "../support/counted.ts";
import { during } from "../support/during.ts";
import { outboundMessage } from "./outbound.ts";
import { formOf } from "./people.ts";
import { startProvider } from "./provider.ts";
import { startWebhooks } from "./server.ts";
import { freshWorkspace } from "./workspace.ts";

const conversationId = hash("twilio-whatsapp", "+56911110001");

describe("what a message counted", () => {
  const webhooks = during(startWebhooks);
  const provider = during(() => startProvider({ behaviour: { pace: 0 } }));
  let workspaceId: string;

  beforeEach(async () => {
    provider.control.reset();
    workspaceId = await freshWorkspace();
    const form = formOf({ person: 0, way: 0, sid: `SM${newId()}`, text: "¿siguen ahí?" });
    await webhooks.post(`/webhooks/twilio/${workspaceId}/twilio-whatsapp`, form);
  });

  async function answer(): Promise<string> {
    const doer: Doer = {
      ...{ type: "member", id: "a", name: "A" },
      ...{ workspaceId, requestId: "r", ip: "127.0.0.1" },
    };
    const messageId = newId();
    await send(doer, conversationId, { messageId, kind: "text", text: "Sí" });
    await provider.control.settled();
    return messageId;
  }

  function refuse(at: "call" | "callback"): void {
    provider.control.behave({
      scope: "next",
      times: 1,
      behaviour: { failure: { code: 63024, at } },
    });
  }

  /** What follows where a failure is recorded, once more. */
  async function follow(messageId: string): Promise<void> {
    await followFailure(messageOf(workspaceId, conversationId, messageId));
  }

  async function counts(): Promise<unknown> {
    const { received, sent, responses, responseMs, responseHistogram } =
      await countedIn(workspaceId);
    const answered = Object.values(responseHistogram).reduce((sum, n) => sum + n, 0);
    return { received, sent, responses, answered, isTimed: responseMs > 0 };
  }

  const unanswered = { received: 1, sent: 0, responses: 0, answered: 0, isTimed: false };
  const answered = { received: 1, sent: 1, responses: 1, answered: 1, isTimed: true };

  for (const at of ["call", "callback"] as const)
    it(`is taken back when it fails at the ${at}, once however often that is told`, async () => {
      refuse(at);
      await follow(await answer());
      assert.deepEqual(await counts(), unanswered);
      await follow(await answer());
      assert.deepEqual(await counts(), answered);
    });

  it("is taken back in the commit that says so, or not at all", async () => {
    const messageId = await answer();
    const ref = messageOf(workspaceId, conversationId, messageId);
    await ref.update({ status: "failed", statusRank: 3, "statusAt.failed": Date.now() });
    const firestore = db();
    const { runTransaction } = firestore;
    firestore.runTransaction = (body, ...rest) =>
      runTransaction.call(
        firestore,
        async (transaction) => {
          await body(transaction);
          throw new Error("The instance died before the commit");
        },
        ...rest,
      ) as never;
    await assert.rejects(follow(messageId), /settleFailure/);
    firestore.runTransaction = runTransaction;
    assert.deepEqual(await counts(), answered);
    await follow(messageId);
    assert.deepEqual(await counts(), unanswered);
  });

  it("counts again when it arrived after all", async () => {
    refuse("callback");
    const messageId = await answer();
    const ref = messageOf(workspaceId, conversationId, messageId);
    await ref.update({ statusRank: 4, "statusAt.delivered": Date.now() });
    assert.deepEqual(await counts(), unanswered);
    await settleArrival(ref);
    await settleArrival(ref);
    assert.deepEqual(await counts(), answered);
    assert.equal((await ref.get()).get("uncounted"), undefined);
  });

  it("is left alone from then on where there is no conversation any more", async () => {
    const ref = messageOf(workspaceId, "gone", newId());
    const heard = { status: "delivered", statusRank: 4, failureAt: Date.now() };
    await ref.set({ ...outboundMessage(), ...heard });
    await settleArrival(ref);
    const { docs } = await heardOfSince().get();
    assert.ok(!docs.some(({ id }) => id === ref.id), "the next sweep finds it again");
  });
});
