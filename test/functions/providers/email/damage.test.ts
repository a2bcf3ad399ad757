import assert from "node:assert/strict";
import iconv from "iconv-lite";
import { readBytes } from "./samples.ts";

const wanted = "¿Cuánto cuesta el año? Son 5 € «más» IVA";
const plain = "Content-Type: text/plain; charset=utf-8";
const base64 = (text: string) => Buffer.from(text).toString("base64");

/** A mail of these lines whose bytes are of this encoding, Windows-1252 among the Latin ones. */
function bytes(lines: string[], encoding = "utf8", newline = "\r\n"): Buffer {
  const head = ["From: Ana <ana@x.cl>", "To: hola@hilo.test", "Message-ID: <1@x.cl>"];
  return iconv.encode([...head, ...lines].join(newline), encoding);
}

const bodies: [what: string, lines: string[], encoding?: string][] = [
  [
    "latin1 that is Windows-1252",
    ["Content-Type: text/plain; charset=iso-8859-1", "", wanted],
    "win1252",
  ],
  ["a charset in single quotes", ["Content-Type: text/plain; charset='utf-8'", "", wanted]],
  ["a charset with a comment", ["Content-Type: text/plain; charset=utf-8 (Unicode)", "", wanted]],
  ["a charset named cp1252", ["Content-Type: text/plain; charset=cp1252", "", wanted], "win1252"],
  ["a charset named default", ["Content-Type: text/plain; charset=default", "", wanted], "win1252"],
  [
    "a charset given twice",
    ["Content-Type: text/plain; charset=utf-8; charset=us-ascii", "", wanted],
  ],
  ["a type without a subtype", ["Content-Type: text; charset=utf-8", "", wanted]],
  ["a type that is nothing but a charset", ["Content-Type: charset=utf-8", "", wanted]],
  ["an encoding that is a charset", [plain, "Content-Transfer-Encoding: utf-8", "", wanted]],
  ["an encoding named 8-bit", [plain, "Content-Transfer-Encoding: 8-bit", "", wanted]],
  [
    "base64 with a comment",
    [plain, "Content-Transfer-Encoding: base64 (by us)", "", base64(wanted)],
  ],
  [
    "base64 of two pieces that each end",
    [
      plain,
      "Content-Transfer-Encoding: base64",
      "",
      base64("¿Cuánto cuesta el"),
      base64(" año? Son 5 € «más» IVA"),
    ],
  ],
  [
    "base64 with spaces and blank lines",
    [
      plain,
      "Content-Transfer-Encoding: base64",
      "",
      base64(wanted).replace(/(.{7})/g, "$1 \r\n\r\n"),
    ],
  ],
  ["base64 that is not, but text", [plain, "Content-Transfer-Encoding: base64", "", wanted]],
  [
    "quoted-printable in small letters, a stray sign kept",
    [
      plain,
      "Content-Transfer-Encoding: Quoted-Printable",
      "",
      "=c2=bfCu=c3=a1nto cuesta el a=c3=b1o? Son 5 =e2=82=ac =\r\n=c2=abm=c3=a1s=c2=bb IVA",
    ],
  ],
  [
    "UTF-16 with a mark",
    [
      "Content-Type: text/plain; charset=utf-16",
      "Content-Transfer-Encoding: base64",
      "",
      Buffer.from(`\ufeff${wanted}`, "utf16le").toString("base64"),
    ],
  ],
  [
    "HTML that names another charset than the mail",
    [
      "Content-Type: text/html; charset=utf-8",
      "",
      `<html><head><meta charset="iso-8859-1"></head><body><p>${wanted}</p></body></html>`,
    ],
  ],
  [
    "an empty plain part beside HTML",
    [
      'Content-Type: multipart/alternative; boundary="b"',
      "",
      "--b",
      plain,
      "",
      "",
      "--b",
      "Content-Type: text/html; charset=utf-8",
      "",
      `<p>${wanted}</p>`,
      "--b--",
    ],
  ],
  [
    "a boundary with spaces behind it, and no end",
    ['Content-Type: multipart/mixed; boundary="b b"', "", "--b b   ", plain, "", wanted],
  ],
  [
    "a boundary in single quotes",
    ["Content-Type: multipart/mixed; boundary='b1'", "", "--b1", plain, "", wanted, "--b1--"],
  ],
  [
    "a boundary in a type that is folded with tabs",
    [
      'Content-Type: multipart/mixed;\r\n\tboundary=b1;\r\n\ttype="text/plain"',
      "",
      "--b1",
      plain,
      "",
      wanted,
      "--b1--",
    ],
  ],
  [
    "a multipart that is said to be base64",
    [
      'Content-Type: multipart/mixed; boundary="b1"',
      "Content-Transfer-Encoding: base64",
      "",
      "--b1",
      plain,
      "",
      wanted,
      "--b1--",
    ],
  ],
  [
    "a part within that ends the outer one's boundary",
    [
      'Content-Type: multipart/mixed; boundary="o"',
      "",
      "--o",
      'Content-Type: multipart/alternative; boundary="i"',
      "",
      "--i",
      plain,
      "",
      wanted,
      "--o--",
    ],
  ],
];

