import assert from "node:assert/strict";
import { recognize } from "../../../functions/src/files/recognize.ts";
import { compound, compoundWith, samples, wide, zip } from "./samples.ts";

const text = (value: string) => Buffer.from(value, "utf8");
const sample = (type: string) => samples[type] ?? Buffer.alloc(0);
const office = "application/vnd.openxmlformats-officedocument";
const sheet = sample(`${office}.spreadsheetml.sheet`);
const binary = Buffer.from([1, 2, 3, 4, 5, 0, 0x80, 0xff]);

describe("a file's type", () => {
  for (const [type, bytes] of Object.entries(samples)) {
    it(`${type} is told by its bytes, whatever is said`, async () => {
      const labels = ["", type, `${type.toUpperCase()}; charset=x`, "application/octet-stream"];
      for (const declared of [...labels, "application/force-download", "image/jpeg", "nonsense"])
        assert.equal((await recognize(bytes, "whatever", declared)).type, type, declared);
    });
  }

  const kept: [row: string, bytes: Buffer, name: string, declared: string, is: [string, string]][] =
    [
      ["CSV by its name", text("a;b\n1;2\n"), "datos.csv", "", ["text/csv", "datos.csv"]],
      ["CSV by what is said", text("a;b\n"), "datos", "text/csv", ["text/csv", "datos.csv"]],
      [
        "CSV that Windows calls Excel",
        text("a;b\n"),
        "datos.CSV",
        "application/vnd.ms-excel",
        ["text/csv", "datos.csv"],
      ],
      [
        "CSV in Windows-1252",
        Buffer.from("año;día\n", "latin1"),
        "datos.csv",
        "",
        ["text/csv", "datos.csv"],
      ],
      ["Word of old by its name", compound, "carta.doc", "", ["application/msword", "carta.doc"]],
      [
        "Word of old by its parts",
        compoundWith("WordDocument"),
        "carta",
        "application/octet-stream",
        ["application/msword", "carta.doc"],
      ],
      [
        "Excel of old called Word",
        compoundWith("Workbook"),
        "datos.doc",
        "application/msword",
        ["application/vnd.ms-excel", "datos.doc.xls"],
      ],
      [
        "a mail of Outlook",
        compoundWith("__properties_version1.0"),
        "aviso.msg",
        "",
        ["application/vnd.ms-outlook", "aviso.msg"],
      ],
      [
        "a workbook called old Excel",
        sheet,
        "precios.xls",
        "application/vnd.ms-excel",
        [`${office}.spreadsheetml.sheet`, "precios.xls.xlsx"],
      ],
      [
        "a workbook that is only said to be old Excel",
        sheet,
        "precios.xlsx",
        "application/vnd.ms-excel",
        [`${office}.spreadsheetml.sheet`, "precios.xlsx"],
      ],
      [
        "a voice note in a container for video",
        sample("video/mp4"),
        "nota",
        "audio/mp4",
        ["audio/mp4", "nota.m4a"],
      ],
      ["a PNG called JPEG", sample("image/png"), "a.jpg", "image/jpeg", ["image/png", "a.jpg.png"]],
      [
        "a PNG called PDF",
        sample("image/png"),
        "a.pdf",
        "application/pdf",
        ["image/png", "a.pdf.png"],
      ],
      [
        "a PDF called PNG",
        sample("application/pdf"),
        "a.png",
        "image/png",
        ["application/pdf", "a.png.pdf"],
      ],
      [
        "a PDF that is only to be downloaded",
        sample("application/pdf"),
        "factura.pdf",
        "application/force-download",
        ["application/pdf", "factura.pdf"],
      ],
      [
        "a PDF said to be text",
        text("%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n"),
        "factura.pdf",
        "text/plain",
        ["application/pdf", "factura.pdf"],
      ],
      [
        "a PDF that begins late",
        text("\r\n\r\nbasura\n%PDF-1.4\n"),
        "factura.pdf",
        "application/pdf",
        ["application/pdf", "factura.pdf"],
      ],
      ["an archive called Word", zip({ a: "b" }), "a.docx", "", ["application/zip", "a.docx.zip"]],
      [
        "an archive of a kind of its own",
        zip({ "doc.kml": "" }),
        "ruta.kmz",
        "",
        ["application/zip", "ruta.kmz"],
      ],
      [
        "an invoice in XML",
        text('<?xml version="1.0" encoding="ISO-8859-1"?><DTE version="1.0"></DTE>'),
        "F55T33.xml",
        "text/xml",
        ["text/xml", "F55T33.xml"],
      ],
      [
        "an invoice with a style sheet, its date in Portuguese",
        text('<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?><a>Data: 3/2, once = 2</a>'),
        "IT01_1.xml",
        "application/octet-stream",
        ["text/xml", "IT01_1.xml"],
      ],
      [
        "XML in UTF-16",
        wide('<?xml version="1.0"?><a/>'),
        "a.xml",
        "text/xml",
        ["text/xml", "a.xml"],
      ],
      [
        "XML that does not say so",
        text("<nfeProc><NFe/></nfeProc>"),
        "a.xml",
        "",
        ["text/xml", "a.xml"],
      ],
      ["text in UTF-16", wide("Hola, ¿qué tal?"), "nota.txt", "", ["text/plain", "nota.txt"]],
      [
        "text in UTF-16 without a mark",
        wide("Hola, ¿qué tal?").subarray(2),
        "nota.txt",
        "text/plain",
        ["text/plain", "nota.txt"],
      ],
      [
        "text in UTF-16, the great end first",
        wide("Hola, ¿qué tal?").swap16(),
        "nota.txt",
        "",
        ["text/plain", "nota.txt"],
      ],
      [
        "text that begins with an address",
        text("<ana@example.cl> escribió"),
        "a.txt",
        "",
        ["text/plain", "a.txt"],
      ],
      [
        "text that begins with a heart",
        text("<3 gracias"),
        "nota",
        "text/plain",
        ["text/plain", "nota.txt"],
      ],
      [
        "text that begins with a tag",
        text("<b>ojo</b> con esto"),
        "a.txt",
        "",
        ["text/plain", "a.txt"],
      ],
      [
        "text that mentions a tag",
        text("usa <b> para negrita"),
        "a.txt",
        "",
        ["text/plain", "a.txt"],
      ],
      [
        "text with two bytes of a program",
        text("MZ Ingeniería cotiza"),
        "a.txt",
        "",
        ["text/plain", "a.txt"],
      ],
      [
        "text with two bytes of a picture",
        text("BMW serie 3"),
        "a.txt",
        "",
        ["text/plain", "a.txt"],
      ],
      ["text with the end of old", text("Hola\r\n\x1a"), "a.txt", "", ["text/plain", "a.txt"]],
      [
        "text by another name",
        text("SELECT 1"),
        "consulta.sql",
        "",
        ["text/plain", "consulta.sql"],
      ],
      [
        "bookmarks",
        text("<!DOCTYPE NETSCAPE-Bookmark-file-1><DL>"),
        "b.htm",
        "",
        ["text/html", "b.htm"],
      ],
      ["text called HTML", text("hola"), "a.html", "text/html", ["text/plain", "a.html.txt"]],
      [
        "a page that does nothing",
        text("<html><p>Hola"),
        "a.html",
        "text/html",
        ["text/html", "a.html"],
      ],
      [
        "a drawing that does nothing",
        text("<svg><path d=''/></svg>"),
        "logo.svg",
        "",
        ["image/svg+xml", "logo.svg"],
      ],
      [
        "a signed file",
        binary,
        "factura.xml.p7m",
        "application/pkcs7-mime",
        ["application/pkcs7-mime", "factura.xml.p7m"],
      ],
      [
        "a signed file without a name",
        binary,
        "",
        "application/x-pkcs7-mime",
        ["application/pkcs7-mime", "file.p7m"],
      ],
      ["a signature", binary, "smime.p7s", "", ["application/pkcs7-signature", "smime.p7s"]],
      [
        "RTF",
        text("{\\rtf1 hola}"),
        "carta.doc",
        "application/msword",
        ["application/rtf", "carta.doc"],
      ],
      [
        "bytes of no known kind",
        binary,
        "a.xyz",
        "text/plain",
        ["application/octet-stream", "a.xyz"],
      ],
      ["bytes without a name", binary, "", "", ["application/octet-stream", "file.bin"]],
      [
        "bytes said to be a picture",
        binary,
        "foto.jpg",
        "image/jpeg",
        ["application/octet-stream", "foto.jpg"],
      ],
    ];
  for (const [row, bytes, name, declared, [type, fit]] of kept) {
    it(`is ${row}`, async () =>
      assert.deepEqual(await recognize(bytes, name, declared), { type, name: fit }));
  }
});
