import { deepEqual, equal, match } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { setClock } from "../../../../functions/src/platform/clock.ts";
import { x } from "../../../../functions/src/providers/x/index.ts";
import { greet } from "../../../../functions/src/providers/x/signature.ts";
import { everySampleIsClaimed } from "../claims.ts";
import { providerServer } from "../provider-server.ts";
import { failureOf, type Listed, retriesAsListed } from "../retries.ts";
import { fixture, outbound, sample, samples } from "./samples.ts";

const api = providerServer("X_API_BASE");
const credentials = { consumerSecret: "secret", accessToken: "token" };
const send = () => x.send(outbound(), credentials);

const answer = (event: string) => {
  const { response, body } = sample(event);
  api.answer = () => ({ status: response?.status, headers: response?.headers, body });
};

const reset = Number(sample("error_429").response?.headers["x-rate-limit-reset"]) * 1000;

describe("what X answers to a send", () => {
  api.serve();
  beforeEach(() => setClock(() => reset - 90_000));
  afterEach(() => setClock());

  it("send_ok is a receipt", async () => {
    answer("send_ok");
    deepEqual(await send(), { externalId: "2080765901528535099" });
  });

  const failures: [event: string, kind: string, reason: string, retryAfter?: number][] = [
    ["error_403_forbidden", "refused", "permission"],
    ["error_429", "rateLimited", "rateLimited", 90_000],
  ];
  for (const [event, kind, reason, retryAfter] of failures)
    it(`${event} is ${kind}, ${reason}`, async () => {
      answer(event);
      const failure = await failureOf(send());
      deepEqual([failure.kind, failure.retryAfter], [kind, retryAfter]);
      equal(x.explain(failure.code).reason, reason);
      match(failure.message, new RegExp(String(sample(event).body.detail)));
    });

  const { errors } = fixture<{ errors: Listed[] }>("errors.json");
  retriesAsListed(errors, (code) => {
    api.answer = () => ({ status: Number(code), body: { title: "no", status: Number(code) } });
    return send();
  });
});

describe("what X is told", () => {
  it("is crc_response, for its challenge", () => {
    const { response, body } = sample("crc_response");
    const reply = greet({ method: "GET", query: { crc_token: "t" } }, credentials);
    deepEqual([reply?.status, reply?.contentType], [response?.status, response?.contentType]);
    const said = JSON.parse(reply?.body ?? "{}");
    deepEqual(Object.keys(said), Object.keys(body));
    match(String(body.response_token), /^sha256=<base64/);
    match(said.response_token, /^sha256=[A-Za-z0-9+/]{43}=$/);
  });

  it("is create_subscription by whoever connects the account, as the documentation says", () => {
    const { request, body } = sample("create_subscription");
    const page = readFileSync(new URL("../../../../docs/channels/x.md", import.meta.url), "utf8");
    const [, url, json = ""] = /POST (\S+subscriptions) [\s\S]*?-d '([^']*)'/.exec(page) ?? [];
    equal(url, request?.url);
    const filled = json.replace("<number of the account>", "1111111111111111111");
    deepEqual(JSON.parse(filled.replace("<id>", "1234567890")), body);
  });
});

describe("X's samples", () => {
  it("are all claimed by a test", () => {
    const answers = ["send_ok", "error_403_forbidden", "error_429"];
    const rows = [...answers, "crc_response", "create_subscription"];
    everySampleIsClaimed(import.meta.url, samples, rows, {
      "send.test.ts": ["send_dm", "send_dm_media"],
    });
  });
});
