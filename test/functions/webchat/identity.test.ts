import assert from "node:assert/strict";
import { OpenSession } from "@hilo/schema";
import { setClock } from "../../../functions/src/platform/clock.ts";
import { AppError } from "../../../functions/src/platform/errors.ts";
import { personOf, signatureOf } from "../../../functions/src/webchat/identity.ts";
import { hostToken } from "../../support/host-token.ts";

const identitySecret = "a secret of the shop's";
const signed = (id: string) => ({ id, name: "Ana", signature: signatureOf(id, identitySecret) });
const at = Date.UTC(2026, 10, 30, 12);
const now = at / 1000;
const hour = 3600;
const ana = {
  sub: "204",
  name: "Ana",
  email: "Ana@ejemplo.cl",
  phone: "+56981234567",
  iat: now,
  exp: now + hour,
};
const token = (change: object = {}, how: Omit<Parameters<typeof hostToken>[1], "secret"> = {}) =>
  hostToken({ ...ana, ...change }, { ...how, secret: identitySecret });

const of = (credentials: unknown) => ({ channelId: "webchat", credentials });

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    (value) => assert.fail(`Taken as ${JSON.stringify(value)}`),
    (error) => {
      assert.ok(error instanceof AppError, String(error));
      return error.code;
    },
  );
}

