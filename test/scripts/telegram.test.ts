import assert from "node:assert/strict";
import { mock } from "node:test";
import { main as setUp } from "../../scripts/telegram-setup.ts";
import { main as tryOut } from "../../scripts/telegram-test.ts";
import { act, call } from "../simulator/providers/telegram/bot.ts";
import { type Pair, startPair } from "../simulator/support/house.ts";

const token = "123456789:test_telegram_token";

describe("the Telegram commands", () => {
  let pair: Pair;
  let said: string[];
  beforeEach(async () => {
    pair = await startPair();
    said = [];
    mock.method(console, "log", (line: string) => said.push(line));
  });
  afterEach(() => {
    mock.restoreAll();
    return pair.stop();
  });

  const bot = () => ["--token", token, "--api", `${pair.simulator.url}/telegram/`];
  const place = () => ["--address", `${pair.target}/`, "--workspace", "demo", "--channel", "bot-1"];

  it("set a channel's webhook with its secret, for every kind of update", async () => {
    await setUp([...bot(), ...place(), "--secret", "a-secret-of-ours"]);
    await act(pair, { text: "Hola" });
    const { entry } = await act(pair, { text: "Hola" });
    await act(pair, { kind: "reaction", target: entry.id, emoji: "🔥" });
    const [first] = pair.calls;
    assert.equal(pair.calls.length, 3);
    assert.equal(first?.path, "/webhooks/telegram/demo/bot-1");
    assert.equal(first?.headers["x-telegram-bot-api-secret-token"], "a-secret-of-ours");
    assert.match(said.join("\n"), /@andes_gestion_bot, number 123456789/);
    assert.doesNotMatch(said.join("\n"), /a-secret-of-ours|test_telegram_token/);
  });

  it("make a secret when asked to, and tell it once", async () => {
    await setUp([...bot(), ...place(), "--new-secret"]);
    await act(pair, { text: "Hola" });
    const secret = pair.calls[0]?.headers["x-telegram-bot-api-secret-token"];
    assert.match(String(secret), /^[0-9a-f]{48}$/);
    assert.ok(said.join("\n").includes(String(secret)));
  });

  it("send a test message, to a group too", async () => {
    await tryOut([...bot(), "--chat-id", "1928775604", "--text", "¿Se lee?"]);
    await tryOut([...bot(), "--chat-id", "-1002000000001"]);
    const texts = pair.simulator.control
      .threads()
      .flatMap(({ entries }) => entries.map(({ text }) => text));
    assert.equal(texts[0], "¿Se lee?");
    assert.match(String(texts[1]), /^Hilo: a test message/);
    assert.match(String(said[0]), /^Sent to chat 1928775604 as message \d+\.$/);
  });

  const refusals: [name: string, run: () => Promise<void>, words: RegExp][] = [
    ["no token", () => tryOut(["--chat-id", "1928775604"]), /token is missing/],
    ["no chat", () => tryOut(bot()), /--chat-id is needed/],
    ["an option nobody knows", () => tryOut(["--chatid", "1"]), /chatid/],
    [
      "a chat that is not there",
      () => tryOut([...bot(), "--chat-id", "12"]),
      /chat not found|Unknown chat/,
    ],
    ["no secret", () => setUp([...bot(), ...place()]), /secret is missing/],
    ["a secret with blanks", () => setUp([...bot(), ...place(), "--secret", "a b"]), /1 to 256/],
    ["no channel", () => setUp([...bot(), "--secret", "s"]), /--channel are needed/],
    [
      "http for the real Telegram",
      () =>
        setUp([...place(), "--token", token, "--secret", "s", "--api", "https://api.telegram.org"]),
      /https on port 443/,
    ],
    [
      "a server that is not there",
      () => tryOut(["--token", token, "--api", "http://127.0.0.1:9", "--chat-id", "12345"]),
      /did not answer/,
    ],
  ];
  for (const [name, run, words] of refusals) {
    it(`explain ${name}`, async () => {
      await assert.rejects(run, { name: "Refusal", message: words });
      assert.equal((await call(pair, "getWebhookInfo")).status, 200);
    });
  }

  it("say what they take", async () => {
    await setUp(["--help"]);
    await tryOut(["-h"]);
    assert.match(String(said[0]), /--workspace/);
    assert.match(String(said[1]), /--chat-id/);
  });
});
