import assert from "node:assert/strict";
import { type Endpoint, endpoints, Problem, Provider } from "@hilo/schema";
import { createApi } from "../../../functions/src/api.ts";
import { createApp, problems } from "../../../functions/src/platform/http.ts";
import { createWebhooks } from "../../../functions/src/webhooks.ts";
import { during } from "../../support/during.ts";
import { listen } from "../../support/listen.ts";

const chat = "/api/v1/webchat/demo/webchat";
const calls: [method: string, path: string][] = [
  ...Object.values<Endpoint>(endpoints).map(({ method, path }): [string, string] => [
    method,
    `/api/v1${path.replace(/\{\w+\}/g, "x1")}`,
  ]),
  ["POST", `${chat}/sessions`],
  ["POST", `${chat}/files`],
  ["POST", `${chat}/address`],
  ["GET", `${chat}/files/links`],
  ["GET", "/api/v1/mail-stops/a.b"],
  ["POST", "/api/v1/mail-stops/a.b"],
  ["GET", "/api/health"],
  ["GET", "/api/openapi.json"],
  ["GET", "/files/demo/x1"],
];
const hooks = Provider.options.flatMap((provider): [string, string][] => [
  ["GET", `/webhooks/${provider}/demo`],
  ["GET", `/webhooks/${provider}/demo/x1`],
  ["POST", `/webhooks/${provider}/demo/x1`],
]);

/** What some servers read as a list or a structure. */
const wrong = [
  "limit=1&limit=2",
  "ids=a&ids=b",
  "ids[]=a",
  "ids%5B%5D=a",
  "ids[a]=b",
  "ids[__proto__]=b",
  "hub.mode=subscribe&hub.verify_token[]=t&hub.challenge=1",
  "hub.mode=subscribe&hub.verify_token=t&hub.verify_token=u&hub.challenge=1",
  "crc_token=a&crc_token=b",
  "expires=1&signature=a&signature=b",
  "messages=a&messages=b",
  "=a&=b",
];

describe("a query, whichever place it is sent to", () => {
  const api = during(() => listen(createApi()));
  const webhooks = during(() => listen(createWebhooks()));

  for (const [method, path] of calls)
    it(`names everything once: ${method} ${path}`, async () => {
      for (const query of wrong) {
        const answer = await fetch(`${api.url}${path}?${query}`, { method });
        const { code, detail } = Problem.parse(await answer.json());
        assert.deepEqual([answer.status, code], [400, "badRequest"], query);
        assert.match(detail, /query/);
      }
    });

  for (const [method, path] of hooks)
    it(`names everything once: ${method} ${path}`, async () => {
      for (const query of wrong) {
        const answer = await fetch(`${webhooks.url}${path}?${query}`, { method });
        assert.equal(answer.status, 400, query);
        assert.match(await answer.text(), /query/);
      }
    });
});

describe("a query, whoever has read it before", () => {
  /** As where we run: a server that has made lists of it already. */
  const server = during(() => {
    const app = createApp();
    app.get("/echo", (request, response) => {
      response.json(request.query);
    });
    app.use(...problems);
    return listen((request, response) => {
      Object.assign(request, { query: { a: ["1"], b: { c: "2" } } });
      app(request, response);
    });
  });
  const rows: [is: string, query: string, read: object][] = [
    ["nothing", "", {}],
    ["texts", "?a=1&b=%C3%B1+%26", { a: "1", b: "ñ &" }],
    ["a name without a value", "?held", { held: "" }],
    [
      "a name that objects have",
      "?__proto__=1&constructor=2",
      JSON.parse('{"__proto__":"1","constructor":"2"}'),
    ],
    ["what is no UTF-8", "?a=%ff%00", { a: "\ufffd\u0000" }],
  ];
  for (const [is, query, read] of rows)
    it(`is read by us: ${is}`, async () => {
      const answer = await fetch(`${server.url}/echo${query}`);
      assert.deepEqual(await answer.json(), read);
    });
});
