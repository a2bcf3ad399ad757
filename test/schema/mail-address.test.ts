import assert from "node:assert/strict";
import { isMailAddress, SendMessage } from "@hilo/schema";

describe("an e-mail address", () => {
  const rows: [address: string, is: boolean][] = [
    ["ana@example.com", true],
    ["Ana.Pérez+x@bücher.example", true],
    [`${"a".repeat(64)}@example.com`, true],
    [`${"a".repeat(70)}@example.com`, true],
    [`a@${"b".repeat(252)}.cl`, true],
    [`a@${"b".repeat(253)}.cl`, false],
    [`${"a".repeat(310)}@example.com`, false],
    ["ana", false],
    ["@example.com", false],
    ["ana@", false],
    ["a@b@c.cl", false],
    ["Ana <ana@example.com>", false],
    ["a@x.cl, b@x.cl", false],
    ["a@x.cl;b@x.cl", false],
    ["a@x.cl\r\nBcc: b@x.cl", false],
    ["a@x.cl\u0000", false],
    ["a\u0085b@x.cl", false],
    ['"a b"@x.cl', false],
    ["a(b)@x.cl", false],
  ];
  for (const [address, is] of rows)
    it(`${JSON.stringify(address).slice(0, 50)} is ${is ? "one" : "none"}`, () =>
      assert.equal(isMailAddress(address), is));

  const message = { messageId: "3f9b2f9e-6f0f-4d8e-9f1b-2f4b5a6c7d8e", kind: "text", text: "x" };
  const mails: [what: string, mail: object, is: boolean][] = [
    ["nothing", {}, true],
    ["copies", { cc: [" a@x.cl "], bcc: ["b@x.cl"] }, true],
    ["20 copies", { cc: Array.from({ length: 20 }, (_, i) => `a${i}@x.cl`) }, true],
    ["21 copies", { cc: Array.from({ length: 21 }, (_, i) => `a${i}@x.cl`) }, false],
    ["a copy to nobody", { cc: ["a"] }, false],
    ["a header more", { cc: ["a@x.cl\nBcc: b@x.cl"] }, false],
    ["an addressee of its own", { to: ["a@x.cl"] }, false],
    ["HTML", { html: "<p>x</p>" }, true],
    ["too much HTML", { html: "x".repeat(200_001) }, false],
    ["what it passes on", { forwards: { conversationId: "c", messageId: "m" } }, true],
    ["half of what it passes on", { forwards: { conversationId: "c" } }, false],
  ];
  for (const [what, mail, is] of mails)
    it(`${is ? "takes" : "refuses"} a message with ${what}`, () =>
      assert.equal(SendMessage.safeParse({ ...message, mail }).success, is));
});
