import assert from "node:assert/strict";
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { endpoints, Problem } from "@hilo/schema";
import express from "express";
import { createApp, mount, problems } from "../../../functions/src/platform/http.ts";
import { limitAddress } from "../../../functions/src/platform/limits.ts";
import { answersInMemory, type Callers, sessionsOf } from "../../support/callers.ts";
import { type Listening, listen } from "../../support/listen.ts";

const office = Array.from({ length: 40 }, (_, i) => `office-${i}`);
const everybody = ["limit-a", "limit-b", ...office];

const callers: Callers = {
  tokens: Object.fromEntries(everybody.map((uid) => [uid, { uid, workspaces: { demo: "admin" } }])),
  members: Object.fromEntries(everybody.map((uid) => [`demo/${uid}`, { role: "admin" }])),
  keys: {},
};

function from(ip: string): Promise<void> {
  const request = Object.assign(new IncomingMessage(new Socket()), { ip });
  const response = new ServerResponse(request);
  return limitAddress(request, Object.assign(response, { append: () => response }));
}

describe("too many requests", () => {
  let server: Listening;
  before(async () => {
    const app = createApp({ sessions: sessionsOf(callers), answers: answersInMemory() });
    const router = express.Router();
    const { addApiKey, listChannels } = endpoints;
    const handlers = {
      addApiKey: async () => ({ id: "a", key: "b" }),
      listChannels: async () => ({ channels: [] }),
    };
    mount(router, { addApiKey, listChannels }, handlers);
    app.use(router).use(...problems);
    server = await listen(app);
  });
  after(() => server.close());

  const addKey = (as: string) => {
    const headers = { authorization: `Bearer ${as}`, "content-type": "application/json" };
    return fetch(`${server.url}/api-keys`, { method: "POST", headers, body: '{"name":"CRM"}' });
  };

  it("are refused to one person, with the time to wait, and to nobody else", async () => {
    for (let i = 0; i < 20; i++) assert.equal((await addKey("limit-a")).status, 201);
    const refused = await addKey("limit-a");
    assert.equal(refused.status, 429);
    const seconds = Number(refused.headers.get("retry-after"));
    assert.ok(seconds > 0 && seconds <= 60, `Retry-After ${seconds}`);
    assert.equal(Problem.parse(await refused.json()).code, "tooMany");
    assert.equal((await addKey("limit-b")).status, 201);
  });

  it("are counted for what costs more, apart from the rest", async () => {
    const headers = { authorization: "Bearer limit-a" };
    assert.equal((await fetch(`${server.url}/channels`, { headers })).status, 200);
  });

  it("are refused by address before anybody signs in", async () => {
    for (let i = 0; i < 3000; i++) await from("203.0.113.77");
    await assert.rejects(from("203.0.113.77"), { code: "tooMany" });
    await from("203.0.113.78");
  });

  const list = async (as: string, address: string): Promise<number> => {
    const headers = { authorization: `Bearer ${as}`, "x-forwarded-for": address };
    const response = await fetch(`${server.url}/channels`, { headers });
    await response.arrayBuffer();
    return response.status;
  };

  it("are not counted together for the members of an office, who share its address", async () => {
    for (let round = 0; round < 80; round++) {
      const answers = await Promise.all(office.map((uid) => list(uid, "198.51.100.40")));
      assert.deepEqual([...new Set(answers)], [200]);
    }
  });

  it("of a stranger are refused by address, and harm no member behind it", async () => {
    const address = "198.51.100.41";
    assert.equal(await list("office-1", address), 200);
    for (let i = 0; i < 3000; i++) await from(address);
    assert.equal(await list("stranger", address), 429);
    assert.equal(await list("office-1", address), 200);
    assert.equal(await list("stranger", "198.51.100.42"), 401);
  });

  it("are counted by address again for who is let in no more", async () => {
    const address = "198.51.100.43";
    assert.equal(await list("office-2", address), 200);
    for (let i = 0; i < 3000; i++) await from(address);
    delete callers.members["demo/office-2"];
    assert.equal(await list("office-2", address), 401);
    assert.equal(await list("office-2", address), 429);
  });

  it("are counted together for all addresses one IPv6 client can choose", async () => {
    for (let i = 0; i < 3000; i++) await from(`2001:db8::${i.toString(16)}`);
    await assert.rejects(from("2001:db8::ffff:1"), { code: "tooMany" });
  });
});
