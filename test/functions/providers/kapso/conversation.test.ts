import assert from "node:assert/strict";
import type { InboundEvent, MessageEvent } from "@hilo/schema";
import type { InboundRequest } from "@hilo/simulator";
import type { Account, OutboundMessage } from "../../../../functions/src/providers/adapter.ts";
import { ProviderError } from "../../../../functions/src/providers/adapter.ts";
import { kapso } from "../../../../functions/src/providers/kapso/index.ts";
import { proofFor } from "../../../../functions/src/providers/message-proof.ts";
import type { Pair } from "../../../simulator/support/house.ts";
import { requestOf, standingPair } from "../../../simulator/support/standing-pair.ts";
import { callInstead } from "../provider-server.ts";
import { settings } from "./samples.ts";

const credentials = { apiKey: "test_kapso_api_key", webhookSecret: "test_kapso_secret" };
const account: Account = {
  workspaceId: "demo",
  channelId: "kapso",
  platform: "whatsapp",
  address: "+15550100002",
  settings,
  webhook: "",
};
const daniela = { phone: "+56981000110", name: "Daniela Contreras" };

const outgoing = (changes: Partial<OutboundMessage>): OutboundMessage => ({
  ...{ workspaceId: "demo", channelId: "kapso", platform: "whatsapp" as const },
  ...{ conversationId: "c1", messageId: "m1" },
  ...{ from: account.address, to: daniela.phone, kind: "text", text: "Hola", files: [] },
  ...{ webhook: "", settings, author: "Ana" },
  ...changes,
});

