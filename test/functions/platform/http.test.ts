import assert from "node:assert/strict";
import { type Endpoint, Problem, Role } from "@hilo/schema";
import express from "express";
import { z } from "zod";
import { AppError } from "../../../functions/src/platform/errors.ts";
import { createApp, mount, problems } from "../../../functions/src/platform/http.ts";
import { answersInMemory, type Callers, sessionsOf } from "../../support/callers.ts";
import { type Listening, listen } from "../../support/listen.ts";

const key = "hilo_demo_test_key_0000000001";
const callers: Callers = {
  tokens: Object.fromEntries(
    Role.options.map((role) => [role, { uid: role, workspaces: { demo: role } }]),
  ),
  members: Object.fromEntries(Role.options.map((role) => [`demo/${role}`, { role }])),
  keys: { [`demo/${key}`]: { name: "CRM", enabled: true, scopes: ["read"] } },
};

const thing = z.object({ id: z.string(), count: z.number() });
const table = {
  read: {
    method: "GET",
    path: "/things/{id}",
    summary: "",
    permission: "conversations.work",
    scopes: ["read"],
    query: z.object({ limit: z.coerce.number().int().max(50).optional() }),
    response: thing,
  },
  add: {
    method: "POST",
    path: "/things",
    summary: "",
    permission: "templates.manage",
    once: "none",
    body: z.strictObject({
      count: z.number().int(),
      name: z.object({ first: z.string().min(1) }).optional(),
    }),
    response: thing,
    status: 201,
  },
  remove: {
    method: "DELETE",
    path: "/things/{id}",
    summary: "",
    permission: "channels.manage",
    response: thing,
  },
} as const satisfies Record<string, Endpoint>;

const canary = "canary-4711 +56911112222";

function failing(id: string): Error | undefined {
  if (id === "bug") return new TypeError(`Cannot read "${canary}"`);
  if (id === "busy") return Object.assign(new Error("14 UNAVAILABLE"), { code: 14 });
  if (id === "claimed") return new AppError("claimed", "Ana is answering.");
  return undefined;
}

async function start(): Promise<Listening> {
  const app = createApp({ sessions: sessionsOf(callers), answers: answersInMemory() });
  const router = express.Router();
  mount(router, table, {
    read: async ({ params, query }) => {
      const error = failing(params.id);
      if (error) throw error;
      return { id: params.id, count: query.limit ?? 0, secret: "not in the table" };
    },
    add: async ({ body, actor }) => ({ id: actor.id, count: body.count }),
    remove: async ({ params }) => ({ id: params.id, count: 0 }),
  });
  app.use("/api/v1", router);
  app.use(...problems);
  return listen(app);
}

type Row = { method?: string; path: string; as?: string; body?: string; type?: string };