describe("a damaged mail", () => {
  for (const [what, lines, encoding] of bodies)
    it(`is read: ${what}`, async () => {
      assert.equal((await readBytes(bytes(lines, encoding))).text?.trim(), wanted);
    });

  for (const newline of ["\n", "\r"] as const)
    it(`is read with lines that end in ${JSON.stringify(newline)}`, async () => {
      const mime = bytes(["Subject: Hola", plain, "", wanted], "utf8", newline);
      assert.equal((await readBytes(mime)).text?.trim(), wanted);
    });

  it("is read below the line of a mailbox file and blank lines", async () => {
    const mime = bytes([plain, "", wanted]);
    const from = "From ana@x.cl Mon Nov  3 14:05:00 2025\r\n";
    for (const before of [from, "\r\n", `\r\n${from}`])
      assert.equal(
        (await readBytes(Buffer.concat([Buffer.from(before), mime]))).text?.trim(),
        wanted,
      );
  });
});

const subjects: [what: string, line: string, wanted: string, encoding?: string][] = [
  [
    "cut within a letter",
    "Subject: =?UTF-8?Q?Cotizaci=C3?=\r\n =?UTF-8?Q?=B3n_urgente?=",
    "Cotización urgente",
  ],
  [
    "cut within a letter, base64",
    `Subject: =?utf-8?B?${Buffer.from("Cotizaci\xc3", "latin1").toString("base64")}?= =?utf-8?B?${Buffer.from("\xb3n", "latin1").toString("base64")}?=`,
    "Cotización",
  ],
  ["with spaces inside", "Subject: =?utf-8?Q?Cotización urgente?=", "Cotización urgente"],
  ["that begins on its second line", "Subject:\r\n =?UTF-8?B?wr9TaWd1ZT8=?=", "¿Sigue?"],
  ["with a language", "Subject: =?utf-8*es?Q?A=C3=B1o?=", "Año"],
  ["in quotes", 'Subject: "=?utf-8?Q?A=C3=B1o?="', '"Año"'],
  [
    "two words of two charsets",
    "Subject: =?iso-8859-1?Q?A=F1o?= =?utf-8?Q?_nuevo=E2=80=A6?=",
    "Año nuevo…",
  ],
  ["as bare Windows-1252", "Subject: Cotización — 5 €", "Cotización — 5 €", "win1252"],
  ["a sign that is no encoded word", "Subject: 2 =? 3 ?= 5", "2 =? 3 ?= 5"],
];

describe("a damaged subject", () => {
  for (const [what, line, subject, encoding] of subjects)
    it(`is read: ${what}`, async () => {
      const { mail } = await readBytes(bytes([line, plain, "", "Hola"], encoding));
      assert.equal(mail?.subject, subject);
    });
});

const names: [what: string, disposition: string, wanted: string][] = [
  [
    "in pieces",
    "attachment; filename*0*=utf-8''cotizaci%C3; filename*1*=%B3n; filename*2=.pdf",
    "cotización.pdf",
  ],
  ["in bare UTF-8", 'attachment; filename="cotización.pdf"', "cotización.pdf"],
  [
    "as an encoded word in quotes",
    'attachment; filename="=?UTF-8?Q?cotizaci=C3=B3n.pdf?="',
    "cotización.pdf",
  ],
  [
    "as an encoded word without quotes",
    "attachment; filename==?UTF-8?B?Y290aXphY2nDs24ucGRm?=",
    "cotización.pdf",
  ],
  [
    "in latin1 by RFC 2231",
    "attachment; filename*=iso-8859-1'es'cotizaci%F3n.pdf",
    "cotización.pdf",
  ],
  [
    "with spaces and no quotes",
    "attachment; filename=la cotización final.pdf",
    "la cotización final.pdf",
  ],
  ["with a path", 'attachment; filename="C:\\\\Users\\\\Ana\\\\boleta.pdf"', "boleta.pdf"],
];

describe("a damaged name of a file", () => {
  for (const [what, disposition, wanted] of names)
    it(`is read: ${what}`, async () => {
      const { files } = await readBytes(
        bytes([
          'Content-Type: multipart/mixed; boundary="b"',
          "",
          "--b",
          plain,
          "",
          "Va",
          "--b",
          "Content-Type: application/pdf",
          `Content-Disposition: ${disposition}`,
          "Content-Transfer-Encoding: base64",
          "",
          base64("%PDF-1.4\n"),
          "--b--",
        ]),
      );
      assert.deepEqual(
        files.map(({ name }) => (name ?? "").split(/[\\/]/).at(-1)),
        [wanted],
      );
    });
});

describe("a file in base64 that ends more than once", () => {
  it("is whole", async () => {
    const { files } = await readBytes(
      bytes([
        'Content-Type: multipart/mixed; boundary="b"',
        "",
        "--b",
        'Content-Type: application/pdf; name="a.pdf"',
        "Content-Transfer-Encoding: base64",
        "",
        base64("%PDF-1.4\n"),
        base64("uno"),
        base64("dos!"),
        "--b--",
      ]),
    );
    assert.deepEqual(
      files.map((file) => Buffer.from(file.bytes ?? []).toString()),
      ["%PDF-1.4\nunodos!"],
    );
  });
});