describe("A conversation by Kapso, with its imitation", () => {
  const pair = standingPair({ api: ["KAPSO_API_BASE", "kapso"] });
  pair.stand();

  /** What the webhooks so far say, each of which must be signed. */
  async function told(): Promise<InboundEvent[]> {
    await pair.simulator.control.settled();
    const events = pair.calls.map((call) => {
      const request = requestOf(call);
      assert.ok(kapso.verify(request, credentials));
      return kapso.parse(request, account);
    });
    return (await Promise.all(events)).flat();
  }

  const write = (message: Partial<InboundRequest> = { text: "hola" }) =>
    pair.simulator.control.inbound({ channel: "whatsapp", from: daniela, ...message }, "kapso");
  const lastEntry = () => pair.simulator.control.threads()[0]?.entries.at(-1);

  const kinds: [Partial<InboundRequest>, string][] = [
    [{ text: "hola" }, "text"],
    [{ kind: "image", text: "mira" }, "image"],
    [{ kind: "audio" }, "audio"],
    [{ kind: "document" }, "document"],
    [{ kind: "sticker" }, "sticker"],
    [{ kind: "location" }, "location"],
    [{ kind: "contact" }, "contact"],
    [{ kind: "button", button: { id: "y", title: "Sí" } }, "buttons"],
    [{ kind: "list", list: { id: "r", title: "Rojo" } }, "buttons"],
  ];
  for (const [message, kind] of kinds) {
    it(`brings ${message.kind ?? "text"}`, async () => {
      await write(message);
      const [event] = await told();
      assert.equal((event as MessageEvent).kind, kind);
      assert.equal((event as MessageEvent).sender.phone, daniela.phone);
    });
  }

  it("fetches what came, with the key only where it belongs", async () => {
    await write({ kind: "image" });
    const [event] = await told();
    const [file] = (event as MessageEvent).files;
    const request = await kapso.media?.(file?.source ?? "", credentials, account);
    assert.equal((await fetch(request?.url ?? "")).status, 200);
    const elsewhere = await kapso.media?.("https://x.fbsbx.com/a", credentials, account);
    assert.deepEqual(elsewhere?.headers, {});
    const own = await kapso.media?.("https://api.kapso.ai/media/y", credentials, account);
    assert.deepEqual(own?.headers, { "x-api-key": credentials.apiKey });
  });

  it("asks where a file is when only its id is known", async () => {
    const { entry } = await write({ kind: "image" });
    const request = await kapso.media?.(entry.files[0]?.id ?? "", credentials, account);
    const file = await fetch(request?.url ?? "", { headers: request?.headers ?? {} });
    assert.equal(Number(file.headers.get("content-length")), entry.files[0]?.size);
    await assert.rejects(async () => kapso.media?.("none", credentials, account), ProviderError);
  });

  it("sends, and hears how far it got", async () => {
    await write();
    pair.calls.length = 0;
    const { externalId } = await kapso.send(outgoing({}), credentials);
    assert.deepEqual(
      (await told()).map((event) => event.type === "status" && [event.externalId, event.status]),
      [
        [externalId, "sent"],
        [externalId, "delivered"],
      ],
    );
    const [status] = await told();
    assert.deepEqual(status?.type === "status" && status.message, {
      conversationId: "c1",
      messageId: "m1",
      mark: proofFor(account, { conversationId: "c1", messageId: "m1" }),
    });
    assert.equal(lastEntry()?.text, "Hola");
  });

  it("sends files, places, cards, buttons, reactions and answers", async () => {
    const { entry } = await write();
    pair.files.set("/a.png", { type: "image/png", bytes: Buffer.from("x") });
    const url = `${pair.target}/a.png`;
    const file = {
      url,
      type: "image/png",
      name: "a.png",
      size: 1,
      read: async () => Buffer.from("x"),
    };
    await kapso.send(outgoing({ kind: "image", text: "mira", files: [file] }), credentials);
    await told();
    assert.equal(lastEntry()?.files[0]?.type, "image/png");
    await kapso.send(outgoing({ location: { latitude: 1, longitude: 2 }, text: "" }), credentials);
    assert.equal(lastEntry()?.place?.latitude, 1);
    const card = { name: "Ana Pérez", phones: ["+56 9 1"], emails: [] };
    await kapso.send(outgoing({ cards: [card], text: "" }), credentials);
    assert.equal(lastEntry()?.card?.name, "Ana Pérez");
    const options = { buttons: [{ id: "y", title: "Sí" }] };
    await kapso.send(outgoing({ options, replyTo: entry.id }), credentials);
    assert.equal(lastEntry()?.offer?.buttons?.[0]?.title, "Sí");
    assert.equal(lastEntry()?.replyTo, entry.id);
    const list = { button: "Ver", rows: [{ id: "r", title: "Rojo" }] };
    await kapso.send(outgoing({ options: { list } }), credentials);
    assert.equal(lastEntry()?.offer?.list?.rows[0]?.title, "Rojo");
    await kapso.send(outgoing({ kind: "reaction", text: "👍", replyTo: entry.id }), credentials);
    assert.equal(entry.reactions?.business, "👍");
  });

  it("reaches somebody by their user id", async () => {
    await kapso.send(outgoing({ to: "CL.7302918460021" }), credentials);
    assert.equal(lastEntry()?.text, "Hola");
  });

  it("shows what was read", async () => {
    const { entry } = await write();
    const message = { externalId: entry.id, to: daniela.phone, account };
    await kapso.seen?.(message, credentials);
    assert.equal(entry.status, "read");
  });

  const failures: [
    string,
    Parameters<Pair["simulator"]["control"]["behave"]>[0]["behaviour"],
    string,
    string?,
  ][] = [
    ["in flight", { failure: { code: "409", at: "call" } }, "rateLimited", "409"],
    ["not allowed", { failure: { code: "403", at: "call" } }, "refused", "403"],
    ["Meta's refusal", { failure: { code: "131026", at: "call" } }, "refused", "131026"],
    ["a fault", { call: "error" }, "unknown", "5xx"],
    ["a broken connection", { call: "reset" }, "unknown"],
  ];
  for (const [name, behaviour, kind, code] of failures) {
    it(`tells ${name} as ${kind}`, async () => {
      pair.simulator.control.behave({ scope: "next", behaviour });
      await assert.rejects(kapso.send(outgoing({}), credentials), { kind, ...(code && { code }) });
    });
  }

  it("tells a wrong key and a closed window", async () => {
    await assert.rejects(kapso.send(outgoing({}), { ...credentials, apiKey: "x" }), {
      kind: "refused",
      code: "401",
    });
    await kapso.send(outgoing({}), credentials);
    const [failed] = await told();
    assert.equal(failed?.type === "status" && failed.error?.reason, "windowClosed");
  });

  it("keeps templates, and sends one where the window is closed", async () => {
    const own = { ...account, settings: { ...settings, accountId: "102290129340398" } };
    const kept = (await kapso.templates?.list(own, credentials)) ?? [];
    const plain = kept.find(({ status, text }) => status === "approved" && !text.includes("{{"));
    assert.ok(kept.length > 1);
    assert.ok(kept.every(({ externalId }) => externalId));
    await assert.rejects(async () => kapso.templates?.list(account, credentials), {
      code: "lacks_accountId",
    });
    const wrong = { ...credentials, apiKey: "x" };
    await assert.rejects(async () => kapso.templates?.list(own, wrong), { code: "401" });
    if (!plain) return;
    const template = { ...plain, channelId: "kapso", variables: {} };
    await kapso.send(outgoing({ template, text: plain.text }), credentials);
    assert.equal((await told()).at(-1)?.type, "status");
  });

  it("finds what is wrong with an account", async () => {
    const codes = async (changes: Partial<Account>, apiKey = credentials.apiKey) =>
      (await kapso.check?.({ ...account, ...changes }, { ...credentials, apiKey }))?.map(
        ({ level, code }) => `${level} ${code}`,
      );
    assert.deepEqual(await codes({}), ["ok credentials", "ok number"]);
    assert.deepEqual(await codes({}, "wrong"), ["error credentials"]);
    assert.deepEqual(await codes({ settings: { phoneNumberId: "1" } }), ["error noAccount"]);
    assert.equal((await codes({ address: "+1999" }))?.[1], "error otherNumber");
    const back = callInstead("KAPSO_API_BASE", "http://127.0.0.1:9");
    assert.deepEqual(await codes({}), ["error unreachable"]);
    back();
  });
});
