import { deepEqual, match } from "node:assert/strict";
import { wordsFor } from "../../../functions/src/providers/index.ts";

describe("what a provider calls its findings and notices", () => {
  it("is said in its folder, in both languages", () => {
    match(wordsFor("twilio", "suspended").words?.es ?? "", /suspendida/);
    match(wordsFor("meta", "policy:block").words?.en ?? "", /blocked/);
    match(wordsFor("telegram", "business.readOnly").words?.es ?? "", /sin permiso/);
    match(wordsFor("x", "revoked").words?.en ?? "", /withdrawn/);
  });
  it("is nobody else's", () => {
    for (const code of ["credentials", "policy:block", "131031", "toString"])
      deepEqual(wordsFor("twilio", code), {});
  });
});
