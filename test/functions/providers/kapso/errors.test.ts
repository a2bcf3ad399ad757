import assert from "node:assert/strict";
import { Capabilities, DeliveryError } from "@hilo/schema";
import type { OutboundMessage } from "../../../../functions/src/providers/adapter.ts";
import { capabilities } from "../../../../functions/src/providers/kapso/capabilities.ts";
import { explain } from "../../../../functions/src/providers/kapso/errors.ts";
import { failureOf } from "../../../../functions/src/providers/kapso/proxy.ts";
import { whatsappBody } from "../../../../functions/src/providers/meta-outbound.ts";
import { fixture, sample } from "./samples.ts";

type Row = { code: string; class: string; meaning: string };
const { errors } = fixture<{ errors: Row[] }>("errors.json");

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  failureOf({ status, headers, body, text: "" });
const graph = (code: number) => ({ error: { message: "no", code } });

describe("Kapso's failures", () => {
  for (const { code, class: kind, meaning } of errors) {
    it(`gives ${code} (${kind}) a remedy`, () => {
      const known = DeliveryError.parse(explain(code));
      assert.deepEqual([known.code, known.message], [code, meaning]);
      assert.notEqual(known.reason, "other");
    });
  }

  it("explains Meta's codes as Meta's, and shows one it does not know as it is", () => {
    assert.equal(explain("131047").reason, "windowClosed");
    assert.deepEqual([explain("999999").code, explain("999999").reason], ["999999", "other"]);
    assert.equal(explain("constructor").reason, "other");
  });

  const rows: [string, ReturnType<typeof answer>, string, string, number?][] = [
    ["a wrong key", answer(401, { error: "Invalid API key" }), "refused", "401"],
    ["a key of another project", answer(403, {}), "refused", "403"],
    ["an unknown number", answer(404, undefined), "refused", "404"],
    [
      "a message in flight",
      answer(409, sample("error_409_in_flight").body),
      "rateLimited",
      "409",
      2000,
    ],
    ["a wrong body", answer(422, { message: "to is missing" }), "refused", "422"],
    ["too many", answer(429, {}, { "retry-after": "7" }), "rateLimited", "429", 7000],
    ["a broken Kapso", answer(502, undefined), "unknown", "5xx"],
    ["Meta's window", answer(400, graph(131047)), "refused", "131047"],
    ["Meta's limit", answer(400, graph(130429)), "rateLimited", "130429"],
    ["Meta's token", answer(401, graph(190)), "refused", "190"],
    ["a broken Meta", answer(500, graph(1)), "unknown", "1"],
  ];
  for (const [name, failure, kind, code, retryAfter] of rows) {
    it(`sorts ${name} as ${kind}`, () => {
      assert.deepEqual([failure.kind, failure.code], [kind, code]);
      if (retryAfter !== undefined) assert.equal(failure.retryAfter, retryAfter);
    });
  }

  it("carries what WhatsApp carries", () => {
    const { whatsapp } = capabilities;
    assert.deepEqual(Capabilities.parse(whatsapp), whatsapp);
    assert.equal(whatsapp?.replyWindow, 86_400_000);
  });
});

describe("What goes to Kapso", () => {
  it("has the form of its own sample", () => {
    const { recipient: _, ...wanted } = sample("send_text").body;
    const message = {
      ...{
        workspaceId: "demo",
        channelId: "kapso",
        conversationId: "c1",
        messageId: "m1",
        platform: "whatsapp",
      },
      ...{ from: "+15550100002", to: "+5511900000001", kind: "text", text: "Hello", files: [] },
      ...{ webhook: "", settings: {}, author: "" },
    } as OutboundMessage;
    const body = whatsappBody(message);
    for (const [name, value] of Object.entries(wanted)) {
      if (name === "text") assert.equal((body.text as { body: string }).body, "Hello");
      else assert.deepEqual(body[name], value);
    }
  });
});
