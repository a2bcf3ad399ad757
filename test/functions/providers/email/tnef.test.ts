import assert from "node:assert/strict";
import fc from "fast-check";
import { isTnef, openTnef } from "../../../../functions/src/providers/email/tnef.ts";
import { binary, narrow, number, object, type TnefMail, tnef, wide } from "./tnef-samples.ts";

const pdf = Buffer.from("%PDF-1.4\n");
const rtf = binary(0x1009, Buffer.from("compressed"));
const html = (text: string, charset: BufferEncoding = "utf8") =>
  binary(0x1013, Buffer.from(text, charset));

function opened(mail: TnefMail) {
  const { files, ...rest } = openTnef(tnef(mail));
  return {
    ...rest,
    files: files.map(({ name, type, bytes, contentId }) => [
      name,
      type,
      Buffer.from(bytes).toString("latin1"),
      ...(contentId ? [contentId] : []),
    ]),
  };
}

const unknown = "application/octet-stream";
const file = { title: "factura.pdf", bytes: pdf };
const inside = tnef({ properties: [wide(0x1000, "Adentro")], files: [file] });

describe("a mail in Outlook's own form", () => {
  const rows: [row: string, mail: TnefMail, files: unknown[]][] = [
    ["its file", { files: [file] }, [["factura.pdf", unknown, "%PDF-1.4\n"]]],
    [
      "several, in order",
      { files: [file, { title: "b.txt", bytes: Buffer.from("hola") }] },
      [
        ["factura.pdf", unknown, "%PDF-1.4\n"],
        ["b.txt", unknown, "hola"],
      ],
    ],
    [
      "the long name, the type and the Content-ID",
      {
        files: [
          {
            title: "FACTUR~1.PDF",
            bytes: pdf,
            properties: [
              wide(0x3707, "Factura año ñ.pdf"),
              wide(0x370e, "application/pdf"),
              wide(0x3712, "img1"),
            ],
          },
        ],
      },
      [["Factura año ñ.pdf", "application/pdf", "%PDF-1.4\n", "img1"]],
    ],
    [
      "a name in the mail's own charset",
      { codepage: 1251, files: [{ title: "\xd1\xf7\xb8\xf2.pdf", bytes: pdf }] },
      [["Счёт.pdf", unknown, "%PDF-1.4\n"]],
    ],
    [
      "a name in a charset that nobody knows",
      { codepage: 9999, files: [{ title: "a\xf1o.pdf", bytes: pdf }] },
      [["año.pdf", unknown, "%PDF-1.4\n"]],
    ],
    [
      "bytes that stand among the properties",
      { files: [{ title: "a.bin", properties: [binary(0x3701, pdf)] }] },
      [["a.bin", unknown, "%PDF-1.4\n"]],
    ],
    [
      "a file of no bytes",
      { files: [{ title: "a", bytes: Buffer.alloc(0) }] },
      [["a", unknown, ""]],
    ],
    [
      "a mail in the mail: its text and its files",
      { files: [{ title: "x", properties: [object(inside), narrow(0x3001, "Reclamo")] }] },
      [
        ["Reclamo.txt", "text/plain", "Adentro"],
        ["factura.pdf", unknown, "%PDF-1.4\n"],
      ],
    ],
  ];
  for (const [row, mail, files] of rows) {
    it(`gives ${row}`, () => assert.deepEqual(opened(mail).files, files));
  }

  it("gives its text, its page in the charset told, and says when they are in a form not read", () => {
    const text = opened({ properties: [wide(0x1000, "Hola ñ"), html("<p>"), rtf], files: [file] });
    assert.deepEqual([text.text, text.html, text.wordless], ["Hola ñ", "<p>", false]);
    const latin = opened({ properties: [number(0x3fde, 28591), html("<p>ñ", "latin1")] });
    assert.equal(latin.html, "<p>ñ");
    assert.equal(opened({ properties: [rtf], files: [file] }).wordless, true);
  });

  it("is whole only when it was read to its end and there are files", () => {
    const bytes = tnef({ files: [file] });
    assert.equal(openTnef(bytes).whole, true);
    assert.equal(openTnef(bytes.subarray(0, -1)).whole, false);
    assert.equal(openTnef(tnef({})).whole, false);
    const many = Array.from({ length: 300 }, () => file);
    assert.deepEqual(
      [opened({ files: many }).whole, opened({ files: many }).files.length],
      [false, 200],
    );
  });

  it("that breaks off gives what stands before, and what stands after a broken part", () => {
    const bytes = tnef({ properties: [wide(0x1000, "Hola")], files: [file, file] });
    assert.equal(openTnef(bytes.subarray(0, -20)).files.length, 1);
    const broken = Buffer.from(bytes);
    // The count of the message's properties: more than there are.
    broken.writeUInt32LE(0xffffffff, broken.indexOf("03900600", 0, "hex") + 8);
    assert.deepEqual([openTnef(broken).files.length, openTnef(broken).whole], [2, false]);
  });

  it("in itself many times over is opened to a depth, and kept beyond", () => {
    let mail = inside;
    for (let depth = 0; depth < 20; depth += 1)
      mail = tnef({ files: [{ title: "m", properties: [object(mail)] }] });
    const { files } = openTnef(mail);
    assert.ok(files.some(({ bytes }) => isTnef(bytes)));
  });

  it("is read without an exception, whatever the bytes", () => {
    const sample = tnef({
      properties: [wide(0x1000, "Hola"), html("<p>"), rtf, number(0x3fde, 65001)],
      files: [file, { title: "m", properties: [object(inside), wide(0x3707, "largo.pdf")] }],
    });
    const spoiled = fc
      .array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
      .map((places) => {
        const bytes = Buffer.from(sample);
        for (const [at, byte] of places) bytes[at] = byte;
        return bytes;
      });
    const cut = fc.nat(sample.length).map((length) => sample.subarray(0, length));
    const any = fc.uint8Array().map((rest) => Buffer.concat([sample.subarray(0, 4), rest]));
    fc.assert(
      fc.property(fc.oneof(spoiled, cut, any), (bytes) => openTnef(bytes).files.length <= 200),
      { numRuns: 2000 },
    );
  });
});
