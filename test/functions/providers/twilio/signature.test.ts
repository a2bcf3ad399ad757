import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { verify } from "../../../../functions/src/providers/twilio/signature.ts";
import { fixture } from "./samples.ts";

type Vector = {
  name: string;
  url: string;
  secret: string;
  contentType: string;
  rawBody: string;
  header: Record<string, string>;
  valid: boolean;
};

const { vectors } = fixture<{ vectors: Vector[] }>("signatures.json");

function requestOf(vector: Vector) {
  const headers = Object.fromEntries(
    Object.entries(vector.header).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return {
    method: "POST",
    url: vector.url,
    headers: { "content-type": vector.contentType, ...headers },
    query: {},
    rawBody: Buffer.from(vector.rawBody),
    rest: [],
  };
}

describe("Twilio's signature", () => {
  for (const vector of vectors) {
    it(`${vector.valid ? "accepts" : "refuses"} ${vector.name}`, () => {
      const credentials = { accountSid: "AC1", authToken: vector.secret };
      assert.equal(verify(requestOf(vector), credentials), vector.valid);
    });
  }

  it("accepts the previous token while it is being rotated", () => {
    const good = vectors.find((vector) => vector.valid);
    assert.ok(good);
    const credentials = { accountSid: "AC1", authToken: "new", previousAuthToken: good.secret };
    assert.equal(verify(requestOf(good), credentials), true);
  });

  it("takes every field as signed, whatever it is called, and each value of one that is repeated once", () => {
    const [url, authToken] = ["https://hilo.test/webhooks/twilio/demo/sms", "secret"];
    const signed = `${url}Bodyb__proto__x__proto__yconstructorc`;
    const header = createHmac("sha1", authToken).update(signed).digest("base64");
    const request = {
      ...{ method: "POST", url, query: {}, rest: [] },
      headers: { "x-twilio-signature": header },
    };
    const verified = (body: string) =>
      verify({ ...request, rawBody: Buffer.from(body) }, { accountSid: "AC1", authToken });
    assert.equal(verified("Body=b&__proto__=y&constructor=c&__proto__=x&__proto__=y"), true);
    assert.equal(verified("Body=b&__proto__=y&constructor=c"), false);
    assert.equal(verified("Body=b&constructor=c"), false);
  });

  it("refuses without a secret, even a signature made with none", () => {
    const good = vectors.find((vector) => vector.valid);
    assert.ok(good);
    assert.equal(verify(requestOf(good), { accountSid: "AC1", authToken: "" }), false);
  });

  it("refuses a request without the header", () => {
    const good = vectors.find((vector) => vector.valid);
    assert.ok(good);
    const request = { ...requestOf(good), headers: {} };
    assert.equal(verify(request, { accountSid: "AC1", authToken: good.secret }), false);
  });

  it("refuses a form of half a million fields without reading them", () => {
    const good = vectors.find((vector) => vector.valid);
    assert.ok(good);
    const fields = Array.from({ length: 500_000 }, (_, i) => `${i.toString(36)}=`);
    const request = { ...requestOf(good), rawBody: Buffer.from(fields.join("&")) };
    const before = process.cpuUsage().user;
    assert.equal(verify(request, { accountSid: "AC1", authToken: good.secret }), false);
    assert.ok(process.cpuUsage().user - before < 500_000, "within half a second of work");
  });
});
