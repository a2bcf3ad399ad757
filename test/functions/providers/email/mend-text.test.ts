import assert from "node:assert/strict";
import { mailBytes as bytesOf, readBytes as read } from "./samples.ts";

const es = "¿Cuánto cuesta al año?";
const text = "Content-Type: text/plain; charset=utf-8";

describe("a mail whose text", () => {
  const told = (type: string, transfer = "8bit") => [
    "Subject: Consulta",
    `Content-Type: ${type}`,
    `Content-Transfer-Encoding: ${transfer}`,
    "",
  ];
  const rows: [name: string, lines: string[], encoding?: string][] = [
    ["is UTF-8 and called ASCII", [...told("text/plain; charset=us-ascii"), es]],
    ["is UTF-8 and called nothing", ["Subject: x", "", es]],
    ["is UTF-8 and called utf8", [...told("text/plain; charset=utf8"), es]],
    ["is UTF-8 and called gb2312", [...told("text/plain; charset=gb2312"), es]],
    ["is UTF-8 and called Latin-1", [...told("text/plain; charset=iso-8859-1"), es]],
    ["is Latin-1 and called nothing", ["Subject: x", "", es], "latin1"],
    ["is Latin-1 and called ASCII", [...told("text/plain; charset=us-ascii"), es], "latin1"],
    ["is Latin-1 and called UTF-8", [...told("text/plain; charset=utf-8"), es], "latin1"],
    ["is Latin-1, misspelt", [...told("text/plain; charset=iso8859_1"), es], "latin1"],
    ["is Latin-1 and called x-unknown", [...told("text/plain; charset=x-unknown"), es], "latin1"],
    ["has an unfinished quote", [...told('text/plain; charset="iso-8859-1'), es], "latin1"],
    ["has single quotes", [...told("text/plain; charset='iso-8859-1'"), es], "latin1"],
    ["has a colon for its charset", [...told("text/plain; charset: utf-8"), es]],
    ["has no semicolon", [...told("text/plain charset=iso-8859-1"), es], "latin1"],
    ["is called text", [...told("text"), es]],
    ["is called text, with a charset", [...told("text; charset=iso-8859-1"), es], "latin1"],
    ["is called plain", [...told("plain"), es]],
    ["is called markdown", [...told("text/markdown; charset=utf-8"), es]],
    ["is called plain/text", [...told("plain/text"), es]],
    ["is called text/", [...told("text/"), es]],
    ["is called utf-8", [...told("utf-8"), es]],
    ["has nothing but a charset", [...told("; charset=utf-8"), es]],
    ["has an empty type", [...told(""), es]],
    ["is called text twice", ["Content-Type: text", text, "", es]],
    ["is called text at last", [text, "Content-Type: text", "", es]],
    [
      "is called so twice, in one charset",
      ["Content-Type: text/plain", "Content-Type: text/plain; charset=iso-8859-1", "", es],
      "latin1",
    ],
    [
      "comes in base64",
      [...told("text/plain; charset=us-ascii", "base64"), Buffer.from(es).toString("base64")],
    ],
    ["comes in base-64", [...told("text/plain", "BASE-64"), Buffer.from(es).toString("base64")]],
    [
      "comes in base64 told second",
      [
        text,
        "Content-Transfer-Encoding: 7bit",
        "Content-Transfer-Encoding: base64",
        "",
        Buffer.from(es).toString("base64"),
      ],
    ],
    ["is only called base64", [...told("text/plain; charset=utf-8", "base64"), es]],
    [
      "comes in codes",
      [
        ...told("text/plain; charset=us-ascii", "quoted-printable"),
        "=C2=BFCu=C3=A1nto =\r\ncuesta al a=c3=b1o?",
      ],
    ],
    [
      "comes in codes, misspelt",
      [...told("text/plain; charset=utf8", "quoted_printable"), "=BFCu=E1nto cuesta al a=F1o?"],
    ],
    [
      "comes in codes with bare letters",
      [
        ...told("text/plain; charset=utf-8", "quoted-printable"),
        "¿Cu=C3=A1nto cuesta =\t\r\nal año?",
      ],
    ],
  ];
  for (const [name, lines, encoding] of rows)
    it(`${name} is read`, async () => {
      const { text, files } = await read(bytesOf(lines, encoding));
      assert.deepEqual([text, files], [es, []]);
    });

  it("is in ISO-2022-JP is read, told or not, in codes or not", async () => {
    const bare = "\x1b$B$3$s$K$A$O\x1b(B";
    const coded = "=1B$B$3$s$K$A$O=1B(B";
    for (const charset of ["iso-2022-jp", "us-ascii", "utf-8", "ISO2022JP"])
      for (const [transfer, body] of [
        ["7bit", bare],
        ["quoted-printable", coded],
        ["base64", Buffer.from(bare).toString("base64")],
      ] as const) {
        const type = `text/plain; charset="${charset}"`;
        assert.equal((await read(bytesOf([...told(type, transfer), body]))).text, "こんにちは");
      }
  });

  it("is a page that names its charset alone is read", async () => {
    const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><body>Да, a</body></html>`;
    const event = await read(bytesOf(["Content-Type: text/html", "", html], "windows-1251"));
    assert.equal(event.text, "Да, a");
    assert.match(event.mail?.html ?? "", /Да/);
  });

  it("is followed by a list's footer is read with it", async () => {
    const body = [
      ...told("text/plain; charset=utf-8", "base64"),
      Buffer.from(`${es}\n`).toString("base64"),
      "_____",
      "A mailing list",
    ];
    assert.equal((await read(bytesOf(body))).text, `${es}\n_____\nA mailing list`);
  });

  it("is a file is kept as one", async () => {
    for (const bytes of [
      Buffer.from("%PDF-1.4\n%\xe2\xe3\n", "latin1"),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 13, 0, 0]),
    ]) {
      const body = [
        "Content-Type: text/plain; name=a.bin",
        "Content-Disposition: inline; filename=a.bin",
        "Content-Transfer-Encoding: base64",
        "",
        bytes.toString("base64"),
      ];
      const { files } = await read(bytesOf(body));
      assert.equal(files[0]?.name, "a.bin");
      assert.deepEqual(Buffer.from(files[0]?.bytes ?? []), bytes);
    }
  });
});

describe("a page in a mail", () => {
  it("has the words behind what begins as a tag and never ends", async () => {
    const event = await read(
      bytesOf(["Content-Type: text/html", "", "<p>Son 5</p>, o 5 <diez y más"]),
    );
    assert.match(event.text, /Son 5\n\n, o 5 <diez y más/);
  });
});
