import assert from "node:assert/strict";
import type { MessageEvent } from "@hilo/schema";
import fc from "fast-check";
import { opened } from "../../../../functions/src/providers/email/enclosed.ts";
import { eventsOf, mimeRequest, multipart } from "./samples.ts";
import { binary, tnef, wide } from "./tnef-samples.ts";

const png = Buffer.from("89504e470d0a1a0a", "hex");
const pdf = Buffer.from("%PDF-1.4\n");

type MimePart = { type: string; name?: string; encoding?: string; content: Buffer | string };

function mail(...parts: MimePart[]) {
  const written = parts.map(({ type, name, encoding = "base64", content }) => [
    "--b1",
    `Content-Type: ${type}${name ? `; name="${name}"` : ""}`,
    ...(name ? [`Content-Disposition: attachment; filename="${name}"`] : []),
    `Content-Transfer-Encoding: ${encoding}`,
    "",
    encoding === "base64" ? Buffer.from(content).toString("base64") : content.toString(),
  ]);
  return mimeRequest(
    [
      "From: Ana <ana@example.cl>",
      "To: hola@hilo.test",
      "Message-ID: <a@example.cl>",
      'Content-Type: multipart/mixed; boundary="b1"',
      "",
      ...written.flat(),
      "--b1--",
      "",
    ].join("\r\n"),
  );
}

async function read(request: Parameters<typeof eventsOf>[0]): Promise<MessageEvent> {
  const [event] = await eventsOf(request);
  return event?.type === "message" ? event : assert.fail("no message");
}

const files = ({ files }: MessageEvent) =>
  files.map(({ name, bytes }) => [name, Buffer.from(bytes ?? []).toString("latin1")]);

const words = { type: "text/plain", encoding: "7bit", content: "Va el archivo." };
const uuPdf = ["begin 644 factura.pdf", "))5!$1BTQ+C0*", "`", "end"];

