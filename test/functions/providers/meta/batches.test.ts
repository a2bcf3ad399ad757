import { deepEqual, doesNotThrow, equal } from "node:assert/strict";
import { InboundEvent } from "@hilo/schema";
import fc from "fast-check";
import { parse } from "../../../../functions/src/providers/meta/inbound.ts";
import { spoiled } from "../../../support/spoiled.ts";
import { account, bodyOf, change, pageEvent, read, requestWith, samplesOf } from "./samples.ts";

describe("a webhook with several events", () => {
  it("is read entry by entry, each for its own account", () => {
    const told = read(bodyOf("whatsapp", "batch_two_phone_numbers")).map(
      (event) => event.type === "message" && [event.account, event.text],
    );
    deepEqual(told, [
      ["106540352242922", "A"],
      ["777", "B"],
    ]);
    deepEqual(
      read(bodyOf("messenger", "batch_two_entries")).map(
        (event) => "account" in event && event.account,
      ),
      ["682498302938465", "999"],
    );
  });

  it("may hold messages and statuses beside each other", () => {
    const value = {
      messages: [1, 2].map((n) => ({
        id: `in${n}`,
        from: "56987654321",
        type: "text",
        text: { body: "x" },
      })),
      statuses: [{ id: "out", status: "read" }],
    };
    deepEqual(
      read(change(value)).map((event) => "externalId" in event && event.externalId),
      ["in1", "in2", "out"],
    );
  });

  it("is read in a moment, however many people stand beside it", () => {
    const people = Array.from({ length: 4000 }, (_, n) => String(56_900_000_000 + n));
    const contacts = people.map((wa_id) => ({ wa_id, profile: { name: wa_id } }));
    const messages = people.map((from) => ({ id: from, from, type: "text", text: { body: "x" } }));
    const begun = performance.now();
    const events = parse(requestWith(change({ contacts, messages })), account("whatsapp"));
    equal(performance.now() - begun < 3000, true);
    const last = events.at(-1);
    equal(last?.type === "message" && last.sender.name, people.at(-1));
  });

  it("is not spoiled by a bad item", () => {
    const good = { id: "w", from: "56987654321", type: "text", text: { body: "x" } };
    const value = { messages: [null, 7, {}, { ...good, text: 5 }, good], statuses: ["?", {}] };
    const body = change(value);
    const entry: unknown[] = [null, "x", {}, { changes: [null, {}, { field: 1 }] }, ...body.entry];
    const events = read({ ...body, entry });
    const messages = events.flatMap((event) => (event.type === "message" ? [event.kind] : []));
    deepEqual(messages, ["unsupported", "text"]);
    equal(events.length > 8, true);
  });

  it("is not spoiled by a bad event of a page", () => {
    const body = pageEvent({ message: { mid: "m1", text: "ok" } });
    const [entry] = body.entry;
    const messaging = [null, 3, {}, { sender: {} }, ...(entry?.messaging ?? [])];
    const events = read({ ...body, entry: [{ ...entry, messaging }] });
    deepEqual(
      events.map(({ type }) => type),
      ["unsupported", "unsupported", "unsupported", "unsupported", "message"],
    );
  });

  const foreign: [name: string, body: unknown][] = [
    ["nothing", Buffer.from("")],
    ["no JSON", Buffer.from("object=page")],
    ["no object", null],
    ["a list", []],
    ["an entry that is none", { object: "page", entry: "x" }],
    ["another product", { object: "permissions", entry: [] }],
    ["an object's own name", { object: "constructor", entry: [{}] }],
  ];
  for (const [name, body] of foreign)
    it(`is kept for somebody to look at when it is ${name}`, () =>
      deepEqual(
        read(body).map(({ type }) => type),
        ["unsupported"],
      ));

  it("may be empty", () => deepEqual(read({ object: "page", entry: [] }), []));
});

describe("whatever is posted", () => {
  const taken = (body: unknown) => {
    for (const event of parse(requestWith(body), account("whatsapp"))) InboundEvent.parse(event);
  };

  it("is read without an exception when it is bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) =>
        doesNotThrow(() => taken(Buffer.from(bytes))),
      ),
    );
  });

  it("is read without an exception when it is JSON", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => doesNotThrow(() => taken(value))));
  });

  for (const platform of ["whatsapp", "messenger", "instagram"] as const) {
    const bodies = samplesOf(platform, "webhook").flatMap(({ body }) => body ?? []);
    it(`is read without an exception when it is a spoiled body of ${platform}`, () => {
      fc.assert(
        fc.property(spoiled(bodies), (body) => doesNotThrow(() => taken(body))),
        { numRuns: 400 },
      );
    });
  }
});
