import assert from "node:assert/strict";
import { type Attachment, type MessageEvent, mostCards } from "@hilo/schema";
import { keptAs, kindOf } from "../../../functions/src/conversations/attachments.ts";
import { cardsIn } from "../../../functions/src/conversations/cards.ts";

const bytes = new Uint8Array(3);
const file = (type: string, state: Attachment["state"] = "ready"): Attachment => ({
  id: "a",
  name: "a",
  type,
  size: 3,
  state,
});
const told = (kind: MessageEvent["kind"], came = true) => ({
  kind,
  files: [{ source: "", type: "application/octet-stream", ...(came ? { bytes } : {}) }],
});

describe("the kind of a message that is its file", () => {
  const rows: [row: string, event: ReturnType<typeof told>, file: Attachment, is: string][] = [
    ["a picture, whatever it was called", told("document"), file("image/png"), "image"],
    ["a document that was called a picture", told("image"), file("application/pdf"), "document"],
    ["as it was told, while it is not here", told("image", false), file("x/y", "pending"), "image"],
    ["a document, where it is held back", told("image"), file("image/svg+xml", "held"), "document"],
    ["a text, where there is one", told("text"), file("image/png"), "text"],
    ["a sticker still", told("sticker"), file("image/webp"), "sticker"],
  ];
  for (const [row, event, first, kind] of rows)
    it(`is ${row}`, () => assert.equal(kindOf(event, [first]), kind));
});

describe("a file that is kept", () => {
  const kept = { id: "a", name: "a.exe", type: "x/y", size: 3 };

  it("is ready, or held back with the reason", () => {
    assert.deepEqual(keptAs(kept), { ...kept, state: "ready" });
    const held = { ...kept, held: "program" as const };
    assert.deepEqual(keptAs(held), { ...kept, state: "held", reason: "program" });
  });
});

describe("a contact card", () => {
  const card = "BEGIN:VCARD\r\nFN:Rocío Núñez\r\nTEL:+56911112222\r\nEND:VCARD\r\n";
  for (const [charset, mark] of [
    ["utf8", ""],
    ["utf8", "\uFEFF"],
    ["utf16le", "\uFEFF"],
  ] as const) {
    it(`is read in ${charset}${mark ? " with its mark" : ""}`, () => {
      const [read] = cardsIn("text/vcard", Buffer.from(mark + card, charset));
      assert.deepEqual([read?.name, read?.phones], ["Rocío Núñez", ["+56911112222"]]);
    });
  }

  it("that is none gives none", () => {
    assert.deepEqual(cardsIn("text/vcard", Buffer.from([0, 1, 2])), []);
    assert.deepEqual(cardsIn("text/plain", Buffer.from(card)), []);
  });

  it("gives no more of them than are shown, and none of which too much would be left out", () => {
    const read = (text: string) => cardsIn("text/vcard", Buffer.from(text));
    assert.equal(read(card.repeat(100)).length, mostCards);
    assert.deepEqual(read(card.replace("END", `${"TEL:+56911112222\r\n".repeat(100)}END`)), []);
    assert.deepEqual(read(card.replace("Rocío", "Rocío".repeat(200))), []);
  });
});
