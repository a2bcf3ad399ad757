import assert from "node:assert/strict";
import { newId } from "../../functions/src/platform/clock.ts";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { callApi, freshWorkspace, makeMember, signIn } from "../support/people.ts";
import { eventually } from "../support/wait.ts";
import { type Customer, newCustomer, sendsOf, writes } from "./customers.ts";
import { conversationOf, demo, optOutOf, threadOf } from "./records.ts";
import { act, apiKey, problemIn, send, textMessage, tokenOf, whoWrote } from "./staff.ts";

describe("a message that may not go", () => {
  let agent: string;
  let agent2: string;
  before(async () => {
    [agent, agent2] = await Promise.all([tokenOf("agent"), tokenOf("agent2")]);
  });

  async function refused(
    customer: Customer,
    code: Parameters<typeof problemIn>[1],
    message = textMessage(),
    token = agent,
  ) {
    const before = await threadOf(customer);
    const problem = problemIn(await act(token, customer, "messages", message), code);
    assert.deepEqual(await threadOf(customer), before);
    assert.equal((await sendsOf(message.messageId)).calls, 0);
    return problem;
  }

  it("is refused a day after the customer wrote, with the way out, until they write again", async () => {
    const customer = await whoWrote(newCustomer());
    const ref = workspace(demo).collection("conversations").doc(customer.conversationId);
    await ref.update({ replyUntil: Date.now() - 1 });
    const { detail } = await refused(customer, "windowClosed");
    assert.match(detail, /24 hours.*template.*writes again/);
    await writes(customer, { text: "¿Siguen ahí?" });
    await send(agent, customer);
  });

  for (const platform of ["whatsapp", "sms"] as const) {
    it(`is refused after STOP by ${platform}, until START`, async () => {
      const customer = await whoWrote(newCustomer(platform));
      await writes(customer, { text: "STOP" });
      await eventually(async () => {
        const { by, scope, proof, messageId } = (await optOutOf(customer)) ?? {};
        assert.deepEqual([by, scope, proof], ["contact", "all", "message"]);
        const line = (await threadOf(customer)).find(({ id }) => id === messageId);
        assert.equal(line?.event?.type, "optOut");
      });
      assert.equal((await conversationOf(customer)).optedOut, true);
      const { detail } = await refused(customer, "optedOut");
      assert.match(detail, /START/);
      await refused(customer, "optedOut", textMessage(), apiKey);
      await writes(customer, { text: "Start" });
      await eventually(async () => assert.equal(await optOutOf(customer), undefined));
      await send(agent, customer);
      const events = (await threadOf(customer)).flatMap(({ event }) => event?.type ?? []);
      assert.deepEqual(events, ["optOut", "optIn"]);
    });
  }

  it("is refused when it is too long, empty, or quotes and carries what is not there", async () => {
    const customer = await whoWrote(newCustomer());
    const long = await refused(customer, "invalid", textMessage("a".repeat(1601)));
    assert.equal(long.errors?.[0]?.path, "text");
    assert.match(long.detail, /1601.*1600/);
    await refused(customer, "invalid", textMessage("   "));
    const withFile = { ...textMessage(), kind: "image", attachments: ["nothing"] };
    assert.equal((await refused(customer, "invalid", withFile)).errors?.[0]?.path, "attachments.0");
    const quoting = { ...textMessage(), replyTo: "nothing" };
    await refused(customer, "invalid", quoting);
    await send(agent, customer, textMessage("a".repeat(1600)));
  });

  it("waits for a colleague who is answering, unless it is insisted on", async () => {
    const customer = await whoWrote(newCustomer());
    assert.equal((await act(agent, customer, "claim", {})).status, 200);
    const { claim } = await conversationOf(customer);
    assert.equal(claim?.memberId, "demo-agent");
    const left = (claim?.until ?? 0) - Date.now();
    assert.ok(left > 100_000 && left <= 120_000, String(left));
    const { detail } = await refused(customer, "claimed", textMessage(), agent2);
    assert.match(detail, /Agente Uno/);
    problemIn(await act(agent2, customer, "claim", {}), "claimed");
    assert.equal((await act(agent2, customer, "claim", { release: true })).status, 200);
    await refused(customer, "claimed", textMessage(), agent2);
    const insisting = { ...textMessage(), override: true };
    await send(agent2, customer, insisting);
    assert.equal((await conversationOf(customer)).claim, null);
  });

  it("goes once the colleague gives the conversation back, or a claim is over", async () => {
    const customer = await whoWrote(newCustomer());
    await act(agent, customer, "claim", {});
    await act(agent, customer, "claim", { release: true });
    await send(agent2, customer);
    await act(agent, customer, "claim", {});
    const ref = workspace(demo).collection("conversations").doc(customer.conversationId);
    await ref.update({ "claim.until": Date.now() - 1 });
    await send(agent2, customer);
  });
});

