import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { verify } from "../../../../functions/src/providers/kapso/signature.ts";
import { fixture, jsonRequest } from "./samples.ts";

type Vector = {
  name: string;
  secret?: string;
  rawBody: string;
  header?: Record<string, string>;
  expect?: Record<string, string>;
  valid: boolean;
};

const { vectors } = fixture<{ vectors: Vector[] }>("signatures.json");
const credentials = (webhookSecret: string) => ({ apiKey: "k", webhookSecret });

function signed(body: string, over = body, secret = "s") {
  const signature = createHmac("sha256", secret).update(over).digest("hex");
  return jsonRequest(Buffer.from(body), { "X-Webhook-Signature": signature });
}

const digestOf = (body: string) => createHash("sha256").update(body).digest("hex");

describe("Kapso's signature", () => {
  for (const { name, secret = "s", rawBody, header, expect, valid } of vectors) {
    it(`${valid ? "accepts" : "refuses"} ${name}`, () => {
      const request = jsonRequest(Buffer.from(rawBody), header);
      if (header) assert.equal(verify(request, credentials(secret)), valid);
      else assert.equal(digestOf(rawBody), expect?.["X-Idempotency-Key"]);
    });
  }

  it("is right over the body as Kapso's own example writes it again", () => {
    const body = '{"text":"Ol\\u00e1 \\u003c3","n":1.0}';
    assert.equal(verify(signed(body), credentials("s")), true);
    assert.equal(verify(signed(body, '{"text":"Olá <3","n":1}'), credentials("s")), true);
    assert.equal(verify(signed(body, '{"text":"Olá <3","n":2}'), credentials("s")), false);
  });

  it("may be of the previous secret while it is being changed", () => {
    const changing = { ...credentials("new"), previousWebhookSecret: "s" };
    assert.equal(verify(signed("{}"), changing), true);
    assert.equal(verify(signed("{}"), credentials("new")), false);
  });

  it("is refused when it is missing, empty, or made without a secret", () => {
    assert.equal(verify(jsonRequest({}), credentials("s")), false);
    assert.equal(verify(jsonRequest({}, { "X-Webhook-Signature": "" }), credentials("s")), false);
    assert.equal(verify(signed("{}", "{}", ""), credentials("")), false);
  });

  it("does not mind a body that is no JSON", () => {
    assert.equal(verify(signed("a=1"), credentials("s")), true);
    assert.equal(verify(signed("a=1", "a=2"), credentials("s")), false);
  });
});
