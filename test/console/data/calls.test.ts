import assert from "node:assert/strict";
import { type Endpoint, type EndpointName, endpoints } from "@hilo/schema";
import { callAsGuest } from "../../../console/src/data/api.ts";

type Sent = { address: string; method: string; headers: Headers; body: unknown };

/** What the console sends, to a server that takes everything; the first time its answer gets lost, if so asked. */
async function sentBy(
  call: () => Promise<unknown>,
  { lost = false }: { lost?: boolean } = {},
): Promise<Sent[]> {
  const sent: Sent[] = [];
  const before = globalThis.fetch;
  globalThis.fetch = async (address, { method = "", headers, body } = {}) => {
    sent.push({ address: String(address), method, headers: new Headers(headers), body });
    if (lost && sent.length === 1) throw new TypeError("Failed to fetch");
    return Response.json({});
  };
  try {
    await call();
  } finally {
    globalThis.fetch = before;
  }
  return sent;
}

const params = { conversationId: "a b", messageId: "m", uid: "u", channelId: "c", letterId: "l" };
/** Any endpoint, called without what its body would hold. */
const bare = (name: EndpointName) => callAsGuest(name as "markUnread", { params }, "token");

describe("a call of the API", () => {
  for (const [name, { method, once }] of Object.entries<Endpoint>(endpoints)) {
    const isKeyed = once === "key";
    it(`${name} ${isKeyed ? "carries a key" : "costs no key"}`, async () => {
      const [sent] = await sentBy(() => bare(name as EndpointName));
      assert.equal(sent?.method, method);
      assert.equal(sent?.headers.has("Idempotency-Key"), isKeyed);
    });
  }

  it("has keys where nothing else tells one call from another, and nowhere else", () => {
    const keyed = Object.entries<Endpoint>(endpoints).filter(([, { once }]) => once === "key");
    assert.deepEqual(keyed.map(([name]) => name).sort(), [
      "addApiKey",
      "addChannel",
      "deleteDeadLetter",
      "inviteAgain",
      "inviteMember",
      "replayDeadLetter",
      "uploadFile",
    ]);
  });

  it("has the same key when it is tried again after its answer was lost", async () => {
    const name = "Ana";
    const [first, second, ...more] = await sentBy(
      () => callAsGuest("addApiKey", { body: { name } }, "token"),
      { lost: true },
    );
    assert.equal(more.length, 0);
    assert.equal(
      first?.headers.get("Idempotency-Key"),
      second?.headers.get("Idempotency-Key") ?? "none",
    );
  });

  it("goes where its row says, with its parameters and as JSON", async () => {
    const body = { assigneeId: "u" };
    const [sent] = await sentBy(() => callAsGuest("assignConversation", { params, body }, "token"));
    assert.equal(sent?.address, "/api/v1/conversations/a%20b/assign");
    assert.equal(sent?.headers.get("Content-Type"), "application/json");
    assert.equal(sent?.headers.get("Authorization"), "Bearer token");
    assert.equal(sent?.body, JSON.stringify(body));
  });
});
