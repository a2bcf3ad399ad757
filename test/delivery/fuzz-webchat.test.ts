import assert from "node:assert/strict";
import { Problem } from "@hilo/schema";
import fc from "fast-check";
import { newId } from "../../functions/src/platform/clock.ts";
import { during } from "../support/during.ts";
import { type Hit, nastyBody, nastyText, nastyValues, type Shot, shoot, twists } from "./nasty.ts";
import { startWebhooks } from "./server.ts";
import { Browser, chatWorkspace, siteKey, startApi } from "./visitors.ts";
import { documentsOf } from "./workspace.ts";

const runs = Number(process.env.FUZZ_RUNS ?? 200);
const json = { "content-type": "application/json" };

describe("a web chat, whatever is sent to it", () => {
  const api = during(startApi);
  during(startWebhooks);
  let workspaceId: string;
  let ana: Browser;
  let turn = 0;

  before(async () => {
    workspaceId = await chatWorkspace();
    ana = new Browser(api, workspaceId);
    await ana.begin();
  });

  /** Each request comes from another address, since one may ask only so often. */
  function from(headers: Record<string, string> = {}): Record<string, string> {
    turn += 1;
    return { "x-forwarded-for": `10.1.${Math.floor(turn / 200) % 200}.${turn % 200}`, ...headers };
  }

  async function ask(shot: Shot): Promise<Hit> {
    const hit = await shoot(api.url, shot);
    assert.ok(hit.status < 500, `${hit.status} for ${JSON.stringify(shot).slice(0, 600)}`);
    if (hit.status >= 400 && hit.text !== "") Problem.parse(JSON.parse(hit.text));
    return hit;
  }

  const path = (rest: string) => `/api/v1/webchat/${workspaceId}/webchat/${rest}`;
  const session = () => ({
    siteKey,
    idToken: ana.idToken,
    page: "https://shop.test",
    language: "es",
    visitor: { name: "Ana", email: "ana@ejemplo.cl" },
    identity: { id: "204", signature: "0".repeat(64) },
  });

  it("takes or refuses a session that is wrong in one place", async () => {
    for (const value of nastyValues) {
      const bodies = [session(), { ...session(), identity: `${"a".repeat(40)}.e30.AAAA` }];
      for (const body of bodies.flatMap((one) => twists(one, value, "more"))) {
        await ask({
          method: "POST",
          path: path("sessions"),
          headers: from(json),
          body: JSON.stringify(body) ?? "",
        });
      }
    }
  });

  it("takes no body that is not what it says, and no token that is not ours", async () => {
    const shots = fc.record({
      rest: fc.constantFrom("sessions", "files", "files/links?messages=a", "files/links", "x"),
      method: fc.constantFrom("GET", "POST", "PUT", "OPTIONS", "DELETE"),
      body: nastyBody,
      type: fc.constantFrom("application/json", "multipart/form-data; boundary=x", "text/plain"),
      token: fc.string({ unit: fc.constantFrom(..."aZ9_-. "), maxLength: 200 }),
    });
    await fc.assert(
      fc.asyncProperty(shots, async ({ rest, method, body, type, token }) => {
        const headers = from({ "content-type": type, authorization: `Bearer ${token}` });
        const sent = method === "GET" ? {} : { body };
        const { status } = await ask({ method, path: path(rest), headers, ...sent });
        assert.notEqual(status, 200);
      }),
      { numRuns: runs, seed: 20261120 },
    );
  });

  it("is asked for no links by paths or names that break out", async () => {
    const headers = () => from({ authorization: `Bearer ${ana.session?.token}` });
    await fc.assert(
      fc.asyncProperty(nastyText, async (text) => {
        const asked = encodeURIComponent(text.toWellFormed()).slice(0, 4000);
        const { status, text: body } = await ask({
          method: "GET",
          path: path(`files/links?messages=${asked}`),
          headers: headers(),
        });
        if (status === 200) assert.deepEqual(JSON.parse(body).links, {});
      }),
      { numRuns: 60, seed: 20261120 },
    );
  });

  it("keeps what a visitor posts, or keeps it aside, and never fails", async () => {
    const good = {
      type: "message",
      id: newId(),
      text: "Hola",
      files: [{ id: "a", type: "image/png" }],
    };
    const bodies = nastyValues.flatMap((value) => twists(good, value, "more"));
    for (const body of bodies) {
      const visitor = new Browser(api, workspaceId);
      visitor.session = ana.session;
      const status = await visitor.post(body as never);
      const shown = JSON.stringify(body).slice(0, 200);
      assert.ok([200, 413, 429].includes(status), `${status} for ${shown}`);
    }
  });

  it("stores nothing for who has no token", async () => {
    const before = await documentsOf(workspaceId);
    const url = `/webhooks/webchat/${workspaceId}/webchat`;
    await fc.assert(
      fc.asyncProperty(nastyBody, async (body) => {
        const headers = { ...json, authorization: "Bearer e30.AAAA" };
        const shot = { method: "POST", path: url, headers, body };
        const { status } = await shoot(process.env.PUBLIC_BASE_URL ?? "", shot);
        assert.ok(status === 401 || (status === 413 && body.length > 16_000), `${status}`);
      }),
      { numRuns: 60, seed: 20261120 },
    );
    assert.deepEqual(await documentsOf(workspaceId), before);
  });
});
