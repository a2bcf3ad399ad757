import assert from "node:assert/strict";
import type { Account, ProviderError } from "../../../../functions/src/providers/adapter.ts";
import { telegram } from "../../../../functions/src/providers/telegram/index.ts";
import { standingPair } from "../../../simulator/support/standing-pair.ts";
import { callInstead } from "../provider-server.ts";
import { outbound, outboundFile } from "./samples.ts";

const credentials = {
  token: "123456789:test_telegram_token",
  secretToken: "test_telegram_secret",
};
const to = "1928775604";
const from = { telegramId: to, name: "Nicolás Cáceres" };

const pair = standingPair({ api: ["TELEGRAM_API_BASE", "telegram"] });

const account = (): Account => ({
  workspaceId: "demo",
  channelId: "telegram",
  platform: "telegram",
  address: "123456789",
  settings: {},
  webhook: `${pair.target}/webhooks/telegram/demo/telegram`,
});

const write = (text = "Hola") =>
  pair.simulator.control.inbound({ channel: "telegram", from, text }, "telegram");

const send = (changes: Parameters<typeof outbound>[0] = {}) =>
  telegram.send(outbound({ to, ...changes }), credentials);

/** What the customer's phone shows, without what they wrote themselves. */
const shown = () =>
  pair.simulator.control
    .threads()
    .flatMap(({ entries }) => entries.filter((entry) => entry.from === "business"));

async function failure(changes: Parameters<typeof outbound>[0] = {}): Promise<ProviderError> {
  try {
    await send(changes);
  } catch (error) {
    return error as ProviderError;
  }
  throw new Error("The send went through");
}

const next = (behaviour: object) =>
  pair.simulator.control.behave({ scope: "next", behaviour: { ...behaviour } });

describe("sending by Telegram", () => {
  pair.stand();

  it("sends, and names the message as its updates will", async () => {
    const { externalId } = await send({ text: "¿Qué tal?" });
    const [entry] = shown();
    assert.equal(entry?.text, "¿Qué tal?");
    assert.equal(externalId, entry?.id);
    assert.match(externalId, /^1928775604:\d+$/);
  });

  it("hands a picture over by its address, or whole when it cannot be fetched", async () => {
    const file = outboundFile("image/jpeg", 1000, "foto.jpg");
    pair.files.set("/foto.jpg", { type: "image/jpeg", bytes: Buffer.alloc(7, 1) });
    await send({ kind: "image", text: "", files: [{ ...file, url: `${pair.target}/foto.jpg` }] });
    await send({ kind: "image", text: "", files: [file] });
    assert.deepEqual(
      shown().map(({ kind, files }) => [kind, files[0]?.size]),
      [
        ["image", 7],
        ["image", 1000],
      ],
    );
  });

  it("uploads what Telegram does not fetch, with its name and words", async () => {
    const file = outboundFile("text/csv", 300, "ventas 2026.csv");
    await send({ kind: "document", text: "Las ventas", files: [file] });
    const [entry] = shown();
    assert.deepEqual([entry?.kind, entry?.text], ["document", "Las ventas"]);
    assert.deepEqual(
      [entry?.files[0]?.name, entry?.files[0]?.type],
      ["ventas 2026.csv", "text/csv"],
    );
  });

  it("quotes, offers buttons, and reacts", async () => {
    const { entry } = await write();
    const options = { buttons: [{ id: "si", title: "Sí" }] };
    await send({ kind: "buttons", text: "¿Vamos?", options, replyTo: entry.id });
    await send({ kind: "reaction", text: "🔥", replyTo: entry.id });
    const [asked] = shown();
    assert.equal(asked?.replyTo, entry.id);
    assert.deepEqual(asked?.offer?.buttons, [{ id: "si", title: "Sí" }]);
    assert.equal(entry.reactions?.business, "🔥");
    await send({ kind: "reaction", text: "", replyTo: entry.id });
    assert.equal(entry.reactions?.business, undefined);
  });

  it("follows a group to its new id within the same send", async () => {
    const group = "-4000001";
    next({ failure: { code: "400.migrated", at: "call" } });
    const { externalId } = await send({ to: group, text: "Hola, bodega" });
    await pair.simulator.control.settled();
    assert.equal(shown().length, 1);
    assert.equal(shown()[0]?.id, externalId);
    assert.match(externalId, /^-100\d{10}:/);
    const [told] = pair.calls.map(({ raw }) =>
      telegram.parse({ ...request, rawBody: raw }, account()),
    );
    const [event] = (await told) ?? [];
    assert.ok(event?.type === "identity");
    assert.equal(externalId.split(":")[0], event.sender.address);
  });

  const refusals: [code: string, kind: string, reason: string][] = [
    ["403.blocked", "refused", "blocked"],
    ["403.deactivated", "refused", "badAddress"],
    ["400.entities", "refused", "content"],
    ["401", "refused", "credentials"],
    ["502", "unknown", "transient"],
  ];
  for (const [code, kind, reason] of refusals) {
    it(`sorts ${code} as ${kind}, ${reason}`, async () => {
      next({ failure: { code, at: "call" } });
      const error = await failure();
      assert.equal(error.kind, kind);
      assert.equal(telegram.explain(error.code).reason, reason);
      assert.equal(shown().length, 0);
    });
  }

  it("waits as long as Telegram asks", async () => {
    next({ failure: { code: "429", at: "call", retryAfter: 14 } });
    const { kind, retryAfter } = await failure();
    assert.deepEqual([kind, retryAfter], ["rateLimited", 14_000]);
  });

  it("does not know what became of a call that was cut off", async () => {
    next({ call: "reset", accepted: true });
    assert.equal((await failure()).kind, "unknown");
    assert.equal(shown().length, 1);
  });

  it("is refused by who blocked the bot, until they unblock it", async () => {
    const act = (kind: "block" | "unblock") =>
      pair.simulator.control.inbound({ channel: "telegram", from, kind }, "telegram");
    await act("block");
    assert.equal((await failure()).code, "403:bot was blocked by the user");
    await act("unblock");
    await send();
  });

  it("is refused a wrong token, and says nothing of it", async () => {
    const wrong = { ...credentials, token: "123456789:stolen-token" };
    const error: ProviderError = await telegram.send(outbound({ to }), wrong).then(
      () => assert.fail("The send went through"),
      (thrown) => thrown,
    );
    assert.equal(telegram.explain(error.code).reason, "credentials");
    assert.doesNotMatch(`${error.code} ${error.message} ${error.stack}`, /stolen-token/);
  });

  it("is unreachable where nobody listens", async () => {
    const back = callInstead("TELEGRAM_API_BASE", "http://127.0.0.1:9/telegram");
    const error = await failure();
    back();
    assert.equal(error.kind, "unreachable");
    assert.doesNotMatch(`${error.message} ${error.stack}`, /test_telegram_token/);
  });
});