describe("an endpoint", () => {
  let server: Listening;
  before(async () => {
    server = await start();
  });
  after(() => server.close());

  async function call({
    method = "GET",
    path,
    as = "admin",
    body,
    type = "application/json",
  }: Row) {
    const headers: Record<string, string> = { authorization: `Bearer ${as}` };
    if (body !== undefined) headers["content-type"] = type;
    const init = body === undefined ? { method, headers } : { method, headers, body };
    const answer = await fetch(`${server.url}${path}`, init);
    return { answer, text: await answer.text() };
  }

  const add = { method: "POST", path: "/api/v1/things" };
  const refused: [row: string, request: Row, status: number, code: string][] = [
    ["nobody signed in", { path: "/api/v1/things/a", as: "nobody" }, 401, "notSignedIn"],
    ["the role is not enough", { ...add, as: "agent", body: '{"count":1}' }, 403, "notAllowed"],
    ["a key may not", { ...add, as: key, body: '{"count":1}' }, 403, "notAllowed"],
    ["a route is not there", { path: "/api/v1/nothing" }, 404, "notFound"],
    ["an id cannot be one", { path: "/api/v1/things/a%20b" }, 404, "notFound"],
    ["a path cannot be decoded", { path: "/api/v1/things/%E0%A4%A" }, 400, "badRequest"],
    [
      "a method is not supported",
      { method: "PATCH", path: "/api/v1/things/a" },
      405,
      "wrongMethod",
    ],
    ["the JSON is broken", { ...add, body: '{"count":' }, 400, "badRequest"],
    ["there is no body", { ...add, body: "" }, 400, "badRequest"],
    [
      "the body is of another type",
      { ...add, body: "count=1", type: "text/plain" },
      415,
      "wrongType",
    ],
    ["the body has no type", { ...add }, 415, "wrongType"],
    [
      "the body is too large",
      { ...add, body: JSON.stringify("a".repeat(1_000_001)) },
      413,
      "tooLarge",
    ],
    ["a field is missing", { ...add, body: "{}" }, 422, "invalid"],
    ["a field is unknown", { ...add, body: '{"count":1,"admin":true}' }, 422, "invalid"],
    ["the query is wrong", { path: "/api/v1/things/a?limit=99" }, 422, "invalid"],
    ["the query repeats itself", { path: "/api/v1/things/a?limit=1&limit=2" }, 400, "badRequest"],
    ["the query has a list", { path: "/api/v1/things/a?limit[]=1" }, 400, "badRequest"],
    ["the query has a structure", { path: "/api/v1/things/a?limit%5Ba%5D=1" }, 400, "badRequest"],
    ["the room refuses", { path: "/api/v1/things/claimed" }, 409, "claimed"],
    ["the database is busy", { path: "/api/v1/things/busy" }, 503, "unavailable"],
    ["the code is wrong", { path: "/api/v1/things/bug" }, 500, "internal"],
  ];
  for (const [row, request, status, code] of refused) {
    it(`answers ${status} when ${row}`, async () => {
      const { answer, text } = await call(request);
      assert.equal(answer.status, status);
      assert.equal(answer.headers.get("content-type"), "application/problem+json; charset=utf-8");
      const problem = Problem.parse(JSON.parse(text));
      assert.deepEqual([problem.code, problem.status], [code, status]);
      assert.equal(problem.requestId, answer.headers.get("x-request-id"));
    });
  }

  it("names the fields that are wrong", async () => {
    const { text } = await call({ ...add, body: '{"count":"1","name":{"first":""}}' });
    const paths = Problem.parse(JSON.parse(text)).errors?.map((error) => error.path);
    assert.deepEqual(paths, ["count", "name.first"]);
  });

  it("says nothing of our own faults", async () => {
    const { text } = await call({ path: "/api/v1/things/bug" });
    assert.ok(!text.includes("canary") && !text.includes("TypeError"));
  });

  it("answers what the table promises and nothing else", async () => {
    const { answer, text } = await call({ path: "/api/v1/things/a?limit=7", as: key });
    assert.deepEqual(JSON.parse(text), { id: "a", count: 7 });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get("cache-control"), "no-store");
    assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
    assert.match(answer.headers.get("content-security-policy") ?? "", /^default-src 'none'/);
    for (const name of ["x-powered-by", "access-control-allow-origin", "etag"]) {
      assert.equal(answer.headers.get(name), null, name);
    }
  });

  it("answers with the endpoint's own status", async () => {
    const { answer, text } = await call({ ...add, as: "supervisor", body: '{"count":3}' });
    assert.deepEqual([answer.status, JSON.parse(text)], [201, { id: "supervisor", count: 3 }]);
  });

  it("tells which methods a path has, and how to sign in", async () => {
    const wrong = await call({ method: "PUT", path: "/api/v1/things/a" });
    assert.equal(wrong.answer.headers.get("allow"), "GET, DELETE");
    const nobody = await call({ path: "/api/v1/things/a", as: "nobody" });
    assert.equal(nobody.answer.headers.get("www-authenticate"), "Bearer");
  });

  it("never takes a request's id from outside", async () => {
    const headers = { "x-request-id": "forged", authorization: "Bearer admin" };
    const answer = await fetch(`${server.url}/api/v1/things/a`, { headers });
    assert.notEqual(answer.headers.get("x-request-id"), "forged");
  });

  it("takes a body that Cloud Functions has read before", async () => {
    const app = createApp({ sessions: sessionsOf(callers), answers: answersInMemory() });
    const router = express.Router();
    const { add } = table;
    mount(router, { add }, { add: async ({ body }) => ({ id: "a", count: body.count }) });
    app.use(
      express.json({
        verify: (request, _response, raw) => Object.assign(request, { rawBody: raw }),
      }),
    );
    app.use(router).use(...problems);
    const other = await listen(app);
    const headers = { authorization: "Bearer admin", "content-type": "application/json" };
    const init = { method: "POST", headers, body: '{"count":5}' };
    const answer = await fetch(`${other.url}/things`, init);
    assert.deepEqual(await answer.json(), { id: "a", count: 5 });
    await other.close();
  });
});
