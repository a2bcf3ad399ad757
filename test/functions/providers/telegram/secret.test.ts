import assert from "node:assert/strict";
import { telegram } from "../../../../functions/src/providers/telegram/index.ts";
import { verify } from "../../../../functions/src/providers/telegram/secret.ts";
import { fixture } from "./samples.ts";

type Vector = { name: string; secret: string; header?: Record<string, string>; valid: boolean };

const { vectors } = fixture<{ vectors: Vector[] }>("signatures.json");

function headersOf({ header = {} }: Vector): Record<string, string> {
  return Object.fromEntries(
    Object.entries(header).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

describe("Telegram's secret", () => {
  for (const vector of vectors.filter(({ header }) => header)) {
    it(`${vector.valid ? "accepts" : "refuses"} ${vector.name}`, () => {
      const request = { headers: headersOf(vector) };
      assert.equal(verify(request, { secretToken: vector.secret }), vector.valid);
    });
  }

  it("does not take credentials with a secret that Telegram would not take", () => {
    const illegal = vectors.find(({ name }) => name === "illegal_secret_rejected_at_setup");
    assert.ok(illegal);
    const token = "123456789:AA_test-token";
    assert.throws(() => telegram.credentials({ token, secretToken: illegal.secret }));
    assert.throws(() => telegram.credentials({ token, secretToken: "a".repeat(257) }));
    assert.throws(() => telegram.credentials({ token: "no token", secretToken: "good" }));
    telegram.credentials({ token, secretToken: "a".repeat(256) });
  });

  const header = "x-telegram-bot-api-secret-token";

  it("accepts the previous secret while it is being changed", () => {
    const credentials = { secretToken: "new-secret", previousSecretToken: "old-secret" };
    assert.equal(verify({ headers: { [header]: "old-secret" } }, credentials), true);
    assert.equal(verify({ headers: { [header]: "older" } }, credentials), false);
  });

  it("refuses without a secret, an empty one, and a longer one that begins alike", () => {
    assert.equal(verify({ headers: {} }, { secretToken: "abc" }), false);
    assert.equal(verify({ headers: { [header]: "" } }, { secretToken: "" }), false);
    assert.equal(verify({ headers: { [header]: "abcd" } }, { secretToken: "abc" }), false);
  });
});