describe("what is inside the parts of a mail", () => {
  const enclosed = tnef({ files: [{ title: "factura.pdf", bytes: pdf }] });
  for (const [type, name] of [
    ["application/ms-tnef", "winmail.dat"],
    ["application/octet-stream", "winmail.dat"],
    ["application/vnd.ms-tnef", ""],
    ["text/plain", "ATT00001.txt"],
  ] as const) {
    it(`is taken out of Outlook's own form: ${type} ${name}`, async () => {
      const event = await read(mail(words, { type, name, content: enclosed }));
      assert.deepEqual(files(event), [["factura.pdf", "%PDF-1.4\n"]]);
      assert.equal(event.text, "Va el archivo.");
    });
  }

  it("is kept as it came besides, where it could not be read to its end", async () => {
    const content = Buffer.concat([enclosed, Buffer.from("garbage")]);
    const event = await read(
      mail(words, { type: "application/ms-tnef", name: "winmail.dat", content }),
    );
    assert.deepEqual(
      event.files.map(({ name }) => name),
      ["factura.pdf", "winmail.dat"],
    );
  });

  it("is the text, where the mail has no other", async () => {
    const content = tnef({
      properties: [wide(0x1000, "Hola\r\nAna")],
      files: [{ title: "a.pdf", bytes: pdf }],
    });
    const event = await read(mail({ type: "application/ms-tnef", name: "winmail.dat", content }));
    assert.deepEqual([event.text, files(event).length], ["Hola\nAna", 1]);
    const other = await read(
      mail(words, { type: "application/ms-tnef", name: "winmail.dat", content }),
    );
    assert.equal(other.text, "Va el archivo.");
  });

  it("is kept as it came, where its text is in a form not read and the mail has no other", async () => {
    const content = tnef({
      properties: [binary(0x1009, Buffer.from("rtf"))],
      files: [{ title: "a.pdf", bytes: pdf }],
    });
    const winmail = { type: "application/ms-tnef", name: "winmail.dat", content };
    assert.equal((await read(mail(winmail))).files.length, 2);
    assert.equal((await read(mail(words, winmail))).files.length, 1);
  });

  it("is taken out of a text that holds it uuencoded", async () => {
    const content = ["Va adjunto:", "", ...uuPdf, "", "Saludos"].join("\r\n");
    const event = await read(mail({ ...words, content }));
    assert.deepEqual(files(event), [["factura.pdf", "%PDF-1.4\n"]]);
    assert.equal(event.text, "Va adjunto:\n\nSaludos");
  });

  const texts: [row: string, lines: string[]][] = [
    ["no end", uuPdf.slice(0, -1)],
    ["a line that is none", [...uuPdf.slice(0, 2), "hola, esto no es un archivo", "end"]],
    ["no name", ["begin 644", ...uuPdf.slice(1)]],
    ["words that begin so", ["begin 2026 with a smile", "end"]],
    ["a length that is not there", ["begin 644 a.pdf", "M)5!", "end"]],
  ];
  for (const [row, lines] of texts) {
    it(`is left in a text that only looks uuencoded: ${row}`, async () => {
      const event = await read(mail({ ...words, content: lines.join("\r\n") }));
      assert.deepEqual([event.text, event.files.length], [lines.join("\n"), 0]);
    });
  }

  it("is read from a part that is uuencoded, under the part's name", async () => {
    const part = { type: "application/pdf", encoding: "x-uuencode", content: uuPdf.join("\r\n") };
    const event = await read(mail(words, { ...part, name: "cobro.pdf" }));
    assert.deepEqual(files(event), [["cobro.pdf", "%PDF-1.4\n"]]);
    const packed = await read(mail(words, { ...part, name: "cobro.uue" }));
    assert.deepEqual(files(packed), [["factura.pdf", "%PDF-1.4\n"]]);
  });

  const data = png.toString("base64");
  const pages: [row: string, html: string, seen: number][] = [
    ["one", `<p>Mira <img src="data:image/png;base64,${data}"></p>`, 1],
    [
      "two, in other quotes and cases",
      `<IMG SRC='DATA:image/png;base64,${data}'><img src = "data:image/gif;base64,R0lG">`,
      2,
    ],
    [
      "one with parameters and line breaks",
      `<img src="data:image/png;name=a.png;charset=x;base64,\n ${data}\n">`,
      1,
    ],
    ["none, where it is no picture", `<iframe src="data:text/html;base64,${data}">`, 0],
    ["none, where it is a drawing", `<img src="data:image/svg+xml;base64,${data}">`, 0],
    ["none, where it is not Base64", '<img src="data:image/svg+xml,<svg/>">', 0],
  ];
  for (const [row, html, seen] of pages) {
    it(`is a picture that is written into the page: ${row}`, async () => {
      const event = await read(mail({ type: "text/html", encoding: "8bit", content: html }));
      assert.equal(event.files.length, seen);
      for (const { contentId } of event.files)
        assert.ok(contentId && event.mail?.html?.includes(`cid:${contentId}`));
      const [first] = event.files;
      if (first) assert.deepEqual(Buffer.from(first.bytes ?? []), png);
      assert.equal(/data:image\/(png|gif)/i.test(event.mail?.html ?? ""), false);
    });
  }

  it("is looked for at once, whatever the mail is made of", () => {
    const pieces = [
      "begin 644 a\n",
      "begin 644 a\nM\n",
      `#${"A".repeat(4)}\n`,
      'src="data:image/png;base64,',
      'src="data:image/a;b;c;d;e;f',
      "src    ",
      "A",
    ];
    for (const piece of pieces) {
      const fill = `begin 644 a\n${piece.repeat(1_000_000 / piece.length)}`;
      const before = process.cpuUsage().user;
      opened({ text: fill, html: fill, files: [] }, "f");
      assert.ok(process.cpuUsage().user - before < 500_000, piece);
    }
  });

  it("is the same, whichever service brought it", async () => {
    const event = await read(
      multipart("mailgun", [
        { name: "from", content: "Ana <ana@example.cl>" },
        { name: "recipient", content: "hola@hilo.test" },
        { name: "body-plain", content: uuPdf.join("\r\n") },
        { name: "attachment-1", filename: "winmail.dat", type: "x/y", content: enclosed },
      ]),
    );
    assert.deepEqual(files(event), [
      ["factura.pdf", "%PDF-1.4\n"],
      ["factura.pdf", "%PDF-1.4\n"],
    ]);
  });

  it("is kept whatever its label: many parts of any type, none of them lost", async () => {
    const parts = [
      "text/xml",
      "image/heic",
      "application/rtf",
      "application/pkcs7-mime",
      "nonsense",
    ];
    const named = parts.map((type, i) => ({ type, name: `a${i}.x`, content: `<${i}` }));
    const event = await read(
      mail(words, ...named, { type: "text/plain", name: "nada.txt", content: "" }),
    );
    assert.deepEqual(files(event), [
      ...named.map(({ name, content }) => [name, content]),
      ["nada.txt", ""],
    ]);
  });

  it("is every part that is attached, whatever its type, name and bytes", async () => {
    const part = fc.record({
      type: fc.constantFrom("text/plain", "text/html", "image/png", "x/y", "text"),
      name: fc.constantFrom("a.png", "a.exe", "nota.txt", "sin-tipo", "a.eml", "smime.p7m"),
      content: fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    });
    const property = fc.asyncProperty(
      fc.array(part, { minLength: 1, maxLength: 5 }),
      async (parts) => {
        const found = files(await read(mail(words, ...parts)));
        assert.deepEqual(
          found,
          parts.map(({ name, content }) => [name, content.toString("latin1")]),
        );
      },
    );
    await fc.assert(property, { numRuns: 200 });
  });
});
