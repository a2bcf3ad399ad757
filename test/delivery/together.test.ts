import assert from "node:assert/strict";
import { Conversation, Message } from "@hilo/schema";
import { createApi } from "../../functions/src/api.ts";
import { entries } from "../../functions/src/audit/store.ts";
import { altering } from "../../functions/src/conversations/current.ts";
import { conversationsOf, messagesOf } from "../../functions/src/conversations/store.ts";
import type { Actor } from "../../functions/src/platform/auth.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { forgetSignIns, noticeChange } from "../../functions/src/users/sign-ins.ts";
import { countOperations } from "../bench/support/operations.ts";
import { countedIn } from "../support/counted.ts";
import { during } from "../support/during.ts";
import { listen } from "../support/listen.ts";
import { makeMember, signIn } from "../support/people.ts";
import { type Errand, type Place, visited, type What, work } from "./colleague.ts";
import { startInstances } from "./instances.ts";
import { startProvider } from "./provider.ts";
import { freshWorkspace } from "./workspace.ts";

const twenty = Array.from({ length: 20 }, (_, index) => index);
const accepted = twenty.map(() => 202);

describe("twenty at once", () => {
  const api = during(() => listen(createApi()));
  const provider = during(() => startProvider({ behaviour: { pace: 0, window: "open" } }));

  const team = (workspaceId: string) =>
    Promise.all([0, 1, 2, 3].map(async () => signIn(await makeMember(workspaceId, "agent"))));

  const post = async (token: string | undefined, path: string, body: object) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const answer = await fetch(`${api.url}/api/v1${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    await answer.arrayBuffer();
    return answer.status;
  };

  /** What the thread says, in the order in which everybody sees it. */
  const thread = async ({ workspaceId, conversationId }: Place) => {
    const { docs } = await messagesOf(workspaceId, conversationId)
      .where("direction", "==", "outbound")
      .get();
    const messages = docs.map((doc) => read(Message, doc) ?? assert.fail());
    return messages.sort(
      (a, b) => a.providerAt - b.providerAt || a.createdAt.getTime() - b.createdAt.getTime(),
    );
  };
  const conversationAt = async ({ workspaceId, conversationId }: Place) =>
    read(Conversation, await conversationsOf(workspaceId).doc(conversationId).get()) ??
    assert.fail();
  const counted = async (workspaceId: string, what: "sent" | "responses") =>
    (await countedIn(workspaceId))[what];

  async function verifySent(place: Place, texts: readonly string[]) {
    const said = (await thread(place)).map(({ text }) => text);
    assert.deepEqual([...said].sort(), [...texts].sort());
    assert.equal((await conversationAt(place)).preview.text, said.at(-1));
    assert.equal(await counted(place.workspaceId, "sent"), 20);
    assert.equal(await counted(place.workspaceId, "responses"), 1);
  }

  it("messages of four members are all taken, in one order", async () => {
    const place = await visited();
    const tokens = await team(place.workspaceId);
    const path = `/conversations/${place.conversationId}/messages`;
    const statuses = await Promise.all(
      twenty.map((index) => {
        const message = { messageId: newId(), kind: "text", text: `${index}`, override: true };
        return post(tokens[index % 4], path, message);
      }),
    );
    assert.deepEqual(statuses, accepted);
    await verifySent(place, twenty.map(String));
  });

  for (const what of ["send", "claim", "act"] as const)
    it(`cost no more than twenty one after another: ${what}`, async () => {
      const errands = async () => {
        const place = await visited();
        return twenty.map((index) => ({ ...place, what, who: index, serial: index }));
      };
      const [before, apart, together] = [await errands(), await errands(), await errands()];
      for (const errand of before) await work(errand);
      const inTurn = await countOperations(1, async () => {
        for (const errand of apart) await work(errand);
      });
      const atOnce = await countOperations(1, () => Promise.all(together.map(work)));
      assert.ok(atOnce.writes <= inTurn.writes, `${atOnce.writes} writes`);
      // Each may find for itself what the first of several has found for all, and who waited reads once more.
      assert.ok(atOnce.rpcs <= 1.3 * inTurn.rpcs, `${atOnce.rpcs} requests, not ${inTurn.rpcs}`);
    });

  it("calls of a member who has just signed in look once at how they came in", async () => {
    const signIn = { email: "ana@hilo.test", validFrom: 1 };
    const who = { type: "member", id: newId(), name: "Ana", role: "agent" } as const;
    const all = { see: "all", teams: [] } as const;
    const actor: Actor = { ...who, ...all, workspaceId: "any", requestId: "r", ip: "", signIn };
    const look = () => Promise.all(twenty.map(() => noticeChange(actor)));
    const first = await countOperations(1, look);
    assert.deepEqual([first.reads, first.writes], [1, 1]);
    forgetSignIns();
    const elsewhere = await countOperations(1, look);
    assert.deepEqual([elsewhere.reads, elsewhere.writes], [1, 0]);
  });

  it("nobody changes a conversation that is gone in that moment", async () => {
    const { workspaceId, conversationId } = await visited();
    const ref = conversationsOf(workspaceId).doc(conversationId);
    const changed = altering(workspaceId, conversationId, async ({ alter }) => {
      await ref.delete();
      alter({ priority: "high" });
    });
    await assert.rejects(changed, { code: "notFound" });
    assert.equal((await ref.get()).exists, false);
  });

  it("one message, by whoever presses twenty times, is one", async () => {
    const place = await visited();
    const [token] = await team(place.workspaceId);
    const message = { messageId: newId(), kind: "text", text: "hola" };
    const path = `/conversations/${place.conversationId}/messages`;
    const statuses = await Promise.all(twenty.map(() => post(token, path, message)));
    assert.deepEqual(statuses, accepted);
    assert.equal((await thread(place)).length, 1);
    assert.equal(await counted(place.workspaceId, "sent"), 1);
  });

  it("messages to somebody new begin one conversation", async () => {
    const workspaceId = await freshWorkspace();
    const tokens = await team(workspaceId);
    const statuses = await Promise.all(
      twenty.map((index) => {
        const message = { messageId: newId(), kind: "text", text: `${index}`, to: "+56911110001" };
        return post(tokens[index % 4], "/channels/twilio-sms/messages", message);
      }),
    );
    assert.deepEqual(statuses, accepted);
    await provider.control.settled();
    const { docs } = await conversationsOf(workspaceId).get();
    assert.equal(docs.length, 1);
    assert.equal(await counted(workspaceId, "sent"), 20);
    const said = await thread({ workspaceId, conversationId: docs[0]?.id ?? "" });
    assert.equal(said.length, 20);
  });

  describe("on several instances", () => {
    const running = during(async () => {
      const instances = await startInstances(4);
      return { instances, stop: () => instances.map((one) => one.stop()) };
    });
    let serial = 0;

    const all = (what: What, place: Place) =>
      Promise.all(
        twenty.map((index) => {
          serial += 1;
          const errand: Errand = { ...place, what, who: index, serial };
          return running.instances[index % 4]?.work(errand);
        }),
      );
    const done = twenty.map(() => ({ status: 200 }));

    it("messages are all taken, in one order", async () => {
      const place = await visited();
      const first = serial + 1;
      assert.deepEqual(await all("send", place), done);
      await verifySent(
        place,
        twenty.map((index) => String(first + index)),
      );
    });

    it("claims are all heeded, and the last one holds", async () => {
      const place = await visited();
      assert.deepEqual(await all("claim", place), done);
      assert.ok((await conversationAt(place)).claim?.name);
    });

    it("acts at the desk are all done, each once", async () => {
      const place = await visited();
      assert.deepEqual(await all("act", place), done);
      const { tags } = await conversationAt(place);
      const entry = await entries(place.workspaceId)
        .where("action", "==", "conversations.tags")
        .get();
      assert.equal(entry.size, 5);
      const told = entry.docs.map((doc) => doc.get("changes.tags"));
      const after = [...told.map(({ to }) => String(to))].sort();
      const before = [...told.map(({ from }) => String(from)), String(tags)];
      assert.deepEqual(before.filter(Boolean).sort(), after);
    });
  });
});
