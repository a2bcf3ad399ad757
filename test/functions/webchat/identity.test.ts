import assert from "node:assert/strict";
import { AppError } from "../../../functions/src/platform/errors.ts";
import { personOf, signatureOf } from "../../../functions/src/webchat/identity.ts";

const identitySecret = "a secret of the shop's";
const signed = (id: string) => ({ id, name: "Ana", signature: signatureOf(id, identitySecret) });

describe("who a visitor is", () => {
  it("is the account of their browser, and what they call themselves", () => {
    assert.deepEqual(personOf({ visitor: { name: "Leo" } }, "u1", { identitySecret }), {
      address: "visitor:u1",
      name: "Leo",
    });
  });

  it("is the site's customer, on whatever device, when the site has signed their id", () => {
    const asked = { identity: signed("204"), visitor: { name: "Leo", email: "l@ejemplo.cl" } };
    const person = { address: "user:204", name: "Ana", email: "l@ejemplo.cl" };
    assert.deepEqual(personOf(asked, "u1", { identitySecret }), person);
    assert.deepEqual(personOf(asked, "u2", { identitySecret }), person);
  });

  it("is believed by the previous secret as well", () => {
    const credentials = {
      identitySecret: "the new secret, long",
      previousIdentitySecret: identitySecret,
    };
    assert.equal(personOf({ identity: signed("204") }, "u1", credentials).address, "user:204");
  });

  const forged: [is: string, asked: Parameters<typeof personOf>[0], credentials: unknown][] = [
    ["another's signature", { identity: { ...signed("204"), id: "205" } }, { identitySecret }],
    ["another secret", { identity: signed("204") }, { identitySecret: "not the secret of it" }],
    ["no secret at all", { identity: signed("204") }, {}],
    ["no credentials", { identity: signed("204") }, undefined],
  ];
  for (const [is, asked, credentials] of forged) {
    it(`is refused by ${is}`, () => {
      const refused = (error: unknown) => error instanceof AppError && error.code === "notAllowed";
      assert.throws(() => personOf(asked, "u1", credentials), refused);
    });
  }
});
