import assert from "node:assert/strict";
import iconv from "iconv-lite";
import { mailBytes as bytesOf, eventsOf, readBytes as read, requestTo } from "./samples.ts";

const es = "¿Cuánto cuesta al año?";
const text = "Content-Type: text/plain; charset=utf-8";
const page = "Content-Type: text/html; charset=utf-8";
const mixed = (boundary: string) => `Content-Type: multipart/mixed; boundary="${boundary}"`;
const twice = (boundary: string) => `Content-Type: multipart/alternative; boundary="${boundary}"`;

describe("a mail of parts", () => {
  const body = (mark: string) => [`--${mark}`, text, "", es, `--${mark}--`];
  const rows: [name: string, lines: string[]][] = [
    [
      "whose boundary has one underscore more",
      [twice("_Apple-Mail=_X1"), "", ...body("Apple-Mail=_X1")],
    ],
    [
      "whose boundary has one underscore less",
      [twice("Apple-Mail=_X1"), "", ...body("_Apple-Mail=_X1")],
    ],
    ["whose boundary is another", [mixed("a"), "", ...body("b")]],
    ["whose boundary is in other letters", [mixed("ABC"), "", ...body("abc")]],
    ["whose boundary is missing", ["Content-Type: multipart/mixed", "", ...body("b")]],
    ["whose boundary is empty", [mixed(""), "", ...body("b")]],
    [
      "whose boundary is not quoted",
      ["Content-Type: multipart/mixed; boundary=a=b", "", ...body("a=b")],
    ],
    [
      "whose boundary is in single quotes",
      ["Content-Type: multipart/mixed; boundary='b'", "", ...body("b")],
    ],
    ["whose boundary has its dashes in the head", [mixed("--b"), "", ...body("b")]],
    [
      "whose boundary has an unfinished quote",
      ['Content-Type: multipart/mixed; boundary="b', "", ...body("b")],
    ],
    [
      "whose boundary is told twice",
      ['Content-Type: multipart/mixed; boundary="a"; boundary="b"', "", ...body("b")],
    ],
    [
      "whose first boundary alone is another",
      [mixed("b"), "", "--B", text, "", es, "--b", "Content-Type: text/plain", "", "", "--b--"],
    ],
    ["whose type is told twice", [text, mixed("b"), "", ...body("b")]],
    ["whose type is told twice, the second wrong", [mixed("b"), mixed("c"), "", ...body("b")]],
    ["whose type is told twice, the first wrong", [mixed("c"), mixed("b"), "", ...body("b")]],
    ["whose type is text first", ["Content-Type: text", mixed("b"), "", ...body("b")]],
    ["whose type is missing", ["Subject: x", "", ...body("b")]],
    ["whose type is text alone", ["Content-Type: text", "", ...body("b")]],
    ["whose end is missing", [mixed("b"), "", ...body("b").slice(0, -1)]],
    [
      "whose end comes early",
      [mixed("b"), "", "--b", "Content-Type: text/plain", "", "", "--b--", ...body("b")],
    ],
    ["whose part has no blank line", [mixed("b"), "", "--b", text, es, "--b--"]],
    ["whose part has no head", [mixed("b"), "", "--b", "", es, "--b--"]],
    ["whose part has no head and no blank line", [mixed("b"), "", "--b", es, "--b--"]],
    ["whose part is called text", [mixed("b"), "", "--b", "Content-Type: text", "", es, "--b--"]],
    [
      "whose part is called ASCII",
      [mixed("b"), "", "--b", "Content-Type: text/plain; charset=us-ascii", "", es, "--b--"],
    ],
    [
      "whose inner boundary is wrong",
      [mixed("b"), "", "--b", twice("c"), "", ...body("d"), "--b--"],
    ],
    [
      "whose inner boundary begins as the outer one",
      [mixed("b"), "", "--b", twice("b1"), "", ...body("b1"), "--b--"],
    ],
    [
      "whose inner end is missing",
      [mixed("b"), "", "--b", twice("c"), "", ...body("c").slice(0, -1), "--b--"],
    ],
    ["that has no parts", [mixed("b"), "", es]],
  ];
  for (const [name, lines] of rows)
    it(`${name} is read`, async () => {
      const { text, files } = await read(bytesOf(lines));
      assert.deepEqual([text, files], [es, []]);
    });

  for (const end of ["\r\r\n", "\n", "\r"])
    it(`whose lines end in ${JSON.stringify(end)} is read`, async () => {
      const coded = "Content-Transfer-Encoding: quoted-printable";
      const lines = [
        mixed("b"),
        "",
        "--b",
        text,
        coded,
        "",
        "¿Cuánto=",
        " cuesta al a=C3=B1o?",
        "--b--",
      ];
      const mime = bytesOf(lines).toString("latin1").replaceAll("\r\n", end);
      assert.equal((await read(Buffer.from(mime, "latin1"))).text, es);
    });

  it("that Postmark could not take apart is read as it came, where it comes whole", async () => {
    const RawEmail = bytesOf([mixed("b"), "", ...body("c")]).toString();
    const mail = { From: "ana@x.cl", Subject: "x", TextBody: "", HtmlBody: "", RawEmail };
    const request = requestTo("postmark", "application/json", JSON.stringify(mail));
    const [event] = await eventsOf(request);
    assert.equal(event?.type === "message" && event.text, es);
  });

  it("in two charsets is read in both", async () => {
    const part = (charset: string, encoding: string) =>
      iconv.encode(
        `--b\r\nContent-Type: text/plain; charset=${charset}\r\n\r\n${es}\r\n`,
        encoding,
      );
    const mime = Buffer.concat([
      bytesOf([mixed("b"), "", ""]),
      part("utf8", "utf8"),
      part("iso8859_1", "latin1"),
      part("us-ascii", "latin1"),
      Buffer.from("--b--"),
    ]);
    assert.deepEqual((await read(mime)).text.split(/\n+/), [es, es, es]);
  });

  it("keeps its HTML, its files and their names", async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0x0d, 0x0a, 0, 0xff]);
    const lines = (outer: string) => [
      outer,
      "",
      "--m",
      twice("a"),
      "",
      "--x",
      text,
      "",
      es,
      "--x",
      page,
      "",
      `<p>${es}</p>`,
      "--x--",
      "",
      "--m",
      'Content-Type: image/png; name="niño.png"',
      "Content-Transfer-Encoding: BASE-64",
      'Content-Disposition: attachment; filename="niño.png"',
      "Content-ID: <c1>",
      "",
      png.toString("base64"),
      "--m",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Disposition: attachment; filename=lista.txt",
      "",
      "uno",
      "dos",
      "--m--",
    ];
    for (const outer of [
      mixed("m"),
      mixed("n"),
      "Content-Type: multipart/mixed",
      "Content-Type: text",
    ]) {
      const event = await read(bytesOf(lines(outer)));
      assert.equal(event.text, es);
      assert.equal(event.mail?.html?.trim(), `<p>${es}</p>`);
      assert.deepEqual(
        event.files.map(({ name, type, contentId }) => [name, type, contentId]),
        [
          ["niño.png", "image/png", "c1"],
          ["lista.txt", "text/plain", undefined],
        ],
      );
      assert.deepEqual(Buffer.from(event.files[0]?.bytes ?? []), png);
      assert.equal(
        Buffer.from(event.files[1]?.bytes ?? [])
          .toString()
          .trim(),
        "uno\ndos",
      );
    }
  });

  const names: [name: string, field: string, encoding?: string][] = [
    ["in UTF-8 that is called ASCII", "filename*=us-ascii''ni%C3%B1o%20%281%29.png"],
    ["in UTF-8 that is called utf8", "filename*=utf8''ni%C3%B1o%20%281%29.png"],
    ["in Latin-1 that is misspelt", "filename*=iso8859_1'es'ni%F1o%20%281%29.png"],
    ["in pieces", "filename*0*=utf8''ni%C3; filename*1*=%B1o%20; filename*2=\"(1).png\""],
    ["in bare Latin-1", 'filename="niño (1).png"', "latin1"],
    ["in a word", 'filename="=?x-unknown?Q?ni=F1o_=281=29=2Epng?="'],
  ];
  for (const [name, field, encoding] of names)
    it(`keeps the name of a file ${name}`, async () => {
      const disposition = `Content-Disposition: attachment; ${field}; size=3`;
      const lines = [
        mixed("b"),
        "",
        "--b",
        "Content-Type: image/png",
        disposition,
        "",
        "abc",
        "--b--",
      ];
      const { files } = await read(bytesOf(lines, encoding));
      assert.deepEqual(
        files.map((file) => file.name),
        ["niño (1).png"],
      );
    });

  it("of which nobody tells that they are the same twice is read once", async () => {
    const lines = [
      "Content-Type: text",
      "",
      "--x",
      text,
      "",
      es,
      "--x",
      page,
      "",
      `<p>${es}</p>`,
      "--x--",
    ];
    assert.equal((await read(bytesOf(lines))).text, es);
  });

  it("passes a whole mail on as it is", async () => {
    const inner = `From: b@x.cl\r\nSubject: ${es}\r\n${mixed("i")}\r\n\r\n--i\r\n\r\nHola\r\n--i--`;
    const lines = [
      mixed("b"),
      "",
      "--b",
      text,
      "",
      es,
      "--b",
      "Content-Type: message/rfc822",
      "",
      inner,
      "--b--",
    ];
    const event = await read(bytesOf(lines));
    assert.equal(event.text, es);
    assert.equal(
      Buffer.from(event.files[0]?.bytes ?? [])
        .toString()
        .replace(/\r\n/g, "\n")
        .trim(),
      inner.replace(/\r\n/g, "\n"),
    );
  });
});
