import assert from "node:assert/strict";
import { recognize } from "../../../functions/src/files/recognize.ts";
import { samples, zip } from "./samples.ts";

const text = (value: string) => Buffer.from(value, "utf8");
const sample = (type: string) => samples[type] ?? assert.fail(type);
const lnk = Buffer.concat([
  Buffer.from("4c0000000114020000000000c000000000000046", "hex"),
  Buffer.alloc(80),
]);
const script = text("<html><body><script>location='https://x.example'</script></body></html>");
const page = text("<!doctype html><html><body><h1>Factura 20418</h1></body></html>");
const dte = Buffer.from(
  '<?xml version="1.0" encoding="ISO-8859-1"?><DTE version="1.0"><RznSoc>Peñalolén</RznSoc></DTE>',
  "latin1",
);
const elf = Buffer.concat([Buffer.from("7f454c460201010000", "hex"), Buffer.alloc(64)]);
const xls = "application/vnd.ms-excel";
const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

type Row = [
  what: string,
  bytes: Buffer,
  name: string,
  declared: string,
  type: RegExp,
  kept: RegExp,
];
const kept: Row[] = [
  [
    "a sticker called a photo",
    sample("image/webp"),
    "foto.jpg",
    "image/jpeg",
    /^image\/webp$/,
    /\.webp$/,
  ],
  [
    "a photo called a document",
    sample("image/jpeg"),
    "cedula.pdf",
    "application/pdf",
    /^image\/jpeg$/,
    /\.jpe?g$/,
  ],
  [
    "a PDF behind a mark",
    Buffer.concat([text("\ufeff"), sample("application/pdf")]),
    "boleta.pdf",
    "application/pdf",
    /^application\/pdf$/,
    /^boleta\.pdf$/,
  ],
  [
    "a PDF without a name's ending",
    sample("application/pdf"),
    "boleta 20418",
    "",
    /^application\/pdf$/,
    /\.pdf$/,
  ],
  [
    "Word that is said to be nothing",
    sample(docx),
    "carta",
    "application/octet-stream",
    /wordprocessingml/,
    /\.docx$/,
  ],
  [
    "an invoice in Latin 1 in capitals",
    dte,
    "DTE_33.XML",
    "application/octet-stream",
    /xml/,
    /^DTE_33\.xml$/i,
  ],
  [
    "a table of another country",
    Buffer.from("año;ñandú\n1;2\n", "latin1"),
    "VENTAS.CSV",
    xls,
    /^text\/csv$/,
    /\.csv$/i,
  ],
  [
    "an appointment",
    text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"),
    "cita.ics",
    "text/calendar",
    /calendar/,
    /\.ics$/,
  ],
  [
    "a mail",
    text("From: a@x.cl\r\nTo: b@x.cl\r\nSubject: Hola\r\n\r\nHola\r\n"),
    "mensaje.eml",
    "message/rfc822",
    /rfc822/,
    /\.eml$/,
  ],
  ["a page that does nothing", page, "factura.html", "text/html", /html/, /\.html$/],
  [
    "a note whose first word is of a binary format",
    text("GIF de regalo para el sábado\n"),
    "nota.txt",
    "text/plain",
    /^text\/plain$/,
    /\.txt$/,
  ],
  [
    "a note about programs",
    text("MZ es la firma de un .exe\n"),
    "nota.txt",
    "",
    /^text\/plain$/,
    /\.txt$/,
  ],
  ["an archive of a photo", zip({ "foto.jpg": "x" }), "fotos.zip", "", /zip/, /\.zip$/],
  ["a name of nothing but dots", sample("image/png"), "...", "image/png", /^image\/png$/, /\.png$/],
  [
    "a name of a path",
    sample("image/png"),
    "../../etc/foto.png",
    "image/png",
    /^image\/png$/,
    /^(?!.*[\\/]).*foto\.png$/,
  ],
];

describe("a file that goes by another kind", () => {
  for (const name of ["factura．ｅｘｅ", "factura.exe::$DATA", "factura.exe/", "factura\u2024exe"])
    it(`opens as the text that it is, whatever it is called: ${name}`, async () => {
      const found = await recognize(text("hola"), name, "text/plain");
      assert.ok(found.held !== undefined || found.name.endsWith(".txt"), JSON.stringify(found));
    });

  for (const [what, bytes, name, declared, type, wanted] of kept)
    it(`is kept as what it is: ${what}`, async () => {
      const found = await recognize(bytes, name, declared);
      assert.equal(found.held, undefined);
      assert.match(found.type, type);
      assert.match(found.name, wanted);
    });

  const held: [what: string, bytes: Buffer, name: string, declared: string][] = [
    ["a page called a photo", script, "comprobante.jpg", "image/jpeg"],
    ["a quiet page called a document", page, "factura.pdf", "application/pdf"],
    [
      "a drawing that acts",
      text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      "logo.svg",
      "image/svg+xml",
    ],
    [
      "a drawing whose act is written in entities",
      text(
        '<svg xmlns="http://www.w3.org/2000/svg"><a href="java&#115;cript:alert(1)">x</a></svg>',
      ),
      "logo.svg",
      "image/svg+xml",
    ],
    ["a shortcut called a photo", lnk, "foto.jpg", "image/jpeg"],
    ["a program of Linux without an ending", elf, "instalar", ""],
    [
      "a program of Java",
      zip({ "META-INF/MANIFEST.MF": "Main-Class: A", "A.class": "x" }),
      "factura.jar",
      "application/zip",
    ],
    ["a script of Windows", text("WScript.Echo 1"), "factura.vbs", "text/plain"],
    ["an ending behind a space and a dot", text("MZ\0\0\0\0"), "factura.exe. ", "application/pdf"],
    ["an ending turned around", text("hola"), "factura\u202Efdp.exe", "application/pdf"],
    ["a second ending", text("hola"), "factura.pdf.scr", "application/pdf"],
    ["an ending in capitals", text("hola"), "FACTURA.BAT", "text/plain"],
    ["a disk", text("hola"), "facturas.iso", "application/octet-stream"],
    [
      "a workbook with macros",
      zip({
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": "<w/>",
        "xl/vbaProject.bin": "x",
      }),
      "ventas.xlsx",
      "",
    ],
  ];
  for (const [what, bytes, name, declared] of held)
    it(`is held back: ${what}`, async () => {
      const found = await recognize(bytes, name, declared);
      assert.notEqual(found.held, undefined, JSON.stringify(found));
      assert.doesNotMatch(found.name, /\u202e/);
    });
});
