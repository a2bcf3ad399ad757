import assert from "node:assert/strict";
import { greet, verify } from "../../../../functions/src/providers/x/signature.ts";
import { fixture } from "./samples.ts";

type Vector = {
  name: string;
  secret: string;
  rawBody?: string;
  header?: Record<string, string>;
  query?: Record<string, string>;
  expect?: { status: number; json: unknown };
  valid: boolean;
};

const { vectors } = fixture<{ vectors: Vector[] }>("signatures.json");
const posted = vectors.find(({ name }) => name === "post_ok");
const handshake = vectors.find(({ name }) => name === "crc");

function requestOf({ rawBody = "", header = {} }: Vector) {
  const headers = Object.entries(header).map(([name, value]) => [name.toLowerCase(), value]);
  return { headers: Object.fromEntries(headers), rawBody: Buffer.from(rawBody) };
}

describe("X's signature", () => {
  it("accepts the vector, by the secret or by the previous one", () => {
    assert.ok(posted);
    const { secret } = posted;
    assert.equal(verify(requestOf(posted), { consumerSecret: secret }), posted.valid);
    const rotated = { consumerSecret: "new", previousConsumerSecret: secret };
    assert.equal(verify(requestOf(posted), rotated), true);
  });

  const spoiled: [name: string, change: (vector: Vector) => Vector, secret?: string][] = [
    ["another body", (vector) => ({ ...vector, rawBody: `${vector.rawBody} ` })],
    ["no header", ({ header: _, ...vector }) => vector],
    ["another secret", (vector) => vector, "test_x_consumer_secret2"],
    ["no secret", (vector) => vector, ""],
    [
      "a signature without its prefix",
      (vector) => ({
        ...vector,
        header: Object.fromEntries(
          Object.entries(vector.header ?? {}).map(([name, value]) => [name, value.slice(7)]),
        ),
      }),
    ],
  ];
  for (const [name, change, secret] of spoiled) {
    it(`refuses ${name}`, () => {
      assert.ok(posted);
      const credentials = { consumerSecret: secret ?? posted.secret };
      assert.equal(verify(requestOf(change(posted)), credentials), false);
    });
  }

  it("answers the challenge as the vector does", () => {
    assert.ok(handshake);
    const { secret, query = {}, expect } = handshake;
    const reply = greet({ method: "GET", query }, { consumerSecret: secret });
    assert.equal(reply?.status, expect?.status);
    assert.equal(reply?.contentType, "application/json");
    assert.deepEqual(JSON.parse(reply?.body ?? ""), expect?.json);
  });

  it("signs no challenge that could be the body of a webhook", () => {
    const bodies = ['{"for_user_id":"1"}', "[]", "a b", '"x"', "x".repeat(201)];
    for (const crc_token of bodies)
      assert.equal(
        greet({ method: "GET", query: { crc_token } }, { consumerSecret: "s" }),
        undefined,
        crc_token,
      );
  });

  it("does not greet without a token, a secret, or by another method", () => {
    const query = { crc_token: "x" };
    assert.equal(greet({ method: "GET", query: {} }, { consumerSecret: "s" }), undefined);
    assert.equal(greet({ method: "GET", query }, { consumerSecret: "" }), undefined);
    assert.equal(greet({ method: "POST", query }, { consumerSecret: "s" }), undefined);
  });
});
