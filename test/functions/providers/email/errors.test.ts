import assert from "node:assert/strict";
import { DeliveryError } from "@hilo/schema";
import { codeIn, explain, explainWith } from "../../../../functions/src/providers/email/errors.ts";
import { failureOf } from "../../../../functions/src/providers/email/smtp.ts";
import { type Listed, retriesAsListed } from "../retries.ts";
import { fixture } from "./samples.ts";

type Row = Listed & { meaning: string };

const { errors } = fixture<{ errors: Row[] }>("errors.json");

describe("SMTP's codes", () => {
  for (const row of errors) {
    it(`gives ${row.code} (${row.class}) a remedy`, () => {
      const known = DeliveryError.parse(explain(row.code));
      assert.equal(known.message, row.meaning);
      assert.notEqual(known.reason, "other");
    });
  }

  const families: [string, string][] = [
    ["5.1.9", "badAddress"],
    ["5.2.4", "unreachable"],
    ["5.4.3", "unreachable"],
    ["5.7.60", "policy"],
    ["4.3.9", "unreachable"],
    ["4.9.9", "transient"],
    ["442", "transient"],
    ["599", "other"],
  ];
  for (const [code, reason] of families) {
    it(`tells ${code} by its class`, () => assert.equal(explain(code).reason, reason));
  }

  const texts: [string, string | undefined][] = [
    ["550 5.1.1 no such user", "5.1.1"],
    ["550-5.7.26 not authenticated", "5.7.26"],
    ["5.0.0 550 5.4.1 no access", "5.4.1"],
    ["5.0.0", "5.0.0"],
    ["554 spam", "554"],
    ["from 10.5.1.1 at 1.5.50.2", undefined],
    ["nothing", undefined],
  ];
  for (const [text, code] of texts) {
    it(`finds ${code ?? "nothing"} in "${text}"`, () => assert.equal(codeIn(text), code));
  }

  it("keeps the server's own words", () => {
    assert.deepEqual(explainWith("550", "5.1.1 no Ana here"), {
      code: "5.1.1",
      reason: "badAddress",
      message: "No such mailbox: 5.1.1 no Ana here",
    });
  });

  const failures: [string, object, boolean, string, string][] = [
    ["a refusal", { responseCode: 550, response: "550 5.1.1 none" }, false, "refused", "5.1.1"],
    [
      "a refusal of the content",
      { responseCode: 554, response: "554 spam" },
      true,
      "refused",
      "554",
    ],
    [
      "greylisting",
      { responseCode: 450, response: "450 4.2.0 later" },
      false,
      "rateLimited",
      "4.2.0",
    ],
    [
      "a full disk after the content",
      { responseCode: 452, response: "452" },
      true,
      "rateLimited",
      "452",
    ],
    [
      "a wrong password",
      { code: "EAUTH", responseCode: 535, response: "535 5.7.8 no" },
      false,
      "refused",
      "5.7.8",
    ],
    ["a closed port", { code: "ECONNREFUSED" }, false, "unreachable", "ECONNREFUSED"],
    ["silence before the content", { code: "ETIMEDOUT" }, false, "unreachable", "ETIMEDOUT"],
    ["silence after the content", { code: "ETIMEDOUT" }, true, "unknown", "ETIMEDOUT"],
    [
      "a connection lost after the content",
      { code: "ECONNECTION" },
      true,
      "unknown",
      "ECONNECTION",
    ],
    [
      "a mail over the server's limit",
      { code: "EMESSAGE", message: "Message size larger than allowed" },
      false,
      "refused",
      "EMESSAGE",
    ],
    ["no encryption to be had", { code: "ETLS" }, false, "refused", "ETLS"],
  ];
  for (const [name, error, begun, kind, code] of failures) {
    it(`sorts ${name} as ${kind}`, () => {
      const failure = failureOf(Object.assign(new Error("?"), error), { begun });
      assert.deepEqual([failure.kind, failure.code], [kind, code]);
    });
  }

  // A reply of three digits, or one of its enhanced codes within such a reply (RFC 3463).
  retriesAsListed(errors, async (code) => {
    const responseCode = Number(code.includes(".") ? `${code[0]}50` : code);
    const response = `${responseCode} ${code} no`;
    throw failureOf(Object.assign(new Error("no"), { responseCode, response }), { begun: false });
  });
});
