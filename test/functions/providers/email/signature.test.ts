import assert from "node:assert/strict";
import { createHmac, generateKeyPairSync, sign } from "node:crypto";
import { setClock } from "../../../../functions/src/platform/clock.ts";
import type { RawRequest } from "../../../../functions/src/providers/adapter.ts";
import { verify } from "../../../../functions/src/providers/email/signature.ts";
import { fixture, multipart, requestTo } from "./samples.ts";

type Vector = {
  provider: "sendgrid" | "mailgun" | "postmark";
  name: string;
  secret?: string;
  publicKey?: string;
  contentType?: string;
  rawBody?: string;
  header?: Record<string, string>;
  fields?: Record<string, string>;
  now?: number;
  valid: boolean;
};

const { vectors } = fixture<{ vectors: Vector[] }>("signatures.json");

function requestFrom({
  provider,
  contentType = "application/json",
  ...vector
}: Vector): RawRequest {
  const body = vector.fields
    ? new URLSearchParams(vector.fields).toString()
    : (vector.rawBody ?? "{}");
  const type = vector.fields ? "application/x-www-form-urlencoded" : contentType;
  const request = requestTo(provider, type, body);
  for (const [name, value] of Object.entries(vector.header ?? {}))
    request.headers[name.toLowerCase()] = value;
  return request;
}

function credentialsOf({ provider, secret, publicKey }: Vector) {
  if (provider === "sendgrid") return { sendgridKey: publicKey };
  return provider === "mailgun" ? { mailgunKey: secret } : { postmarkBasic: secret };
}

const at = 1_795_180_800_000;

describe("the proof that a mail service sent it", () => {
  beforeEach(() => setClock(() => at));
  afterEach(() => setClock());

  for (const vector of vectors) {
    it(`${vector.valid ? "accepts" : "refuses"} ${vector.provider} ${vector.name}`, () => {
      assert.equal(verify(requestFrom(vector), credentialsOf(vector)), vector.valid);
    });
    it(`refuses ${vector.provider} ${vector.name} without a secret`, () => {
      assert.equal(verify(requestFrom(vector), {}), false);
    });
  }

  describe("SendGrid", () => {
    const inbound = (rest: string[], query: Record<string, string> = {}) => ({
      ...requestTo("sendgrid", "application/json", "[]"),
      rest,
      query,
    });
    const rows: [string, RawRequest, boolean][] = [
      ["its token at the end of the path", inbound(["sendgrid", "s3cret"]), true],
      ["its token in the query", inbound(["sendgrid"], { token: "s3cret" }), true],
      ["another token", inbound(["sendgrid", "s3creT"]), false],
      ["no token", inbound(["sendgrid"]), false],
      ["an empty token", inbound(["sendgrid", ""]), false],
      ["the token under another service", inbound(["other", "s3cret"]), false],
      ["no service at all", inbound([]), false],
    ];
    for (const [name, request, wanted] of rows) {
      it(`${wanted ? "accepts" : "refuses"} ${name}`, () => {
        assert.equal(verify(request, { sendgridPath: "s3cret" }), wanted);
      });
    }

    it("wants a signature once there is a key, and takes any of several keys", () => {
      const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const key = pair.publicKey.export({ format: "der", type: "spki" }).toString("base64");
      const request = inbound(["sendgrid", "s3cret"]);
      const credentials = { sendgridPath: "s3cret", sendgridKey: `bm9uc2Vuc2U=, ${key}` };
      assert.equal(verify(request, credentials), false);
      const time = "1795180744";
      const signed = Buffer.concat([Buffer.from(time), request.rawBody]);
      request.headers["x-twilio-email-event-webhook-timestamp"] = time;
      request.headers["x-twilio-email-event-webhook-signature"] = sign(
        "sha256",
        signed,
        pair.privateKey,
      ).toString("base64");
      assert.equal(verify(request, credentials), true);
      assert.equal(verify({ ...request, rawBody: Buffer.from("[{}]") }, credentials), false);
    });
  });

  describe("Mailgun", () => {
    const mailgunKey = "another-key";
    function fieldsAt(seconds: number, key = mailgunKey) {
      const [timestamp, token] = [String(seconds), "b".repeat(50)];
      const signature = createHmac("sha256", key)
        .update(timestamp + token)
        .digest("hex");
      return { timestamp, token, signature };
    }
    const parts = (fields: Record<string, string>) =>
      multipart(
        "mailgun",
        Object.entries(fields).map(([name, content]) => ({ name, content })),
      );
    const event = (signature: object) =>
      requestTo("mailgun", "application/json", JSON.stringify({ signature, "event-data": {} }));
    const now = at / 1000;
    const rows: [string, RawRequest, boolean][] = [
      ["a multipart form", parts(fieldsAt(now)), true],
      [
        "a form whose mail speaks of such fields",
        parts({ "body-plain": '<input name="token">\r\n\r\nx\r\n', ...fieldsAt(now) }),
        true,
      ],
      ["an event", event(fieldsAt(now)), true],
      ["a second try eight hours later", parts(fieldsAt(now - 8 * 3600)), true],
      ["one of yesterday", parts(fieldsAt(now - 24 * 3600)), false],
      ["one of tomorrow", parts(fieldsAt(now + 24 * 3600)), false],
      ["one without a time", parts({ ...fieldsAt(now), timestamp: "" }), false],
      ["another key's", parts(fieldsAt(now, "x")), false],
      ["an event without a signature", event({}), false],
    ];
    for (const [name, request, wanted] of rows) {
      it(`${wanted ? "accepts" : "refuses"} ${name}`, () => {
        assert.equal(verify(request, { mailgunKey }), wanted);
      });
    }
  });
});