describe("who a visitor is", () => {
  before(() => setClock(() => at));
  after(() => setClock());

  it("is the account of their browser, and what they call themselves", async () => {
    assert.deepEqual(await personOf({ visitor: { name: "Leo" } }, "u1", of({ identitySecret })), {
      address: "visitor:u1",
      name: "Leo",
      proven: [],
    });
  });

  it("is whom the site's token names, with all that it says, on whatever device", async () => {
    const asked = { identity: token(), visitor: { name: "Leo", email: "l@ejemplo.cl" } };
    const { name, phone } = ana;
    const proven = ["name", "email", "phone"];
    const person = { address: "user:204", name, email: "ana@ejemplo.cl", phone, proven };
    assert.deepEqual(await personOf(asked, "u1", of({ identitySecret })), person);
    assert.deepEqual(await personOf(asked, "u2", of({ identitySecret })), person);
  });

  it("takes nothing that a visitor says beside the token for proven", async () => {
    const identity = token({ name: undefined, email: undefined, phone: undefined });
    const asked = { identity, visitor: { name: "Leo", email: "l@ejemplo.cl" } };
    const told = { address: "user:204", name: "Leo", email: "l@ejemplo.cl", proven: [] };
    assert.deepEqual(await personOf(asked, "u1", of({ identitySecret })), told);
  });

  it("is the same person by the older signature, which proves the id alone", async () => {
    const asked = { identity: signed("204"), visitor: { name: "Leo", email: "l@ejemplo.cl" } };
    const person = { address: "user:204", name: "Ana", email: "l@ejemplo.cl", proven: [] };
    assert.deepEqual(await personOf(asked, "u1", of({ identitySecret })), person);
  });

  it("is believed by the previous secret as well", async () => {
    const credentials = {
      identitySecret: "the new secret, long",
      previousIdentitySecret: identitySecret,
    };
    for (const identity of [signed("204"), token()])
      assert.equal((await personOf({ identity }, "u1", of(credentials))).address, "user:204");
  });

  it("is believed with the shortest secret that a channel takes", async () => {
    const secret = "sixteen letters.";
    const identity = hostToken(ana, { secret });
    const person = await personOf({ identity }, "u1", of({ identitySecret: secret }));
    assert.equal(person.address, "user:204");
  });

  const forged: [is: string, asked: Parameters<typeof personOf>[0], credentials: unknown][] = [
    ["another's signature", { identity: { ...signed("204"), id: "205" } }, { identitySecret }],
    ["another secret", { identity: signed("204") }, { identitySecret: "not the secret of it" }],
    ["no secret at all", { identity: signed("204") }, {}],
    ["no credentials", { identity: signed("204") }, undefined],
    ["a token, and no secret at all", { identity: token() }, {}],
    ["a token, and no credentials", { identity: token() }, undefined],
  ];
  for (const [is, asked, credentials] of forged) {
    it(`is refused by ${is}`, async () => {
      assert.equal(await codeOf(personOf(asked, "u1", of(credentials))), "notAllowed");
    });
  }

  const [head = "", body = "", mark = ""] = token().split(".");
  const unsigned = Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url");
  const tokens: [is: string, token: string, code: string][] = [
    ["alg none, unsigned", `${unsigned}.${body}.`, "notAllowed"],
    ["alg none, signed", token({}, { header: { alg: "none" } }), "notAllowed"],
    ["alg None", token({}, { header: { alg: "None" } }), "notAllowed"],
    ["alg RS256 with the secret as key", token({}, { header: { alg: "RS256" } }), "notAllowed"],
    ["alg HS512", token({}, { header: { alg: "HS512" }, hash: "sha512" }), "notAllowed"],
    ["alg HS384", token({}, { header: { alg: "HS384" }, hash: "sha384" }), "notAllowed"],
    ["no alg", token({}, { header: { alg: undefined } }), "notAllowed"],
    ["a key of its own", token({}, { header: { jwk: { kty: "oct", k: "AA" }, x: 1 } }), ""],
    ["a critical header", token({}, { header: { crit: ["exp"], exp: 1 } }), "notAllowed"],
    ["an unencoded payload", token({}, { header: { b64: false, crit: ["b64"] } }), "notAllowed"],
    ["another secret", hostToken(ana, { secret: "the secret of another" }), "notAllowed"],
    ["a name of two lines", token({ name: "Ana\nSoto" }), ""],
    ["another's claims", `${head}.${token({ sub: "1" }).split(".")[1]}.${mark}`, "notAllowed"],
    ["no signature", `${head}.${body}`, "notAllowed"],
    ["an empty signature", `${head}.${body}.`, "notAllowed"],
    ["two tokens", `${token()}.${token()}`, "notAllowed"],
    ["two tokens in a list", `${token()},${token()}`, "notAllowed"],
    ["an encrypted one", `${head}..AA.AA.AA`, "notAllowed"],
    ["no token", "204", "notAllowed"],
    ["claims that are no object", hostToken(["204"], { secret: identitySecret }), "notAllowed"],
    ["claims that are null", hostToken(null, { secret: identitySecret }), "notAllowed"],
    ["expired, within the leeway", token({ iat: now - hour, exp: now - 59 }), ""],
    ["expired", token({ iat: now - hour, exp: now - 61 }), "identityExpired"],
    ["made in the future, within the leeway", token({ iat: now + 59 }), ""],
    ["made in the future", token({ iat: now + 61 }), "notAllowed"],
    ["not valid yet", token({ nbf: now + 61 }), "notAllowed"],
    ["without exp", token({ exp: undefined }), "notAllowed"],
    ["without iat", token({ iat: undefined }), "notAllowed"],
    ["for a day", token({ exp: now + 24 * hour }), ""],
    ["for more than a day", token({ exp: now + 24 * hour + 1 }), "notAllowed"],
    ["for ever", token({ exp: 9e15 }), "notAllowed"],
    ["over before it was made", token({ iat: now + 30, exp: now + 30 }), "notAllowed"],
    ["times in milliseconds", token({ iat: at, exp: at + hour }), "notAllowed"],
    ["times as texts", token({ iat: `${now}`, exp: `${now + hour}` }), "notAllowed"],
    ["without sub", token({ sub: undefined }), "notAllowed"],
    ["an empty sub", token({ sub: "" }), "notAllowed"],
    ["a sub of 100", token({ sub: "a".repeat(100) }), ""],
    ["a sub of 101", token({ sub: "a".repeat(101) }), "notAllowed"],
    ["a number as sub", token({ sub: 204 }), "notAllowed"],
    ["a list as name", token({ name: ["Ana"] }), "notAllowed"],
    ["a name of which nothing can be seen", token({ name: " \u3164" }), ""],
    ["a name with half a character", token({ name: "A\ud800" }), "notAllowed"],
    ["a sub of two lines", token({ sub: "204\n" }), "notAllowed"],
    ["no address as email", token({ email: "ana" }), "notAllowed"],
    ["null as email", token({ email: null }), "notAllowed"],
    ["a national phone", token({ phone: "981234567" }), "notAllowed"],
    ["a number as phone", token({ phone: 56981234567 }), "notAllowed"],
    ["more than is asked for", token({ iss: "shop", jti: "1", role: "admin" }), ""],
    ["for this channel", token({ aud: "webchat" }), ""],
    ["for several channels", token({ aud: ["otro", "webchat"] }), ""],
    ["for another channel under one secret", token({ aud: "otro" }), "notAllowed"],
    ["a number as audience", token({ aud: 1 }), "notAllowed"],
  ];
  for (const [is, identity, code] of tokens) {
    it(`is ${code || "believed"} by a token: ${is}`, async () => {
      const asked = personOf({ identity }, "u1", of({ identitySecret }));
      if (code) assert.equal(await codeOf(asked), code);
      else assert.match((await asked).address, /^user:(204|a+)$/);
    });
  }

  const shapes: [is: string, identity: unknown, fits: boolean][] = [
    ["a token", token(), true],
    ["the older form", signed("204"), true],
    ["two tokens", [token(), token()], false],
    ["a token beside an id", { ...signed("204"), token: token() }, false],
    ["a huge token", token({ x: "a".repeat(4000) }), false],
    ["an empty text", "", false],
    ["a number", 204, false],
    ["null", null, false],
  ];
  for (const [is, identity, fits] of shapes) {
    it(`is ${fits ? "asked" : "not even asked"} by ${is}`, () => {
      const asked = { siteKey: "k", idToken: "t", page: "https://a.cl", language: "es", identity };
      assert.equal(OpenSession.safeParse(asked).success, fits);
    });
  }
});
