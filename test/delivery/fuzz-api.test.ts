import assert from "node:assert/strict";
import type { OutgoingHttpHeaders } from "node:http";
import { type EndpointName, endpoints, Problem } from "@hilo/schema";
import fc from "fast-check";
import { createApi } from "../../functions/src/api.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { during } from "../support/during.ts";
import { house } from "../support/house.ts";
import { listen } from "../support/listen.ts";
import { makeMember, signIn } from "../support/people.ts";
import { type Example, examplesFor, pathOf } from "./examples.ts";
import {
  cutOff,
  type Hit,
  nastyBody,
  nastyText,
  nastyValues,
  type Shot,
  shoot,
  twists,
} from "./nasty.ts";
import { formOf } from "./people.ts";
import { startWebhooks } from "./server.ts";
import { inParallel } from "./shuffle.ts";
import { documentsOf, freshWorkspace } from "./workspace.ts";

const runs = Number(process.env.FUZZ_RUNS ?? 40);
const names = Object.keys(endpoints) as EndpointName[];
const conversationId = hash("twilio-whatsapp", "+56911110001");

describe("the API, whatever is sent to it", () => {
  const api = during(() => listen(createApi()));
  const webhooks = during(startWebhooks);
  let workspaceId: string;
  let examples: Record<EndpointName, Example>;
  let tokens: string[] = [];
  let turn = 0;

  before(async () => {
    workspaceId = await freshWorkspace();
    const sid = `SM${newId()}`;
    const path = `/webhooks/twilio/${workspaceId}/twilio-whatsapp`;
    assert.equal(await webhooks.post(path, formOf({ person: 0, way: 0, sid, text: "hola" })), 200);
    const { uid } = await makeMember(workspaceId, "agent");
    examples = examplesFor({ conversationId, messageId: hash("twilio-whatsapp", sid), uid });
    // Many administrators, since each may do only so much in a minute.
    const made = Array.from({ length: 100 }, () => makeMember(workspaceId, "admin"));
    tokens = await Promise.all((await Promise.all(made)).map(signIn));
  });

  /** Each request comes from an administrator and an address whose turn it is. */
  function signed(headers: OutgoingHttpHeaders = {}): OutgoingHttpHeaders {
    turn += 1;
    const from = `10.0.${Math.floor(turn / 200) % 200}.${turn % 200}`;
    const authorization = `Bearer ${tokens[turn % tokens.length]}`;
    return { authorization, "x-forwarded-for": from, ...headers };
  }

  const json = { "content-type": "application/json" };

  async function ask(shot: Shot): Promise<Hit> {
    const hit = await shoot(api.url, shot);
    assert.ok(hit.status < 500, `${hit.status} for ${JSON.stringify(shot).slice(0, 600)}`);
    if (hit.status >= 400 && hit.text !== "") verifyProblem(hit);
    return hit;
  }

  for (const name of names) {
    it(`${name}: takes or refuses a call that is wrong in one place`, async () => {
      const calls = wrongCalls(examples[name]).map((example) => ({
        method: endpoints[name].method,
        path: pathOf(name, example),
        ...("body" in example ? { body: JSON.stringify(example.body) } : {}),
      }));
      // Calls about one thing wait for each other's locks when they come at once.
      const most = Object.keys(examples[name].params ?? {}).length > 0 ? 1 : 8;
      await inParallel(calls, most, (shot) => ask({ ...shot, headers: signed(json) }));
    });
  }

  it("takes no body that is not what it says", async () => {
    const types = ["application/json", "text/plain", "multipart/form-data; boundary=x", ""];
    const encodings = ["identity", "gzip", "br", "nonsense"];
    const shots = fc.record({
      name: fc.constantFrom(...names.filter((name) => endpoints[name].method !== "GET")),
      body: nastyBody,
      type: fc.constantFrom(...types),
      encoding: fc.constantFrom(...encodings),
    });
    await fc.assert(
      fc.asyncProperty(shots, async ({ name, body, type, encoding }) => {
        const headers = signed({ "content-type": type, "content-encoding": encoding });
        const path = pathOf(name, examples[name]);
        await ask({ method: endpoints[name].method, path, headers, body });
      }),
      { numRuns: runs * 5, seed: 20261120 },
    );
  });

  it("is not confused by headers, methods and paths", async () => {
    const header = fc.string({ unit: fc.constantFrom(..."aZ9 _-.:;,/=%\"'\\~"), maxLength: 400 });
    const shots = fc.record({
      method: fc.constantFrom("GET", "HEAD", "OPTIONS", "PUT", "TRACE", "DELETE", "PATCH"),
      path: fc.oneof(
        fc.constantFrom(...names.map((name) => endpoints[name].path)).map((it) => `/api/v1${it}`),
        fc.webPath().map((it) => `/api/v1${it}`),
        fc.webPath(),
        fc.constantFrom("/api/v1/messages/%/x", "/files/%ff/%00", "//api//v1", "/api/v1/../../x"),
        nastyText.map((it) => `/files/${encode(it)}/x?expires=${encode(it)}&signature=1`),
      ),
      name: fc.constantFrom("x-workspace", "idempotency-key", "authorization", "range", "cookie"),
      value: header,
    });
    await fc.assert(
      fc.asyncProperty(shots, async ({ method, path, name, value }) => {
        await ask({ method, path: path.slice(0, 8000), headers: signed({ [name]: value.trim() }) });
      }),
      { numRuns: runs * 8, seed: 20261120 },
    );
  });

  it("answers headers larger than any server takes", async () => {
    const headers = signed({ "x-large": "a".repeat(60_000) });
    const hit = await shoot(api.url, { method: "GET", path: "/api/v1/channels", headers });
    assert.equal(hit.status, 431);
  });

  it("stores nothing for who is not signed in, whatever they send", async () => {
    const before = await documentsOf(workspaceId);
    const shots = fc.record({
      name: fc.constantFrom(...names),
      token: fc.oneof(fc.constantFrom(...forged(workspaceId, tokens[0] ?? "")), fc.base64String()),
      body: fc.option(nastyBody, { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(shots, async ({ name, token, body }) => {
        const example = examples[name];
        const sent = body ?? (example.body ? JSON.stringify(example.body) : "");
        const headers = signed({ ...json, authorization: token });
        const { method } = endpoints[name];
        const shot = {
          method,
          path: pathOf(name, example),
          headers,
          ...(method === "GET" ? {} : { body: sent }),
        };
        const hit = await ask(shot);
        assert.ok(hit.status === 401 || hit.status === cutOff, token);
      }),
      { numRuns: runs * 5, seed: 20261120 },
    );
    assert.deepEqual(await documentsOf(workspaceId), before);
  });
});

/** Every call with one of its parameters, or one place of its body or query, turned into something nasty. */
function wrongCalls(example: Example): Example[] {
  const { params = {}, body, query } = example;
  return nastyValues.flatMap((value) => {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    const paths = Object.keys(params).map((key) => ({
      ...example,
      params: { ...params, [key]: encode(text) },
    }));
    const bodies = body ? twists(body, value, text).map((it) => ({ ...example, body: it })) : [];
    const queries = query
      ? Object.keys(query).map((key) => ({
          ...example,
          query: { ...query, [key]: text.slice(0, 5000) },
        }))
      : [];
    return [...paths, ...bodies, ...queries];
  });
}

/** A text as part of a path; what cannot be written in UTF-8 goes as it is written in JSON. */
function encode(text: string): string {
  return encodeURIComponent(/\p{Surrogate}/u.test(text) ? JSON.stringify(text) : text).slice(
    0,
    4000,
  );
}

function verifyProblem({ headers, text, status }: Hit): void {
  assert.match(String(headers["content-type"]), /^application\/problem\+json/);
  const problem = Problem.parse(JSON.parse(text));
  assert.equal(problem.status, status);
  assert.doesNotMatch(text, /\n\s+at |node_modules|firestore|INVALID_ARGUMENT/i);
}

/** Tokens that look right and are not. */
function forged(workspaceId: string, token: string): string[] {
  const [head = "", payload = ""] = token.split(".");
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = { sub: "x", user_id: "x", workspaces: { [workspaceId]: "admin" } };
  const bodies = [null, [], {}, "text", claims, { ...claims, aud: house.projectId }];
  return [
    "",
    "Bearer",
    "Bearer ",
    "Basic YTpi",
    "Bearer a.b.c",
    "Bearer ..",
    `Bearer ${head}`,
    `Bearer ${head}.${payload}`,
    `Bearer hilo_${workspaceId}_${"a".repeat(32)}`,
    "Bearer hilo___proto___aaaaaaaaaaaaaaaaaaaa",
    `Bearer hilo_${"a".repeat(4000)}`,
    ...bodies.map((body) => `Bearer ${part({ alg: "none", typ: "JWT" })}.${part(body)}.`),
    ...bodies.map((body) => `Bearer ${part({ alg: "RS256", kid: "k" })}.${part(body)}.c2ln`),
  ];
}
