import assert from "node:assert/strict";
import { type Conversation, Message } from "@hilo/schema";
import { currentOf } from "../../functions/src/conversations/current.ts";
import { conversationsOf, messageOf } from "../../functions/src/conversations/store.ts";
import { deliver } from "../../functions/src/outbound/delivery.ts";
import { dispatch } from "../../functions/src/outbound/door.ts";
import type { SendRequest } from "../../functions/src/outbound/send-request.ts";
import { sweep } from "../../functions/src/outbound/sweep.ts";
import { newId, setClock } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { AppError } from "../../functions/src/platform/errors.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { during } from "../support/during.ts";
import { queued } from "./addresses.ts";
import { formOf } from "./people.ts";
import { startProvider } from "./provider.ts";
import { startWebhooks } from "./server.ts";
import { freshWorkspace } from "./workspace.ts";

const conversationId = hash("twilio-whatsapp", "+56911110001");

describe("the one door out", () => {
  const webhooks = during(startWebhooks);
  const provider = during(() => startProvider({ behaviour: { pace: 0, readAfter: 0 } }));
  let workspaceId: string;
  beforeEach(async () => {
    provider.control.reset();
    workspaceId = await freshWorkspace();
    const form = formOf({ person: 0, way: 0, sid: `SM${newId()}`, text: "¿siguen ahí?" });
    await webhooks.post(`/webhooks/twilio/${workspaceId}/twilio-whatsapp`, form);
  });
  afterEach(() => setClock());

  const place = () => conversationsOf(workspaceId).doc(conversationId);
  const conversation = async () => (await currentOf(place())).conversation;
  const message = async (id: string) =>
    read(Message, await messageOf(workspaceId, conversationId, id).get());

  async function through(who: Pick<SendRequest, "author" | "purpose">, more = {}): Promise<string> {
    const messageId = newId();
    await dispatch({
      workspaceId,
      ...who,
      channelId: "twilio-whatsapp",
      line: place().path,
      message: { messageId, kind: "text", text: "Sí" },
      findTarget: async () => ({ conversationId, ...(await currentOf(place())) }),
      ...more,
    });
    return messageId;
  }

  const ana = { author: { type: "member", id: "ana", name: "Ana" }, purpose: "answer" } as const;
  const bot = {
    author: { type: "responder", id: "hours", name: "Hilo" },
    purpose: "automatic",
  } as const;
  const offer = {
    author: { type: "campaign", id: "spring", name: "Hilo" },
    purpose: "marketing",
  } as const;

  const senders: [
    what: string,
    who: Pick<SendRequest, "author" | "purpose">,
    type: Message["author"]["type"],
    left: Pick<Conversation, "unread" | "assigneeId"> & { waits: boolean },
  ][] = [
    ["a member's answer", ana, "member", { unread: 0, assigneeId: "ana", waits: false }],
    [
      "what a member scheduled",
      { author: { ...ana.author, type: "scheduled" }, purpose: "answer" },
      "member",
      { unread: 1, assigneeId: "none", waits: false },
    ],
    ["a responder", bot, "responder", { unread: 1, assigneeId: "none", waits: true }],
    ["a campaign", offer, "campaign", { unread: 1, assigneeId: "none", waits: true }],
    [
      "another system",
      { author: { type: "apiKey", id: "k", name: "Shop" }, purpose: "service" },
      "system",
      { unread: 1, assigneeId: "none", waits: true },
    ],
  ];
  for (const [what, who, type, left] of senders)
    it(`leaves the conversation as it has to: ${what}`, async () => {
      const id = await through(who);
      const { unread, assigneeId, waitingSince } = await conversation();
      assert.deepEqual({ unread, assigneeId, waits: waitingSince !== null }, left);
      assert.equal((await message(id))?.author.type, type);
    });

  it("asks the guard about the conversation as it is when the message is queued", async () => {
    let asked = 0;
    const guard = ({ inboundCount }: Conversation) => {
      asked += 1;
      return inboundCount === 1 ? undefined : new AppError("conflict", "The customer wrote on.");
    };
    await through(bot, { guard });
    // They write between what was read and what is queued.
    const stale = await currentOf(place());
    await place().update({ inboundCount: 2 });
    const reads = [stale, stale];
    const again = async () => ({ conversationId, ...(reads.pop() ?? (await currentOf(place()))) });
    await assert.rejects(through(bot, { guard, findTarget: again }), { code: "conflict" });
    assert.ok(asked >= 3, `asked ${asked} times`);
    const sent = await place().collection("messages").where("direction", "==", "outbound").get();
    assert.equal(sent.size, 1);
  });

  it("keeps machines from talking over a colleague", async () => {
    await place().update({ claim: { memberId: "bea", name: "Bea", until: Date.now() + 60_000 } });
    await assert.rejects(through(bot), { code: "claimed" });
    await through(offer);
  });

  describe("of a message that a pump delivers", () => {
    const pump = "campaign:spring";

    it("leaves it to that pump alone", async () => {
      const id = await through(offer, { pump });
      setClock(() => Date.now() + 3600_000);
      await sweep();
      await deliver(workspaceId, conversationId, id);
      await deliver(workspaceId, conversationId, id, { pump: "another" });
      const waiting = await message(id);
      assert.deepEqual([waiting?.status, waiting?.dueAt], ["queued", undefined]);
      assert.ok(waiting?.pumpAt);
      setClock();
      const sent = await deliver(workspaceId, conversationId, id, { pump });
      assert.equal(sent?.status, "sent");
      await provider.control.settled();
      const { dueAt, pumpAt, statusRank } = (await message(id)) ?? assert.fail();
      assert.deepEqual([dueAt, pumpAt], [undefined, undefined]);
      assert.ok(statusRank >= 3);
    });

    it("keeps its next try to that pump, too", async () => {
      const id = await through(offer, { pump });
      const failure = { code: 20429, at: "call" as const, retryAfter: 77 };
      provider.control.behave({ scope: "next", times: 1, behaviour: { failure } });
      const before = queued.length;
      await deliver(workspaceId, conversationId, id, { pump });
      const { status, dueAt, pumpAt } = (await message(id)) ?? assert.fail();
      assert.deepEqual([status, dueAt], ["queued", undefined]);
      assert.ok((pumpAt?.getTime() ?? 0) > Date.now() + 60_000);
      assert.equal(queued.slice(before).filter((url) => url.includes("deliver")).length, 0);
    });
  });
});
