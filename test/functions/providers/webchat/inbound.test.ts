import assert from "node:assert/strict";
import { InboundEvent } from "@hilo/schema";
import fc from "fast-check";
import { hash } from "../../../../functions/src/platform/crypto.ts";
import { parse } from "../../../../functions/src/providers/webchat/inbound.ts";
import { webchat } from "../../../../functions/src/providers/webchat/index.ts";
import { fixture, postBy, visitor } from "./visitors.ts";

const account = { workspaceId: "demo", channelId: "webchat" };
const ana = visitor({ address: "user:204", name: "Ana", email: "ana@ejemplo.cl" });
const parsed = (body: unknown) => parse(postBy(ana, body), account);
const uuid = "3f1c9a52-7d7e-4c8b-9b1a-0d2e4f6a8c10";

describe("what a web chat's visitor posts", () => {
  it("is a text, from whom the token says", () => {
    assert.deepEqual(parsed(fixture("text")), [
      {
        type: "message",
        externalId: "0b5f1d0a-3c64-4c31-9d6b-6a2f7c1f9e01",
        at: null,
        sender: {
          address: "user:204",
          name: "Ana",
          email: "ana@ejemplo.cl",
          unproven: ["name", "email"],
        },
        kind: "text",
        text: "Hola, ¿tienen hora para mañana?",
        files: [],
      },
    ]);
  });

  it("is a message with files that were uploaded before", () => {
    const [event] = parsed(fixture("files"));
    assert.ok(event?.type === "message");
    assert.equal(event.kind, "image");
    assert.deepEqual(event.files, [
      { source: "", fileId: "5d2b7a36-17c8-4f0e-8f0c-3f4e4b1f2c10", type: "image/jpeg" },
      { source: "", fileId: "5d2b7a36-17c8-4f0e-8f0c-3f4e4b1f2c11", type: "application/pdf" },
    ]);
  });

  it("is a pressed button, with its title as the text and what it answers", () => {
    const [event] = parsed(fixture("choice"));
    assert.ok(event?.type === "message");
    assert.equal(event.kind, "buttons");
    assert.equal(event.text, "Ventas");
    assert.deepEqual(event.choice, { id: "sales", title: "Ventas" });
    assert.equal(event.replyTo, "9f0c2a7e-5b1d-4e3a-8c6f-2d4b6e8a0c13");
  });

  for (const name of ["read", "delivered"] as const) {
    it(`tells that messages were ${name}, of the visitor's own conversation only`, () => {
      const events = parsed(fixture(name));
      assert.equal(events.length, name === "read" ? 2 : 1);
      for (const event of events) {
        assert.ok(event.type === "status");
        assert.equal(event.status, name);
        assert.equal(event.message?.conversationId, hash("webchat", "user:204"));
        assert.equal(event.message.messageId, event.externalId);
      }
    });
  }

  it("tells of each message once", () => {
    assert.equal(parsed({ type: "read", messageIds: [uuid, uuid] }).length, 1);
  });

  const wrong: [is: string, body: unknown][] = [
    ["no message", { type: "message", id: uuid }],
    ["blanks", { type: "message", id: uuid, text: " \n " }],
    ["an id of its own making", { type: "message", id: "1", text: "Hola" }],
    ["too long a text", { type: "message", id: uuid, text: "a".repeat(4001) }],
    ["half a character", { type: "message", id: uuid, text: "\ud83d" }],
    [
      "too many files",
      { type: "message", id: uuid, files: Array(6).fill({ id: uuid, type: "image/png" }) },
    ],
    [
      "a path for a file",
      { type: "message", id: uuid, files: [{ id: "../x", type: "image/png" }] },
    ],
    ["a receipt of what the visitor wrote", { type: "read", messageIds: [hash("webchat", uuid)] }],
    ["a receipt of nothing", { type: "read", messageIds: [] }],
    ["a failure, which is not theirs to tell", { type: "failed", messageIds: [uuid] }],
    ["a list", []],
    ["nothing", null],
  ];
  for (const [is, body] of wrong) {
    it(`is kept aside when it is ${is}`, () => {
      const events = parsed(body);
      assert.deepEqual(
        events.map(({ type }) => type),
        ["unsupported"],
      );
    });
  }

  it("never breaks the parser, whatever it is", () => {
    const part = fc.constantFrom("type", "id", "text", "files", "choice", "replyTo", "messageIds");
    const some = fc.dictionary(part, fc.jsonValue());
    const body = fc.oneof(fc.uint8Array(), fc.json().map(Buffer.from), some.map(JSON.stringify));
    fc.assert(
      fc.property(body, (bytes) => {
        const request = postBy(ana, null, { rawBody: Buffer.from(bytes) });
        for (const event of parse(request, account)) InboundEvent.parse(event);
      }),
      { numRuns: 500 },
    );
  });

  it("is nobody's without a token", () => {
    const request = postBy(ana, fixture("text"), { headers: {} });
    assert.equal(parse(request, account)[0]?.type, "unsupported");
  });
});

describe("a message to a web chat", () => {
  it("is delivered by being there, under its own id", async () => {
    const message = { messageId: uuid } as Parameters<typeof webchat.send>[0];
    assert.deepEqual(await webchat.send(message, {}), { externalId: uuid });
  });
});
