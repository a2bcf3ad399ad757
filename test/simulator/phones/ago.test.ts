import assert from "node:assert/strict";
import type { InboundRequest } from "@hilo/simulator";
import { graph, phoneNumberId } from "../providers/meta/graph.ts";
import { type Pair, send, startPair } from "../support/house.ts";

const hour = 3_600_000;
const phone = "+56981234567";
const week = { agoMs: 170 * hour, text: "Hola" };

/** Who tells when a message was written, where in the body, and in what unit. */
const tellers: [
  provider: "meta" | "kapso" | "telegram" | "x",
  InboundRequest,
  RegExp,
  ms: number,
][] = [
  ["meta", { channel: "whatsapp", from: { phone } }, /"timestamp":"(\d{10})"/, 1000],
  ["meta", { channel: "messenger", from: { psid: "12345678" } }, /"timestamp":(\d{13})/, 1],
  ["meta", { channel: "instagram", from: { igsid: "12345678" } }, /"timestamp":(\d{13})/, 1],
  ["kapso", { channel: "whatsapp", from: { phone } }, /"timestamp":"(\d{10})"/, 1000],
  ["telegram", { channel: "telegram", from: { telegramId: "12345" } }, /"date":(\d{10})/, 1000],
  ["x", { channel: "x", from: { xId: "12345678" } }, /"created_timestamp":"(\d{13})"/, 1],
];

describe("A message that the provider brings long after it was written", () => {
  let pair: Pair;

  before(async () => {
    pair = await startPair();
  });
  after(() => pair.stop());
  beforeEach(() => {
    pair.simulator.control.reset();
    pair.calls.length = 0;
  });

  for (const [provider, message, time, unit] of tellers) {
    it(`has its time by ${message.channel} of ${provider}`, async () => {
      await pair.simulator.control.inbound({ ...message, ...week }, provider);
      const told = time.exec(String(pair.calls[0]?.raw))?.[1];
      const ago = Date.now() - Number(told) * unit;
      assert.ok(ago >= week.agoMs && ago < week.agoMs + 10_000, `${ago}`);
    });
  }

  it("opens no window", async () => {
    const { control } = pair.simulator;
    await control.inbound({ channel: "whatsapp", from: { phone }, ...week }, "meta");
    const body = { messaging_product: "whatsapp", to: phone.slice(1), text: { body: "Hola" } };
    await graph(pair, `${phoneNumberId}/messages`, { ...body, type: "text" });
    await control.settled();
    const [thread] = control.threads();
    assert.equal(thread?.entries.at(-1)?.error, "131047");
  });

  it("closes none that is open, and is taken as new where no time is told", async () => {
    const { control } = pair.simulator;
    await control.inbound({ channel: "whatsapp", from: { phone } });
    await control.inbound({ channel: "whatsapp", from: { phone }, ...week });
    await send(pair);
    await control.settled();
    assert.deepEqual(pair.statuses(), ["sent", "delivered"]);
  });
});
