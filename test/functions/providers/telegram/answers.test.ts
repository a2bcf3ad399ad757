import { deepEqual, equal } from "node:assert/strict";
import { mock } from "node:test";
import { setClock } from "../../../../functions/src/platform/clock.ts";
import type { Account } from "../../../../functions/src/providers/adapter.ts";
import { telegram } from "../../../../functions/src/providers/telegram/index.ts";
import { updateKinds } from "../../../../functions/src/providers/telegram/kinds.ts";
import { callOf } from "../../../../functions/src/providers/telegram/request.ts";
import { main as setUp } from "../../../../scripts/telegram-setup.ts";
import { everySampleIsClaimed } from "../claims.ts";
import { providerServer } from "../provider-server.ts";
import { failureOf, type Listed, retriesAsListed } from "../retries.ts";
import { fixture, outbound, outboundFile, type Sample, sampleBody, samples } from "./samples.ts";

const api = providerServer("TELEGRAM_API_BASE");
const credentials = { token: "123456789:token", secretToken: "A1b2_c3-d4" };
const to = "700000001";
const send = (chat = to) => telegram.send(outbound({ to: chat }), credentials);
const sample = (event: string) => fixture<Sample>(`samples/${event}.json`);

/** The next answers, one a call; the last one again and again. */
function answer(...events: string[]): void {
  api.answer = () => {
    const { response, body } = sample(events[api.calls.length - 1] ?? events.at(-1) ?? "");
    return { status: response?.status, body };
  };
}

const failures: Record<string, [kind: string, reason: string, retryAfter?: number]> = {
  error_400_chat_not_found: ["refused", "badAddress"],
  error_400_file_too_big: ["refused", "media"],
  error_400_parse_entities: ["refused", "content"],
  error_401: ["refused", "credentials"],
  error_403_blocked: ["refused", "blocked"],
  error_403_cant_initiate: ["refused", "unreachable"],
  error_403_deactivated: ["refused", "badAddress"],
  error_429: ["rateLimited", "rateLimited", 14_000],
  error_502: ["unknown", "transient"],
};

describe("what Telegram answers to a send", () => {
  api.serve();

  it("send_message_ok is a receipt, which names the chat too", async () => {
    answer("send_message_ok");
    deepEqual(await send(), { externalId: "700000001:201" });
  });

  for (const [event, [kind, reason, retryAfter]] of Object.entries(failures))
    it(`${event} is ${kind}, ${reason}`, async () => {
      answer(event);
      const failure = await failureOf(send());
      deepEqual([failure.kind, failure.retryAfter], [kind, retryAfter]);
      equal(telegram.explain(failure.code).reason, reason);
    });

  it("error_400_migrated is sent once more, to the chat's new id", async () => {
    answer("error_400_migrated", "send_message_ok");
    deepEqual(await send("-4001"), { externalId: "-1001234567890:201" });
    const chats = api.calls.map(({ body }) => (body as { chat_id: unknown }).chat_id);
    deepEqual(chats, [-4001, -1001234567890]);
  });

  it("error_400_migrated is a refusal when the new chat has moved again", async () => {
    answer("error_400_migrated");
    equal((await failureOf(send("-4001"))).kind, "refused");
    equal(api.calls.length, 2);
  });

  const { errors } = fixture<{ errors: Listed[] }>("errors.json");
  retriesAsListed(errors, (code) => {
    const [error_code = 0, words = ""] = [Number.parseInt(code, 10), code.split(":")[1]];
    const description = `Bad Request: ${words}`;
    api.answer = () => ({ status: error_code, body: { ok: false, error_code, description } });
    return send();
  });
});

const requests: [sample: string, message: Parameters<typeof outbound>[0]][] = [
  ["send_text", { text: "Hello", replyTo: "700000001:101" }],
  [
    "send_photo",
    {
      kind: "image",
      text: "c",
      files: [{ ...outboundFile("image/jpeg"), url: "https://cdn.example.com/a.jpg" }],
    },
  ],
  [
    "send_document",
    {
      kind: "document",
      text: "",
      files: [{ ...outboundFile("application/pdf"), url: "https://cdn.example.com/a.pdf" }],
    },
  ],
  [
    "send_text_keyboard",
    {
      kind: "buttons",
      text: "Confirm?",
      options: {
        buttons: [
          { id: "confirm:42", title: "Yes" },
          { id: "open", title: "Open", url: "https://example.com" },
        ],
      },
    },
  ],
];

