import assert from "node:assert/strict";
import type { Account, ProviderError } from "../../../../functions/src/providers/adapter.ts";
import { x } from "../../../../functions/src/providers/x/index.ts";
import { bodyOf } from "../../../../functions/src/providers/x/outbound.ts";
import { standingPair } from "../../../simulator/support/standing-pair.ts";
import { callInstead } from "../provider-server.ts";
import { outbound, sample, them, us } from "./samples.ts";

const credentials = {
  consumerSecret: "test_x_consumer_secret",
  accessToken: "test_x_access_token",
  bearerToken: "test_x_bearer_token",
};

const pair = standingPair({ api: ["X_API_BASE", "x"] });

const account = (): Account => ({
  workspaceId: "demo",
  channelId: "x",
  platform: "x",
  address: us,
  settings: {},
  webhook: `${pair.target}/webhooks/x/demo/x`,
});

const send = (changes: Parameters<typeof outbound>[0] = {}) =>
  x.send(outbound(changes), credentials);

async function failure(changes: Parameters<typeof outbound>[0] = {}): Promise<ProviderError> {
  try {
    await send(changes);
  } catch (error) {
    return error as ProviderError;
  }
  throw new Error("The send went through");
}

function file(type: string, size: number) {
  return { url: "", type, name: "archivo", size, read: async () => Buffer.alloc(size, 1) };
}

const shown = () => pair.simulator.control.threads().flatMap(({ entries }) => entries);

const next = (behaviour: object) => pair.simulator.control.behave({ scope: "next", behaviour });

describe("sending by X", () => {
  pair.stand();

  it("asks as the samples do", () => {
    assert.deepEqual(bodyOf("Hello!"), sample("send_dm").body);
    assert.deepEqual(bodyOf("pic", "1583157113245011970"), sample("send_dm_media").body);
  });

  it("sends, and names the message as its events will", async () => {
    const { externalId } = await send({ text: "¿Qué tal?" });
    assert.equal(shown()[0]?.text, "¿Qué tal?");
    assert.equal(externalId, shown()[0]?.id);
    await pair.simulator.control.settled();
    const [told] = pair.calls;
    assert.ok(told);
    const [event] = await x.parse(
      { method: "POST", url: "", headers: {}, query: {}, rest: [], rawBody: told.raw },
      { ...account(), settings: { appId: "1" } },
    );
    assert.ok(event?.type === "message" && event.echo);
    assert.equal(event.externalId, externalId);
  });

  const files: [type: string, size: number][] = [
    ["image/jpeg", 2000],
    ["image/gif", 4 * 1024 * 1024 + 5],
    ["video/mp4", 9 * 1024 * 1024],
  ];
  for (const [type, size] of files) {
    it(`uploads ${type} of ${size} bytes whole, in parts`, async () => {
      await send({ text: "", files: [file(type, size)] });
      assert.deepEqual([shown()[0]?.files[0]?.type, shown()[0]?.files[0]?.size], [type, size]);
    });
  }

  it("tells a file that X refuses from a message that it refuses", async () => {
    const large = await failure({ files: [file("image/png", 5 * 1024 * 1024 + 1)] });
    assert.deepEqual([large.kind, x.explain(large.code).reason], ["refused", "media"]);
    const long = await failure({ text: "a".repeat(10_001) });
    assert.deepEqual([long.kind, x.explain(long.code).reason], ["refused", "content"]);
    assert.equal(shown().length, 0);
  });

  const refusals: [code: number, kind: string, reason: string][] = [
    [400, "refused", "content"],
    [401, "refused", "credentials"],
    [402, "refused", "configuration"],
    [403, "refused", "permission"],
    [404, "refused", "badAddress"],
    [503, "unknown", "transient"],
  ];
  for (const [code, kind, reason] of refusals) {
    it(`sorts ${code} as ${kind}, ${reason}`, async () => {
      next({ failure: { code, at: "call" } });
      const error = await failure();
      assert.equal(error.kind, kind);
      assert.equal(x.explain(error.code).reason, reason);
      assert.equal(shown().length, 0);
    });
  }

  it("waits until the limit begins anew", async () => {
    next({ failure: { code: 429, at: "call", retryAfter: 120 } });
    const { kind, retryAfter = 0 } = await failure();
    assert.equal(kind, "rateLimited");
    assert.ok(retryAfter > 110_000 && retryAfter < 125_000, String(retryAfter));
  });

  it("does not know what became of a call that was cut off", async () => {
    next({ call: "reset", accepted: true });
    assert.equal((await failure()).kind, "unknown");
    assert.equal(shown().length, 1);
  });

  it("may try again when only the upload was lost", async () => {
    const back = callInstead("X_API_BASE", "http://127.0.0.1:9/x");
    const error = await failure({ files: [file("image/png", 10)] });
    back();
    assert.equal(error.kind, "unreachable");
  });

  it("fetches a customer's picture with the account's token, and an open video without", async () => {
    const from = { xId: them };
    await pair.simulator.control.inbound({ channel: "x", from, kind: "image", text: "mira" }, "x");
    const [call] = pair.calls;
    assert.ok(call && x.media);
    const raw = { method: "POST", url: "", headers: {}, query: {}, rest: [], rawBody: call.raw };
    const [event] = await x.parse(raw, account());
    assert.ok(event?.type === "message");
    assert.deepEqual([event.kind, event.text], ["image", "mira"]);
    const found = await x.media(event.files[0]?.source ?? "", credentials, account());
    assert.equal((await fetch(found.url, { headers: found.headers })).status, 200);
    assert.equal((await fetch(found.url)).status, 401);
    const open = await x.media("https://video.twimg.com/a.mp4", credentials, account());
    assert.deepEqual(open.headers, {});
    const closed = await x.media("https://ton.twitter.com/a.jpg", credentials, account());
    assert.equal(closed.headers.authorization, "Bearer test_x_access_token");
    assert.ok(
      !("authorization" in (await x.media("not an address", credentials, account())).headers),
    );
  });
});