const request = { method: "POST", url: "", headers: {}, query: {}, rest: [] };

/** How the simulator answered the calls of a method. */
async function answered(method: string): Promise<(number | null)[]> {
  const response = await fetch(`${pair.simulator.url}/control/threads`);
  const { exchanges } = (await response.json()) as {
    exchanges: { path: string; status: number | null }[];
  };
  return exchanges.filter(({ path }) => path.endsWith(method)).map(({ status }) => status);
}

describe("what else Telegram is asked", () => {
  pair.stand();

  it("finds a customer's file, at the configured server only", async () => {
    const { entry } = await pair.simulator.control.inbound(
      { channel: "telegram", from, kind: "document" },
      "telegram",
    );
    const [call] = pair.calls;
    assert.ok(call && telegram.media);
    const [event] = await telegram.parse({ ...request, rawBody: call.raw }, account());
    assert.ok(event?.type === "message");
    const [file] = event.files;
    const found = await telegram.media(file?.source ?? "", credentials, account());
    assert.deepEqual([found.hosts, found.headers], [["127.0.0.1"], {}]);
    assert.ok(!file?.source.includes("test_telegram_token"));
    const response = await fetch(found.url);
    assert.equal((await response.arrayBuffer()).byteLength, entry.files[0]?.size);
    await assert.rejects(async () => telegram.media?.("BQACnone", credentials, account()), {
      kind: "refused",
    });
  });

  it("lets a pressed button stop turning, once", async () => {
    const options = { buttons: [{ id: "si", title: "Sí" }] };
    await send({ kind: "buttons", text: "¿Vamos?", options });
    const button = { id: "si", title: "Sí" };
    await pair.simulator.control.inbound(
      { channel: "telegram", from, kind: "button", button },
      "telegram",
    );
    const [call] = pair.calls;
    assert.ok(call && telegram.acknowledge);
    const pressed = { ...request, rawBody: call.raw };
    await telegram.acknowledge(pressed, account(), credentials);
    // The second time Telegram no longer waits for it, which is nobody's loss.
    await telegram.acknowledge(pressed, account(), credentials);
    await telegram.acknowledge({ ...request, rawBody: Buffer.from("{}") }, account(), credentials);
    assert.deepEqual(await answered("answerCallbackQuery"), [200, 400]);
  });
});

describe("checking a Telegram channel", () => {
  pair.stand();

  const check = async (changes: Partial<Account> = {}, keys = credentials) =>
    (await telegram.check?.({ ...account(), ...changes }, keys))?.map(({ level, code }) => [
      level,
      code,
    ]);
  const call = (method: string, params: object) =>
    fetch(`${pair.simulator.url}/telegram/bot${credentials.token}/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(params),
    });

  it("finds nothing wrong where nothing is", async () => {
    assert.deepEqual(await check(), [
      ["ok", "credentials"],
      ["ok", "webhook"],
    ]);
  });

  it("tells a wrong token, another bot's, and a server that is not there", async () => {
    const wrong = { ...credentials, token: "123456789:other_token_here" };
    assert.deepEqual(await check({}, wrong), [["error", "credentials"]]);
    assert.deepEqual((await check({ address: "987654321" }))?.[0], ["error", "otherAccount"]);
    const back = callInstead("TELEGRAM_API_BASE", "http://127.0.0.1:9/telegram");
    assert.deepEqual(await check(), [["error", "unreachable"]]);
    back();
  });

  it("tells that updates go elsewhere, or nowhere", async () => {
    assert.deepEqual((await check({ webhook: "https://other.example/hook" }))?.[1], [
      "error",
      "webhookElsewhere",
    ]);
    await call("deleteWebhook", {});
    assert.deepEqual((await check())?.[1], ["error", "webhookMissing"]);
  });

  it("tells which updates are left out", async () => {
    const { webhook: url } = account();
    await call("setWebhook", { url, secret_token: "x", allowed_updates: ["message"] });
    assert.deepEqual((await check())?.[1], ["warning", "webhookKinds"]);
    await call("setWebhook", { url, secret_token: "x", allowed_updates: [] });
    assert.deepEqual((await check())?.[1], ["warning", "webhookKinds"]);
  });

  it("tells a secret that is not the channel's from another failure", async () => {
    pair.answers.push(401);
    await write();
    assert.deepEqual((await check())?.[1], ["error", "webhookSecret"]);
    pair.answers.push(404);
    await write();
    assert.deepEqual((await check())?.[1], ["warning", "webhookError"]);
  });
});