const methodOf = ({ request }: Sample) => request?.url?.split("/").at(-1);

describe("what is sent to Telegram", () => {
  for (const [event, given] of requests)
    it(`is ${event}`, () => {
      const { method, params } = callOf(outbound({ to, ...given }));
      deepEqual([method, params], [methodOf(sample(event)), sampleBody(event)]);
    });
});

describe("what else Telegram is asked", () => {
  api.serve();
  afterEach(() => {
    mock.restoreAll();
    setClock();
  });

  const account: Account = {
    workspaceId: "demo",
    channelId: "telegram",
    platform: "telegram",
    address: "123456789",
    settings: {},
    webhook: "https://app.example.com/webhooks/telegram",
  };

  it("is answer_callback_query, without a text: nothing is to pop up over the chat", async () => {
    const event = sample("answer_callback_query");
    const { text: _, ...wanted } = event.body;
    api.answer = () => ({ body: { ok: true, result: true } });
    const callback_query = { id: wanted.callback_query_id, from: { id: 1 }, data: "x" };
    const rawBody = Buffer.from(JSON.stringify({ update_id: 1, callback_query }));
    const request = { method: "POST", url: "", headers: {}, query: {}, rest: [], rawBody };
    await telegram.acknowledge?.(request, account, credentials);
    const [call] = api.calls;
    deepEqual([call?.path.split("/").at(-1), call?.body], [methodOf(event), wanted]);
  });

  it("is get_file_ok, for where a file is", async () => {
    answer("get_file_ok");
    const found = await telegram.media?.("BQACd", credentials, account);
    equal(found?.url, `${api.url}/file/bot123456789:token/documents/file_1.pdf`);
    deepEqual(api.calls[0]?.body, { file_id: "BQACd" });
  });

  const info = sampleBody("get_webhook_info").result as Record<string, unknown>;
  const asked = (changes: object = {}) => {
    const me = { id: 123456789, is_bot: true, first_name: "ShopBot", username: "shop_bot" };
    api.answer = ({ path }) => {
      if (path.endsWith("/getMe")) return { body: { ok: true, result: me } };
      if (path.endsWith("/setWebhook")) return { body: sampleBody("set_webhook_ok") };
      return { body: { ok: true, result: { ...info, ...changes } } };
    };
  };

  it("is get_webhook_info, for what is wrong with the webhook", async () => {
    asked();
    setClock(() => (Number(info.last_error_date) + 60) * 1000);
    const findings = await telegram.check?.(account, credentials);
    deepEqual(
      findings?.map(({ code }) => code),
      ["credentials", "webhookError", "webhookKinds"],
    );
  });

  it("is set_webhook, answered set_webhook_ok, with every kind of update we read and no limit but Telegram's own", async () => {
    const url = "https://app.example.com/webhooks/telegram/demo/telegram";
    asked({ url });
    const said = mock.method(console, "log", () => undefined);
    const place = ["--address", "https://app.example.com", "--workspace", "demo"];
    const bot = ["--token", credentials.token, "--api", api.url, "--channel", "telegram"];
    await setUp([...bot, ...place, "--secret", credentials.secretToken]);
    const { max_connections, ...set } = sampleBody("set_webhook");
    const [call] = api.calls;
    deepEqual(call?.body, { ...set, url, allowed_updates: [...updateKinds] });
    const read: readonly string[] = updateKinds;
    deepEqual(
      (set.allowed_updates as string[]).filter((kind) => !read.includes(kind)),
      [],
    );
    deepEqual([max_connections, said.mock.callCount()], [40, 1]);
  });
});

describe("Telegram's samples", () => {
  it("are all claimed by a test", () => {
    const asked = ["answer_callback_query", "get_file_ok", "get_webhook_info"];
    const told = ["send_message_ok", "error_400_migrated", "set_webhook", "set_webhook_ok"];
    const sent = requests.map(([event]) => event);
    const rows = [...Object.keys(failures), ...sent, ...asked, ...told];
    everySampleIsClaimed(import.meta.url, samples, rows, {});
  });
});
