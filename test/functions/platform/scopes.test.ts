import { equal } from "node:assert/strict";
import { ApiKey, apiBase, type Endpoint, endpoints, type Scope, scopes } from "@hilo/schema";
import express from "express";
import { AppError } from "../../../functions/src/platform/errors.ts";
import { createApp, mount, problems } from "../../../functions/src/platform/http.ts";
import { answersInMemory, type Callers, sessionsOf } from "../../support/callers.ts";
import { type Listening, listen } from "../../support/listen.ts";

const keyFor = (scope: Scope) => `hilo_demo_with_the_scope_of_${scope.replace(":", "-")}`;
const callers: Callers = {
  tokens: {},
  members: {},
  keys: Object.fromEntries(
    scopes.map((scope) => [
      `demo/${keyFor(scope)}`,
      { name: scope, enabled: true, scopes: [scope] },
    ]),
  ),
};

/** What each answers to whoever may call it. */
const reached = async () => {
  throw new AppError("claimed", "It was reached.");
};

describe("an API key of one scope", () => {
  let server: Listening;
  before(async () => {
    const app = createApp({ sessions: sessionsOf(callers), answers: answersInMemory() });
    const router = express.Router();
    const handlers = Object.fromEntries(Object.keys(endpoints).map((name) => [name, reached]));
    mount<Record<string, Endpoint>>(router, endpoints, handlers);
    app.use(apiBase, router);
    app.use(...problems);
    server = await listen(app);
  });
  after(() => server.close());

  for (const scope of scopes)
    for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
      const may = endpoint.scopes?.includes(scope) ?? false;
      it(`${may ? "may" : "may not"} ${name}, with ${scope}`, async () => {
        const path = endpoint.path.replace(/\{\w+\}/g, "a");
        const { status } = await fetch(`${server.url}${apiBase}${path}`, {
          method: endpoint.method,
          headers: { authorization: `Bearer ${keyFor(scope)}` },
        });
        // Nobody is named who has signed in, where it takes nothing but that.
        const refused = endpoint.permission === null ? 401 : 403;
        equal(may ? status !== 403 && status !== 401 : status === refused, true, `${status}`);
      });
    }

  it("of the time before scopes may send", () => {
    const kept = { name: "CRM", enabled: true, createdBy: "ana", createdAt: new Date() };
    equal(ApiKey.parse(kept).scopes.join(), "send");
  });
});