describe("checking an X channel", () => {
  pair.stand();

  const check = async (changes: Partial<Account> = {}, keys: object = {}) =>
    (await x.check?.({ ...account(), ...changes }, { ...credentials, ...keys }))?.map(
      ({ level, code }) => [level, code],
    );

  it("finds nothing wrong where nothing is", async () => {
    assert.deepEqual(await check(), [
      ["ok", "credentials"],
      ["ok", "webhook"],
    ]);
  });

  it("tells what is wrong", async () => {
    assert.deepEqual(await check({}, { accessToken: "old" }), [["error", "credentials"]]);
    assert.deepEqual((await check({ address: "1" }))?.[0], ["error", "otherAccount"]);
    assert.deepEqual((await check({ webhook: "https://a.example" }))?.[1], [
      "error",
      "webhookMissing",
    ]);
    assert.deepEqual((await check({}, { bearerToken: undefined }))?.[1], [
      "warning",
      "webhookUnknown",
    ]);
    const back = callInstead("X_API_BASE", "http://127.0.0.1:9/x");
    assert.deepEqual(await check(), [["error", "unreachable"]]);
    back();
  });

  it("tells a webhook that failed its challenge", async () => {
    const url = `${pair.simulator.url}/x/2/webhooks/1579138429103472640`;
    const headers = { authorization: "Bearer test_x_bearer_token" };
    assert.equal((await fetch(url, { method: "PUT", headers })).status, 400);
    assert.deepEqual((await check())?.[1], ["error", "webhookInvalid"]);
  });
});

describe("an X channel", () => {
  it("begins disabled, since X bills what passes through it", () => {
    assert.equal(x.offAtFirst, true);
  });

  it("asks for the app's number, without which nothing written in X would be seen", () => {
    const appId = x.fields.x?.find(({ name }) => name === "appId");
    assert.deepEqual([appId?.in, appId?.required], ["settings", true]);
  });
});
