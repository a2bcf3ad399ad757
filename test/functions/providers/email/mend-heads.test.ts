import assert from "node:assert/strict";
import type { MessageEvent } from "@hilo/schema";
import { mailBytes as bytesOf, eventsOf, multipart, readBytes as read } from "./samples.ts";

const es = "¿Cuánto cuesta al año?";

describe("a mail whose heads", () => {
  const raw = "Año nuevo: ¿señor Núñez?";
  const subjects: [name: string, subject: string, encoding: string, charset: string][] = [
    ["are bare UTF-8", raw, "utf8", "utf-8"],
    ["are bare UTF-8 over a Latin-1 text", raw, "utf8", "iso-8859-1"],
    ["are bare Latin-1", raw, "latin1", "iso-8859-1"],
    ["are bare Latin-1, untold", raw, "latin1", ""],
    ["are bare Latin-1 over UTF-8", raw, "latin1", "utf-8"],
    [
      "are words of utf8",
      "=?utf8?Q?A=C3=B1o_nuevo:_=C2=BFse=C3=B1or_N=C3=BA=C3=B1ez=3F?=",
      "utf8",
      "",
    ],
    [
      "are words of ASCII that are UTF-8",
      `=?us-ascii?B?${Buffer.from(raw).toString("base64")}?=`,
      "utf8",
      "",
    ],
    [
      "are words of Latin-1 that are UTF-8",
      `=?iso-8859-1?B?${Buffer.from(raw).toString("base64")}?=`,
      "utf8",
      "",
    ],
    ["are words of iso8859_1", "=?iso8859_1?Q?A=F1o_nuevo:_=BFse=F1or_N=FA=F1ez=3F?=", "utf8", ""],
    ["are words of x-unknown", "=?x-unknown?q?A=F1o_nuevo:_=BFse=F1or_N=FA=F1ez=3F?=", "utf8", ""],
    [
      "are words of gb2312 that are UTF-8",
      `=?gb2312?B?${Buffer.from(raw).toString("base64")}?=`,
      "utf8",
      "",
    ],
    [
      "are words broken within a letter",
      "=?utf-8?Q?A=C3?= =?utf-8?Q?=B1o_nuevo:_=C2=BFse=C3=B1or_N=C3=BA=C3=B1ez=3F?=",
      "utf8",
      "",
    ],
    [
      "are words of two kinds",
      `=?utf-8?Q?A=C3=B1o_nuevo:_?=\r\n =?utf-8?B?${Buffer.from("¿señor Núñez?").toString("base64")}?=`,
      "utf8",
      "",
    ],
    [
      "are words with blanks and a bare question mark",
      "=?utf-8?Q?A=C3=B1o nuevo: =C2=BFse=C3=B1or N=C3=BA=C3=B1ez??=",
      "utf8",
      "",
    ],
  ];
  for (const [name, subject, encoding, charset] of subjects)
    it(`${name} are read`, async () => {
      const type = `Content-Type: text/plain; charset=${charset}`;
      const { mail } = await read(bytesOf([`Subject: ${subject}`, type, "", "Hola"], encoding));
      assert.equal(mail?.subject, raw);
    });

  it("are ISO-2022-JP without a word are read", async () => {
    const mime = bytesOf(["Subject: \x1b$B$3$s$K$A$O\x1b(B", "", "Hola"]);
    assert.equal((await read(mime)).mail?.subject, "こんにちは");
  });

  it("name a person in Latin-1 are read, and who wrote stays who wrote", async () => {
    const mime = Buffer.from(
      'From: "Núñez, José" <jose@x.cl>\r\nTo: a@b.cl\r\nSubject: x\r\n\r\nHola',
      "latin1",
    );
    assert.equal((await read(mime)).sender.name, "Núñez, José");
    const word = `From: =?x-unknown?Q?N=FA=F1ez=2C_<otro@y.cl>?= <jose@x.cl>\r\n\r\nHola`;
    const { sender } = await read(Buffer.from(word));
    assert.deepEqual([sender.address, sender.name], ["jose@x.cl", "Núñez, <otro@y.cl>"]);
  });

  it("come to us in fields of a form are read", async () => {
    const event = (
      await eventsOf(
        multipart("sendgrid", [
          {
            name: "headers",
            content: Buffer.from("From: Núñez <a@x.cl>\nSubject: =?utf8?Q?A=C3=B1o?=\n", "latin1"),
          },
          { name: "text", content: Buffer.from(es) },
          { name: "charsets", content: '{"text":"us-ascii"}' },
        ]),
      )
    )[0] as MessageEvent;
    assert.deepEqual([event.sender.name, event.mail?.subject, event.text], ["Núñez", "Año", es]);
  });

  it("end without a blank line, or begin late, are read", async () => {
    for (const lines of [["Hola: ¿cuánto?", "Gracias"], ["Hola: ¿cuánto?"], ["Hola", "Fecha: hoy"]])
      assert.equal((await read(bytesOf(["Subject: x", ...lines]))).text, lines.join("\n"));
    const unusual = bytesOf(["Subject: x", "Thread-Topic: y", "", "Hola"]);
    assert.equal((await read(unusual)).text, "Hola");
    assert.equal(
      (await read(bytesOf(["Subject: x", "Hola, ¿cuánto?", "Gracias"]))).text,
      "Hola, ¿cuánto?\nGracias",
    );
    assert.equal(
      (await read(bytesOf(["una línea suelta", "Subject: x", "", "Hola"]))).mail?.subject,
      "x",
    );
    for (const start of [
      "\r\n\r\n",
      "From ana@x.cl Fri Nov 20 10:19:00 2026\r\n",
      "\n>From ana@x.cl Fri Nov 20\n",
    ]) {
      const event = await read(
        Buffer.concat([Buffer.from(start), bytesOf(["Subject: x", "", "Hola"])]),
      );
      assert.deepEqual([event.mail?.subject, event.text], ["x", "Hola"]);
    }
  });

  it("make no sender of what only looks like a field", async () => {
    const mime = Buffer.from("\ufeffFrom: otro@y.cl\r\nFrom: ana@x.cl\r\nSubject: x\r\n\r\nHola");
    assert.equal((await read(mime)).sender.address, "ana@x.cl");
  });
});
