import { deepEqual, equal } from "node:assert/strict";
import { createHmac } from "node:crypto";
import { greet, proofOf, verify } from "../../../../functions/src/providers/meta/signature.ts";
import { MetaCredentials } from "../../../../functions/src/providers/meta/wire.ts";
import { fixture, requestWith, type Sample } from "./samples.ts";

type Vector = {
  name: string;
  secret?: string;
  rawBody?: string;
  header?: Record<string, string>;
  verifyToken?: string;
  query?: Record<string, string>;
  accessToken?: string;
  expect?: { body?: string; appsecret_proof?: string };
  valid: boolean;
};

const vectors = fixture<Vector[]>("signatures.json");
const credentials = { appSecret: "s3cret", verifyToken: "word", accessToken: "token" };

function request(body: string, signature?: string) {
  const raw = requestWith(Buffer.from(body));
  return { ...raw, headers: { ...raw.headers, "x-hub-signature-256": signature } };
}

function sign(secret: string, body: string): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

describe("Meta's signature", () => {
  for (const { name, secret = "", rawBody, header, valid } of vectors) {
    if (rawBody === undefined) continue;
    it(`${valid ? "accepts" : "refuses"} ${name}`, () => {
      const signed = request(rawBody, header?.["X-Hub-Signature-256"]);
      equal(verify(signed, { ...credentials, appSecret: secret }), valid);
    });
  }

  it("is found over the bytes, not over what they mean", () => {
    const body = '{"text":"\\u00a1Hola!","u":"https:\\/\\/x"}';
    equal(verify(request(body, sign("s3cret", body)), credentials), true);
    const same = JSON.stringify(JSON.parse(body));
    equal(verify(request(same, sign("s3cret", body)), credentials), false);
  });

  it("may be made with the previous secret while it is being changed", () => {
    const signed = request("{}", sign("old one", "{}"));
    equal(verify(signed, credentials), false);
    equal(verify(signed, { ...credentials, previousAppSecret: "old one" }), true);
  });

  const wrong: [name: string, signature: string | undefined][] = [
    ["none", undefined],
    ["an empty one", ""],
    ["only its beginning", "sha256="],
    ["one of SHA-1", sign("s3cret", "{}").replace("sha256", "sha1")],
    ["one in capitals", sign("s3cret", "{}").toUpperCase()],
    ["one with more at its end", `${sign("s3cret", "{}")}00`],
  ];
  for (const [name, signature] of wrong)
    it(`refuses ${name}`, () => equal(verify(request("{}", signature), credentials), false));

  it("needs a secret: credentials without one are none", () => {
    equal(MetaCredentials.safeParse({ ...credentials, appSecret: "" }).success, false);
    equal(MetaCredentials.safeParse(credentials).success, true);
  });
});

describe("Meta's challenge", () => {
  const asked = (query: Record<string, string>, verifyToken = "word") =>
    greet({ ...requestWith({}), method: "GET", query }, { ...credentials, verifyToken });

  for (const { name, query, verifyToken, expect } of vectors) {
    if (query)
      it(`answers ${name} as it should`, () =>
        equal(asked(query, verifyToken)?.body, expect?.body));
  }

  it("is repeated as plain text", () => {
    const { request: sent } = fixture<Sample>("whatsapp/verify_request.json");
    deepEqual(asked(sent?.query ?? {}, "my-verify-token"), {
      status: 200,
      contentType: "text/plain",
      body: "1158201444",
    });
  });

  const refused: [name: string, query: Record<string, string>][] = [
    ["without a token", { "hub.mode": "subscribe", "hub.challenge": "1" }],
    ["without a challenge", { "hub.mode": "subscribe", "hub.verify_token": "word" }],
    [
      "of another mode",
      { "hub.mode": "unsubscribe", "hub.verify_token": "word", "hub.challenge": "1" },
    ],
    ["that is none", {}],
  ];
  for (const [name, query] of refused)
    it(`is not answered ${name}`, () => equal(asked(query), undefined));
});

describe("the proof of our calls", () => {
  for (const { name, accessToken, secret = "", expect } of vectors) {
    if (accessToken)
      it(`is that of ${name}`, () =>
        equal(
          proofOf({ ...credentials, accessToken, appSecret: secret }),
          expect?.appsecret_proof,
        ));
  }
});
