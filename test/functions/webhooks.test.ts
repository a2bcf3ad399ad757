import assert from "node:assert/strict";
import { createWebhooks } from "../../functions/src/webhooks.ts";
import { during } from "../support/during.ts";
import { listen } from "../support/listen.ts";

const json = "application/json";

const posts: [what: string, status: number, path: string, type: string, body?: string][] = [
  ["of a type that is not the provider's", 415, "/webhooks/meta/demo", "text/plain", "{}"],
  ["of a type with its parameters", 404, "/webhooks/webchat/demo", `${json}; charset=utf-8`, "{}"],
  ["of a type in capitals", 404, "/webhooks/webchat/demo", "Application/JSON", "{}"],
  ["that is too large", 413, "/webhooks/webchat/demo", json, " ".repeat(65 * 1024)],
  ["to no provider", 404, "/webhooks/constructor/demo", json, "{}"],
  ["to nowhere", 404, "/elsewhere", json, "{}"],
  ["with a list in its query", 400, "/webhooks/webchat/demo?a=1&a=2", json, "{}"],
];

describe("a post to the webhooks", () => {
  const webhooks = during(() => listen(createWebhooks()));

  for (const [what, status, path, type, body = ""] of posts)
    it(`${what} is answered ${status}, to be kept by nobody and taken for nothing else`, async () => {
      const headers = { "content-type": type };
      const answer = await fetch(webhooks.url + path, { method: "POST", headers, body });
      assert.equal(answer.status, status);
      assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
      assert.equal(answer.headers.get("cache-control"), "no-store");
    });
});