describe("the API", () => {
  it("asks who is calling, everywhere but for its health and its description", async () => {
    for (const token of ["", "nonsense", "hilo_demo_wrong_key_0000000001"]) {
      const answer = await callApi(token, "/channels");
      problemIn(answer, "notSignedIn");
      assert.equal(answer.headers.get("www-authenticate"), "Bearer");
    }
    const { conversationId } = newCustomer();
    const sending = { body: textMessage() };
    const path = `/conversations/${conversationId}/messages`;
    problemIn(await callApi("", path, sending), "notSignedIn");
    assert.equal((await callApi("", "/../health")).status, 200);
    assert.equal((await callApi("", "/../openapi.json")).status, 200);
  });

  it("lets agents and keys do nothing that is an administrator's or a member's", async () => {
    const agent = await tokenOf("agent");
    const newcomer = { email: `${newId()}@hilo.test`, name: "Eva", role: "admin" };
    for (const [path, body] of [
      ["/members", newcomer],
      ["/members/demo-agent/sign-out", {}],
      ["/api-keys", { name: "CRM" }],
    ] as const) {
      problemIn(await callApi(agent, path, { body }), "notAllowed");
      problemIn(await callApi(apiKey, path, { body }), "notAllowed");
    }
    const customer = await whoWrote(newCustomer());
    for (const what of ["claim", "read"] as const)
      problemIn(await act(apiKey, customer, what, {}), "notAllowed");
  });

  it("shows nobody another workspace's conversations", async () => {
    const customer = await whoWrote(newCustomer());
    const elsewhere = await makeMember(freshWorkspace(), "admin");
    const stranger = await signIn(elsewhere);
    const [message] = await threadOf(customer);
    for (const headers of [{}, { "X-Workspace": demo }]) {
      const path = `/messages/${customer.conversationId}/${message?.id}`;
      problemIn(await callApi(stranger, path, { headers }), "notFound");
      const write = `/conversations/${customer.conversationId}/messages`;
      problemIn(await callApi(stranger, write, { body: textMessage(), headers }), "notFound");
    }
    const agent = await tokenOf("agent");
    problemIn(await callApi(agent, `/messages/${customer.conversationId}/nothing`), "notFound");
    problemIn(await callApi(agent, "/nowhere"), "notFound");
    problemIn(await callApi(agent, "/channels", { method: "PATCH", body: {} }), "wrongMethod");
  });

  it("has enough of who asks too often for what is costly, and says when to come back", async () => {
    const busy = await signIn(await makeMember(freshWorkspace(), "admin"));
    // The emulator may share the requests among several instances, each of which counts its own.
    for (let n = 0; n < 200; n += 1) {
      const answer = await callApi(busy, "/api-keys/nothing", { method: "DELETE" });
      if (answer.status !== 429) continue;
      assert.ok(n >= 20, `after ${n} requests`);
      problemIn(answer, "tooMany");
      assert.ok(Number(answer.headers.get("retry-after")) > 0);
      return;
    }
    assert.fail("never too many");
  });
});
