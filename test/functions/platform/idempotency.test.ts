import assert from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import { type Endpoint, Problem } from "@hilo/schema";
import express from "express";
import { z } from "zod";
import { AppError } from "../../../functions/src/platform/errors.ts";
import { createApp, mount, problems } from "../../../functions/src/platform/http.ts";
import { answersInMemory, type Callers, sessionsOf } from "../../support/callers.ts";
import { type Listening, listen } from "../../support/listen.ts";
import { eventually } from "../../support/wait.ts";

const callers: Callers = {
  tokens: Object.fromEntries(
    ["ana", "benito"].map((uid) => [uid, { uid, workspaces: { demo: "agent" } }]),
  ),
  members: { "demo/ana": { role: "agent" }, "demo/benito": { role: "agent" } },
  keys: {},
};

const shapes = {
  summary: "",
  body: z.strictObject({ count: z.number(), name: z.string().optional() }),
  response: z.object({ run: z.number(), secret: z.string() }),
  status: 201,
} as const;
const post = { method: "POST", permission: "conversations.work" } as const;
const table = {
  add: { ...post, ...shapes, path: "/things/{id}", once: "key" },
  name: { ...post, ...shapes, path: "/named/{id}", once: "ownId" },
  greet: { ...post, ...shapes, path: "/greetings/{id}", permission: null, once: "none" },
} as const satisfies Record<string, Endpoint>;

describe("a request with an Idempotency-Key", () => {
  const answers = answersInMemory();
  let server: Listening;
  let runs = 0;
  let failure: Error | undefined;
  let hold: Promise<unknown> | undefined;

  before(async () => {
    const app = createApp({ sessions: sessionsOf(callers), answers });
    const router = express.Router();
    const run = async () => {
      runs += 1;
      await hold;
      if (failure) throw failure;
      return { run: runs, secret: "hilo_demo_shown_this_once" };
    };
    mount(router, table, { add: run, name: run, greet: run });
    app.use(router).use(...problems);
    server = await listen(app);
  });
  after(() => server.close());
  beforeEach(() => {
    runs = 0;
    failure = undefined;
    hold = undefined;
    answers.kept.clear();
  });

  async function call(
    key: string | undefined,
    changes: { as?: string; path?: string; body?: object } = {},
  ) {
    const { as = "ana", path = "/things/a", body = { count: 1 } } = changes;
    const headers: Record<string, string> = {
      authorization: `Bearer ${as}`,
      "content-type": "application/json",
    };
    if (key !== undefined) headers["idempotency-key"] = key;
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    const answer = await fetch(server.url + path, init);
    return {
      status: answer.status,
      replayed: answer.headers.get("idempotency-replayed"),
      type: answer.headers.get("content-type"),
      body: await answer.json(),
    };
  }

  it("runs once and answers the same again", async () => {
    const first = await call("k1");
    const second = await call("k1");
    assert.deepEqual([first.status, first.replayed], [201, null]);
    assert.deepEqual(second, { ...first, replayed: "true" });
    assert.equal(runs, 1);
  });

  it("is the same request whatever the order of its fields", async () => {
    await call("k1", { body: { count: 1, name: "a" } });
    assert.equal((await call("k1", { body: { name: "a", count: 1 } })).replayed, "true");
  });

  it("runs again without a key, and for another key or person", async () => {
    await call(undefined);
    await call(undefined);
    await call("k1");
    await call("k2");
    await call("k1", { as: "benito" });
    assert.equal(runs, 5);
  });

  const others: [row: string, changes: { path?: string; body?: object }][] = [
    ["body", { body: { count: 2 } }],
    ["path", { path: "/things/b" }],
    ["query", { path: "/things/a?dry=1" }],
  ];
  for (const [row, changes] of others) {
    it(`is refused for a request with another ${row}`, async () => {
      await call("k1");
      const { status, body } = await call("k1", changes);
      assert.deepEqual([status, Problem.parse(body).code, runs], [422, "invalid", 1]);
    });
  }

  it("is told to wait while the first runs", async () => {
    const gate = new EventEmitter();
    hold = once(gate, "open");
    const first = call("k1");
    await eventually(() => runs === 1);
    assert.equal((await call("k1")).status, 409);
    gate.emit("open");
    assert.equal((await first).status, 201);
    assert.equal((await call("k1")).replayed, "true");
    assert.equal(runs, 1);
  });

  it("tells the state while the first runs, where the body names what it makes", async () => {
    const gate = new EventEmitter();
    hold = once(gate, "open");
    const first = call("k1", { path: "/named/a" });
    await eventually(() => runs === 1);
    hold = undefined;
    const second = await call("k1", { path: "/named/a" });
    assert.deepEqual([second.status, second.replayed, runs], [201, null, 2]);
    const other = await call("k1", { path: "/named/a", body: { count: 2 } });
    assert.deepEqual([other.status, runs], [422, 2]);
    gate.emit("open");
    assert.equal((await first).status, 201);
    assert.equal((await call("k1", { path: "/named/a" })).replayed, "true");
  });

  it("is heeded of who works nowhere yet, apart from the keys of members", async () => {
    await call("k1");
    const first = await call("k1", { path: "/greetings/a" });
    const second = await call("k1", { path: "/greetings/a" });
    assert.deepEqual([first.status, first.replayed], [201, null]);
    assert.deepEqual(second, { ...first, replayed: "true" });
    assert.equal(runs, 2);
  });

  const passing: [row: string, error: Error][] = [
    ["a fault of ours", new Error("bug")],
    ["an outage", new AppError("unavailable", "Later.")],
    ["too many requests", new AppError("tooMany", "Later.")],
    ["a refusal", new AppError("claimed", "A colleague is answering.")],
  ];
  for (const [row, error] of passing) {
    it(`may be tried again after ${row}`, async () => {
      failure = error;
      assert.ok((await call("k1")).status >= 400);
      failure = undefined;
      assert.deepEqual([(await call("k1")).status, runs], [201, 2]);
    });
  }

  it("is not spent on a request of the wrong shape", async () => {
    assert.equal((await call("k1", { body: {} })).status, 422);
    assert.equal((await call("k1")).status, 201);
  });

  it("has to be a key", async () => {
    for (const key of ["", "a b", "x".repeat(256)]) assert.equal((await call(key)).status, 400);
    assert.equal(runs, 0);
  });

  it("keeps its answer sealed", async () => {
    await call("k1");
    const [kept] = [...answers.kept.values()];
    assert.ok(kept?.body && !kept.body.includes("shown_this_once"));
    assert.ok(!Buffer.from(kept.body, "base64").includes("shown_this_once"));
  });
});
