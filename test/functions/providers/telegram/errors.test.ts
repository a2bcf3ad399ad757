import assert from "node:assert/strict";
import { DeliveryError } from "@hilo/schema";
import { codeOf, explain } from "../../../../functions/src/providers/telegram/errors.ts";
import { fixture, samples } from "./samples.ts";

type Row = { code: string; class: string; meaning: string };

const { errors } = fixture<{ errors: Row[] }>("errors.json");

describe("Telegram's refusals", () => {
  for (const row of errors) {
    it(`gives ${row.code} (${row.class}) a remedy`, () => {
      const known = DeliveryError.parse(explain(row.code));
      assert.equal(known.message, row.meaning);
      assert.notEqual(known.reason, "other");
    });
  }

  const reasons: [string, string][] = [
    ["error_400_chat_not_found", "badAddress"],
    ["error_400_parse_entities", "content"],
    ["error_400_file_too_big", "media"],
    ["error_401", "credentials"],
    ["error_403_blocked", "blocked"],
    ["error_403_cant_initiate", "unreachable"],
    ["error_403_deactivated", "badAddress"],
    ["error_429", "rateLimited"],
    ["error_502", "transient"],
  ];
  for (const [event, reason] of reasons) {
    it(`explains ${event} as ${reason}`, () => {
      const sample = samples.find((one) => one.event === event);
      assert.ok(sample);
      const { error_code, description } = sample.body;
      const code = codeOf(Number(error_code), String(description));
      assert.equal(explain(code).reason, reason);
    });
  }

  it("keeps Telegram's words of what it does not know", () => {
    const code = codeOf(400, "Bad Request: PEER_FLOODED");
    assert.equal(code, "400:PEER_FLOODED");
    const { reason, message } = explain(code);
    assert.equal(reason, "content");
    assert.match(message, /PEER_FLOODED/);
    assert.equal(explain("418:teapot").reason, "other");
  });

  it("does not mind how Telegram writes it, nor what stands around it", () => {
    const code = codeOf(403, "Forbidden: Bot was kicked from the supergroup chat");
    assert.equal(code, "403:bot was kicked");
    assert.equal(codeOf(429, "Too Many Requests: retry after 9"), "429");
    assert.equal(explain(codeOf(503, "Service Unavailable")).reason, "transient");
  });
});
