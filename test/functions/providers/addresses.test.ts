import { deepEqual, throws } from "node:assert/strict";
import type { Platform, Provider } from "@hilo/schema";
import { ProviderError } from "../../../functions/src/providers/adapter.ts";
import { adapterOf } from "../../../functions/src/providers/index.ts";

const at = (provider: Provider, platform: Platform, text: string) =>
  adapterOf(provider)?.addressOf?.(text, platform);

describe("whom a written address names", () => {
  const phone = { address: "+56912345678", phone: "+56912345678" };
  const userId = "CL.ENT.7302918460021";
  const rows: [Provider, Platform, text: string, ReturnType<typeof at>][] = [
    ["twilio", "whatsapp", "whatsapp:+56 9 1234-5678", phone],
    ["twilio", "whatsapp", userId, { address: userId, userId }],
    ["twilio", "sms", "+56 (9) 12345678", phone],
    [
      "twilio",
      "sms",
      "+54 11 15 2345-6789",
      { address: "+5491123456789", phone: "+5491123456789" },
    ],
    ["meta", "whatsapp", "+52 55 1234 5678", { address: "+525512345678", phone: "+525512345678" }],
    ["twilio", "voice", "anything", undefined],
    ["meta", "whatsapp", "+56912345678", phone],
    ["meta", "whatsapp", userId, { address: userId, userId }],
    ["meta", "messenger", "1630318978583672", undefined],
    ["kapso", "whatsapp", "+56912345678", phone],
    ["email", "email", "Ana@Example.com", { address: "ana@example.com", email: "ana@example.com" }],
    ["x", "x", "1696583985591892318", { address: "1696583985591892318" }],
    ["telegram", "telegram", "1928775604", undefined],
  ];
  for (const [provider, platform, text, sender] of rows) {
    it(`on ${platform} by ${provider}: ${text}`, () => {
      deepEqual(at(provider, platform, text), sender);
    });
  }

  const none: [Provider, Platform, text: string, wanted: RegExp][] = [
    ["twilio", "sms", userId, /must be a phone number with its country code/],
    ["twilio", "whatsapp", "912345678", /must be a phone number with its country code/],
    ["meta", "whatsapp", "+0912345678", /must be a phone number with its country code/],
    ["kapso", "whatsapp", "cl.123", /must be a phone number with its country code/],
    ["email", "email", "ana", /must be an e-mail address/],
    ["x", "x", "@ana", /must be the number of an account on X/],
  ];
  for (const [provider, platform, text, wanted] of none) {
    it(`is nobody on ${platform} by ${provider}: ${text}`, () => {
      throws(
        () => at(provider, platform, text),
        (error) => error instanceof ProviderError && wanted.test(error.message),
      );
    });
  }
});
