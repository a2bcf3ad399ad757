import assert from "node:assert/strict";
import { DeliveryError } from "@hilo/schema";
import { explain } from "../../../../functions/src/providers/twilio/errors.ts";
import { failureOf } from "../../../../functions/src/providers/twilio/outbound.ts";
import { fixture } from "./samples.ts";

type Row = { code: string; class: string; retry: string; meaning: string };

const { errors } = fixture<{ errors: Row[] }>("errors.json");

describe("Twilio's error codes", () => {
  for (const row of errors) {
    it(`gives ${row.code} (${row.class}) a remedy`, () => {
      const known = DeliveryError.parse(explain(row.code));
      assert.equal(known.message, row.meaning);
      if (row.class !== "not_found") assert.notEqual(known.reason, "other");
    });
  }

  it("shows a code it does not know as it is", () => {
    assert.deepEqual(explain("63999"), {
      code: "63999",
      reason: "other",
      message: "Twilio reported error 63999",
    });
  });

  const failures: [string, unknown, string][] = [
    ["a refusal", { status: 400, code: 21211, message: "bad" }, "refused"],
    ["too many requests", { status: 429, code: 20429 }, "rateLimited"],
    ["a full queue", { status: 400, code: 21611 }, "rateLimited"],
    ["an error of Twilio's own", { status: 503 }, "unknown"],
    ["a closed port", { code: "ECONNREFUSED" }, "unreachable"],
    ["a name nobody knows", { code: "ENOTFOUND" }, "unreachable"],
    ["a connection that never came up", { code: "ETIMEDOUT", syscall: "connect" }, "unreachable"],
    ["an answer that never came", { code: "ECONNABORTED" }, "unknown"],
    ["a connection cut while waiting", { code: "ECONNRESET" }, "unknown"],
    ["something nobody foresaw", new Error("?"), "unknown"],
  ];
  for (const [name, thrown, kind] of failures) {
    it(`sorts ${name} as ${kind}`, () => {
      assert.equal(failureOf(thrown).kind, kind);
    });
  }
});
