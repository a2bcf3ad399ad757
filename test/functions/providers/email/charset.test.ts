import assert from "node:assert/strict";
import fc from "fast-check";
import iconv from "iconv-lite";
import { readText } from "../../../../functions/src/providers/email/charset.ts";

const es = "¿Cuánto cuesta al año?";
const pt = "Olá, a promoção já começou? Não vi “nada” — obrigado";
const ru = "Здравствуйте, сколько стоит доставка?";
const zh = "你好，请问多少钱？谢谢";
const ja = "こんにちは、注文について質問があります。";
const ko = "안녕하세요, 얼마입니까?";

/** What was written, in which encoding its bytes are, and what is told of them. */
const rows: [text: string, encoding: string, labels: string[]][] = [
  [
    es,
    "utf8",
    [
      "us-ascii",
      "",
      "utf8",
      "UTF_8",
      '"utf-8"',
      "iso8859_1",
      "iso-8859-1",
      "windows-1252",
      "x-unknown",
      "gb2312",
      "koi8-r",
      "big5",
      "shift_jis",
      "euc-kr",
      "ansi",
      "klingon",
    ],
  ],
  [pt, "utf8", ["us-ascii", "latin1", "unknown-8bit", "iso-8859-15", "gb2312"]],
  [ru, "utf8", ["us-ascii", "windows-1251", "koi8-r", "iso-8859-1"]],
  [zh, "utf8", ["gb2312", "gbk", "big5", "us-ascii", "iso-8859-1"]],
  ["中", "utf8", ["gb2312", ""]],
  [ja, "utf8", ["iso-2022-jp", "shift_jis", "us-ascii"]],
  ["🙂 ñ", "utf8", ["us-ascii", "windows-1252", "gb2312"]],
  [
    es,
    "windows-1252",
    [
      "iso-8859-1",
      "ISO8859_1",
      "iso8859-1",
      "iso_8859-1:1987",
      "latin1",
      "latin-1",
      "windows-1252",
      "win-1252",
      "cp1252",
      "x-cp1252",
      "us-ascii",
      "utf-8",
      "",
      "x-unknown",
      "unknown-8bit",
      "default",
      "8bit",
      "klingon",
    ],
  ],
  [
    "Precio: 10 € – ‘hoy’ o “mañana”…",
    "windows-1252",
    ["iso-8859-1", "us-ascii", "", "utf-8", "iso-8859-15"],
  ],
  [pt, "windows-1252", ["iso-8859-1", "", "us-ascii"]],
  ["Größe für Mäntel, bitte", "windows-1252", ["", "us-ascii", "ansi"]],
  ["L'été à la française, où ça ?", "windows-1252", ["", "x-unknown"]],
  ["Sí", "windows-1252", ["", "us-ascii", "utf-8"]],
  ["10 €", "iso-8859-15", ["iso-8859-15", "ISO8859_15", "latin-9", "iso885915"]],
  ["Zażółć gęślą jaźń", "iso-8859-2", ["iso-8859-2", "iso8859_2", "latin2"]],
  ["Zażółć gęślą jaźń", "windows-1250", ["windows-1250", "cp1250", "iso-8859-2"]],
  ["Dzień dobry, chciałbym zapytać o cenę przesyłki do Łodzi", "iso-8859-2", ["", "x-unknown"]],
  ["Teşekkürler, ığ", "windows-1254", ["iso-8859-9", "windows-1254"]],
  [
    ru,
    "windows-1251",
    ["windows-1251", "cp1251", "win1251", "", "us-ascii", "iso-8859-1", "utf-8"],
  ],
  [ru, "koi8-r", ["koi8-r", "KOI8_R", "koi8r", "us-ascii", ""]],
  ["Καλημέρα, πόσο κοστίζει;", "iso-8859-7", ["iso-8859-7", "", "x-unknown"]],
  ["שלום, כמה זה עולה", "windows-1255", ["windows-1255", "iso-8859-8-i", ""]],
  ["مرحبا كم السعر", "windows-1256", ["windows-1256", "cp1256", ""]],
  ["สวัสดีครับ ราคาเท่าไหร่", "windows-874", ["tis-620", "windows-874", "iso-8859-11"]],
  [
    zh,
    "gb18030",
    ["gb2312", "GB_2312-80", "gbk", "x-gbk", "gb18030", "chinese", "", "us-ascii", "utf-8"],
  ],
  ["朱镕基，喆，𠀀", "gb18030", ["gb2312", "gbk"]],
  ["您好，請問多少錢", "big5", ["big5", "Big-5", "x-x-big5", "cn-big5", "cp950", ""]],
  [ja, "shiftjis", ["shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "cp932", ""]],
  [ja, "eucjp", ["euc-jp", "eucjp", "x-euc-jp", ""]],
  [ko, "cp949", ["euc-kr", "ks_c_5601-1987", "ksc5601", "cp949", "uhc", ""]],
  ["mañana", "cp850", ["ibm850", "cp850"]],
  ["mañana", "macroman", ["macintosh", "x-mac-roman"]],
  ["Hola ñandú", "utf16le", ["utf-16le", "utf-16", "", "us-ascii"]],
  ["Hola ñandú", "utf16be", ["utf-16be", "", "us-ascii"]],
  ["año mañana", "utf7", ["utf-7", "unicode-1-1-utf-7"]],
];

describe("the charset of a mail", () => {
  for (const [text, encoding, labels] of rows)
    for (const label of labels)
      it(`is ${encoding} where it is called ${label || "nothing"}: ${text}`, () =>
        assert.equal(readText(iconv.encode(text, encoding), label), text));

  const shifted: [string, string, string[]][] = [
    [
      "こんにちは",
      "\x1b$B$3$s$K$A$O\x1b(B",
      [
        "iso-2022-jp",
        "ISO2022JP",
        "csiso2022jp",
        "",
        "us-ascii",
        "utf-8",
        "iso-8859-1",
        "x-unknown",
      ],
    ],
    ["Re: こんにちは", "Re: \x1b$@$3$s$K$A$O\x1b(J", ["iso-2022-jp", "", "us-ascii"]],
    ["안녕 abc", "\x1b$)C\x0e>H3g\x0f abc", ["iso-2022-kr", ""]],
    ["己所不 ~ok", "~{<:Ky2;~} ~~ok", ["hz-gb-2312", "hz"]],
  ];
  for (const [text, bytes, labels] of shifted)
    for (const label of labels)
      it(`is told by its escapes where it is called ${label || "nothing"}: ${text}`, () =>
        assert.equal(readText(Buffer.from(bytes, "latin1"), label), text));

  it("may be another in a line that somebody put below", () => {
    const bytes = Buffer.concat([
      Buffer.from(`${es} Señor mañana. `),
      Buffer.from("pie de año", "latin1"),
    ]);
    for (const label of ["utf-8", "", "iso-8859-1"])
      assert.equal(readText(bytes, label), `${es} Señor mañana. pie de año`);
  });

  it("is not told by a mark at the beginning alone", () => {
    assert.equal(readText(Buffer.from("\ufeffHola ñ")), "Hola ñ");
    assert.equal(readText(Buffer.from("\ufeffHola ñ", "utf16le"), "utf-8"), "Hola ñ");
  });

  it("loses no byte of what is in no charset, and never throws", () => {
    const label = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "utf-8",
        "gb2312",
        "iso-2022-jp",
        "utf-16",
        "utf-7",
        "hz",
        "iso-2022-kr",
        "base64",
        "hex",
        "ucs2",
        "charset=utf-8",
      ),
    );
    fc.assert(
      fc.property(fc.uint8Array(), label, (bytes, told) => {
        assert.equal(typeof readText(bytes, told), "string");
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, told) => {
        if (
          !["\0", "\ufeff", "\u001b"].some((one) => text.includes(one)) &&
          /[^\0-\x7f]/.test(text) &&
          !/gb|big|jis|jp|kr|ks|cp9|95|korean|uhc|chinese/i.test(told)
        )
          assert.equal(readText(Buffer.from(text.toWellFormed()), told), text.toWellFormed());
      }),
    );
  });

  it("is found in a long text at once", () => {
    const size = 150_000;
    const pieces = [
      Buffer.from([0xe1]),
      Buffer.from("ñ"),
      Buffer.from("ñ\xe1", "latin1"),
      Buffer.from([0x82, 0xb1]),
      Buffer.from("\x1b$B$3"),
      Buffer.from([0xff, 0xfe]),
      Buffer.from([0, 0x41]),
      Buffer.from([0xc3, 0xb1, 0xc3, 0xb1, 0xe1]),
    ];
    for (const piece of pieces)
      for (const label of ["", "gb2312", "iso-8859-1"]) {
        const before = process.cpuUsage().user;
        readText(Buffer.alloc(size, piece), label);
        assert.ok(process.cpuUsage().user - before < 500_000, `${piece.toString("hex")} ${label}`);
      }
  });
});
