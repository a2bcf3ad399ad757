import assert from "node:assert/strict";
import type { Platform } from "@hilo/schema";
import { phone, shownAddress } from "../../../console/src/text/address.ts";

const phones: [address: string, shown: string | undefined][] = [
  ["+56981234567", "+56 9 8123 4567"],
  ["whatsapp:+56981234567", "+56 9 8123 4567"],
  ["+15550100001", "+1 555 010 0001"],
  ["+5491122334455", "+54 9 11 2233 4455"],
  ["+5511987654321", "+55 11 98765 4321"],
  ["+34612345678", "+34 612 345 678"],
  ["+59171234567", "+591 7 123 4567"],
  ["+4915112345678", "+49 151 123 456 78"],
  ["+3545551234", "+354 555 1234"],
  ["US.1349abc", undefined],
  ["81234567", undefined],
];

describe("phone numbers", () => {
  for (const [address, shown] of phones) {
    it(`${address} reads ${shown ?? "as nothing"}`, () => assert.equal(phone(address), shown));
  }
});

const addresses: [platform: Platform, address: string, shown: string | undefined][] = [
  ["whatsapp", "US.13491208655302741918", undefined],
  ["sms", "+56981234567", "+56 9 8123 4567"],
  ["email", "rocio@ejemplo.cl", "rocio@ejemplo.cl"],
  ["instagram", "17841400008460056", undefined],
  ["instagram", "rocio.nunez", "@rocio.nunez"],
  ["telegram", "@rocio", "@rocio"],
  ["webchat", "visitor_abc", undefined],
];

describe("what may be shown of an address", () => {
  for (const [platform, address, shown] of addresses) {
    it(`${platform} ${address}: ${shown ?? "nothing"}`, () => {
      assert.equal(shownAddress(platform, address), shown);
    });
  }
});
