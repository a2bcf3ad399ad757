import assert from "node:assert/strict";
import { DeliveryError } from "@hilo/schema";
import { explain } from "../../../../functions/src/providers/x/errors.ts";
import { fixture } from "./samples.ts";

type Row = { code: string; class: string; meaning: string };

const { errors } = fixture<{ errors: Row[] }>("errors.json");

describe("X's errors", () => {
  for (const row of errors) {
    it(`gives ${row.code} (${row.class}) a remedy`, () => {
      const known = DeliveryError.parse(explain(row.code));
      assert.equal(known.message, row.meaning);
      assert.notEqual(known.reason, "other");
    });
  }

  it("explains every status of a broken server alike, and shows what it does not know", () => {
    assert.equal(explain("500").reason, "transient");
    assert.equal(explain("media:502").reason, "transient");
    assert.equal(explain("media:403").reason, "permission");
    assert.deepEqual(explain("418"), {
      code: "418",
      reason: "other",
      message: "X reported error 418",
    });
  });
});
