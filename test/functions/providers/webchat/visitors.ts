import { readFileSync } from "node:fs";
import type { RawRequest } from "../../../../functions/src/providers/adapter.ts";
import { tokenOf, type Visitor } from "../../../../functions/src/providers/webchat/token.ts";

/** A visitor of the chat `webchat` of `demo`, whose token holds for an hour unless a test says otherwise. */
export function visitor(change: Partial<Visitor> = {}): Visitor {
  const expires = Date.now() + 3_600_000;
  const place = { workspaceId: "demo", channelId: "webchat" };
  return { ...place, address: "visitor:u1", proven: [], expires, ...change };
}

/** A post to a chat's webhook, as the widget makes it. */
export function postBy(who: Visitor, body: unknown, change: Partial<RawRequest> = {}): RawRequest {
  return {
    method: "POST",
    url: "https://hilo.test/webhooks/webchat/demo/webchat",
    headers: { authorization: `Bearer ${tokenOf(who)}`, "content-type": "application/json" },
    query: {},
    rawBody: Buffer.from(JSON.stringify(body)),
    rest: [],
    ...change,
  };
}

/** A post as it was kept in test/fixtures/webchat. */
export function fixture(name: string): unknown {
  const url = new URL(`../../../fixtures/webchat/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8"));
}
