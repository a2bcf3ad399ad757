import { equal, match, notEqual } from "node:assert/strict";
import { hash } from "../../../functions/src/platform/crypto.ts";

describe("an id derived from what names a thing", () => {
  it("is twenty letters and digits, the same for the same names, and another for others", () => {
    const id = hash("twilio-whatsapp", "SM1");
    match(id, /^[a-z2-7]{20}$/);
    equal(hash("twilio-whatsapp", "SM1"), id);
    notEqual(hash("twilio-whatsapp", "SM2"), id);
    notEqual(hash("twilio-whatsappS", "M1"), id);
  });
});
