import assert from "node:assert/strict";
import type { InboundEvent, MessageEvent } from "@hilo/schema";
import { storable } from "../../../functions/src/inbound/storable.ts";
import { setClock } from "../../../functions/src/platform/clock.ts";

const second = 1000;
const day = 24 * 60 * 60 * second;

function letter(externalId: string, more: Partial<MessageEvent> = {}): MessageEvent {
  const sender = { address: "ana" };
  return { type: "message", externalId, at: 0, sender, kind: "text", text: "", files: [], ...more };
}

function kept(...events: InboundEvent[]): InboundEvent[] {
  return storable(events, Buffer.from("{}"));
}

describe("a time that a provider tells", () => {
  const inTime = (at: number | null): number | null => {
    const [event] = kept(letter("m1", { at }));
    return event?.type === "message" ? event.at : assert.fail();
  };
  const now = Date.now();
  before(() => setClock(() => now));
  after(() => setClock());

  const none: [name: string, at: number][] = [
    ["an hour ahead", now + day / 24],
    ["a minute ahead", now + 60 * second],
    ["days ahead", now + 9 * day],
    ["in microseconds", now * 1000],
    ["in seconds", Math.floor(now / 1000)],
    ["before there were any such messages", 0],
  ];
  for (const [name, at] of none)
    it(`${name} is none: what is told by it happened now`, () => assert.equal(inTime(at), null));

  const believed: [name: string, at: number][] = [
    ["of this moment", now],
    ["months ago", now - 90 * day],
    ["a part of a second ahead, by which Telegram counts its updates", now + second],
  ];
  for (const [name, at] of believed) it(`${name} is believed`, () => assert.equal(inTime(at), at));

  it("holds for what was read, too", () => {
    const sender = { address: "ana" };
    const [mark] = kept({ type: "watermark", sender, status: "read", until: now + day });
    assert.ok(mark?.type === "watermark" && mark.until < now + day / 2 && mark.until >= now);
  });
});

describe("messages of one body", () => {
  const orders = (...events: InboundEvent[]) =>
    kept(...events).map((event) => (event.type === "message" ? event.order : undefined));

  it("are counted as they stand there", () => {
    const told = orders(letter("a"), letter("b"), letter("c"));
    assert.deepEqual(told, told.toSorted());
    assert.equal(new Set(told).size, 3);
  });

  it("keep the provider's own count", () => {
    assert.deepEqual(orders(letter("a", { order: 8 }), letter("b", { order: 7 })), [8, 7]);
  });

  it("stand before those of a later body", async () => {
    const first = orders(letter("a"), letter("b"));
    await new Promise((resolve) => setTimeout(resolve, 3));
    const next = orders(letter("c"), letter("d"));
    assert.ok((first.at(-1) ?? 0) < (next[0] ?? 0));
  });

  it("need no count when there is one alone", () =>
    assert.deepEqual(orders(letter("a")), [undefined]));

  it("are not confused by what else stands there", () => {
    const ignored = { type: "ignored" as const, reason: "typing" };
    const [first, none, last] = orders(letter("a"), ignored, letter("b"));
    assert.equal(none, undefined);
    assert.ok((first ?? 0) < (last ?? 0));
  });
});
