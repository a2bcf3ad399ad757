import assert from "node:assert/strict";
import { fileTypes, fitName } from "../../../functions/src/files/file-types.ts";
import { recognize } from "../../../functions/src/files/recognize.ts";
import { compound, samples, zip } from "./samples.ts";

const text = (value: string) => Buffer.from(value, "utf8");
const sample = (type: string) => samples[type] ?? Buffer.alloc(0);

describe("a file's type", () => {
  for (const [type, bytes] of Object.entries(samples)) {
    it(`${type} is told by its bytes`, async () => {
      assert.equal(await recognize(bytes, "whatever"), type);
      assert.equal(await recognize(bytes, "whatever", type), type);
      assert.equal(await recognize(bytes, "whatever", `${type.toUpperCase()}; charset=x`), type);
      assert.equal(await recognize(bytes, "whatever", "application/octet-stream"), type);
    });
  }

  const chosen: [row: string, bytes: Buffer, name: string, declared: string, is: string][] = [
    ["CSV by its name", text("a;b\n1;2\n"), "datos.csv", "", "text/csv"],
    ["CSV by what is said", text("a;b\n1;2\n"), "datos", "text/csv", "text/csv"],
    [
      "CSV that Windows calls Excel",
      text("a;b\n"),
      "datos.CSV",
      "application/vnd.ms-excel",
      "text/csv",
    ],
    ["CSV in Windows-1252", Buffer.from("año;día\n", "latin1"), "datos.csv", "", "text/csv"],
    ["Word of old by its name", compound, "carta.doc", "", "application/msword"],
    [
      "Excel of old by its name",
      compound,
      "datos.xls",
      "application/vnd.ms-excel",
      "application/vnd.ms-excel",
    ],
    ["PowerPoint of old by its name", compound, "charla.ppt", "", "application/vnd.ms-powerpoint"],
    [
      "a voice note in a container for video",
      sample("video/mp4"),
      "nota",
      "audio/mp4",
      "audio/mp4",
    ],
    ["JPEG by another name", sample("image/jpeg"), "foto", "image/jpg", "image/jpeg"],
    ["vCard by another name", sample("text/vcard"), "rocio.vcf", "text/x-vcard", "text/vcard"],
    ["text with a byte order mark", text("\uFEFFHola"), "nota.txt", "text/plain", "text/plain"],
    ["text that only mentions a tag", text("usa <b> para negrita"), "nota.txt", "", "text/plain"],
  ];
  for (const [row, bytes, name, declared, type] of chosen) {
    it(`is ${row}`, async () => assert.equal(await recognize(bytes, name, declared), type));
  }

  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  const refused: [row: string, bytes: Buffer, name: string, declared: string][] = [
    ["HTML", text("<!doctype html><script>alert(1)</script>"), "a.html", "text/html"],
    ["HTML called text", text("<html><script>alert(1)</script></html>"), "a.txt", "text/plain"],
    ["HTML called a picture", text("<script>alert(1)</script>"), "a.png", "image/png"],
    ["HTML after spaces and a mark", text("\uFEFF\n \t<SCRIPT>alert(1)</SCRIPT>"), "a.txt", ""],
    ["an HTML comment", text("<!-- --><script>alert(1)</script>"), "a.txt", "text/plain"],
    ["SVG", text(svg), "a.svg", "image/svg+xml"],
    ["SVG called a picture", text(svg), "a.png", "image/png"],
    ["SVG with an XML header", text(`<?xml version="1.0"?>${svg}`), "a.txt", "text/plain"],
    ["text called HTML", text("hola"), "a.html", "text/html"],
    ["a script by what is said", text("alert(1)"), "a.js", "text/javascript"],
    ["a program for Windows", Buffer.concat([text("MZ"), Buffer.alloc(128)]), "a.exe", ""],
    [
      "a program called a picture",
      Buffer.concat([text("MZ"), Buffer.alloc(128)]),
      "a.jpg",
      "image/jpeg",
    ],
    ["a program for Linux", Buffer.concat([text("\x7fELF"), Buffer.alloc(128)]), "a", ""],
    ["a picture called PDF", sample("image/png"), "a.pdf", "application/pdf"],
    ["a PDF called a picture", sample("application/pdf"), "a.png", "image/png"],
    [
      "an archive called a Word document",
      zip({ a: "b" }),
      "a.docx",
      Object.keys(fileTypes).find((type) => type.endsWith("wordprocessingml.document")) ?? "",
    ],
    ["an old container of unknown use", compound, "a.msi", ""],
    ["bytes of no known kind", Buffer.from([1, 2, 3, 4, 5]), "a.txt", "text/plain"],
    ["nothing", Buffer.alloc(0), "a.txt", "text/plain"],
  ];
  for (const [row, bytes, name, declared] of refused) {
    it(`refuses ${row}`, async () => {
      await assert.rejects(recognize(bytes, name, declared), { code: "wrongType" });
    });
  }
});

describe("a file's name", () => {
  const rows: [name: string, type: string, is: string][] = [
    ["factura.pdf", "application/pdf", "factura.pdf"],
    ["FOTO.JPEG", "image/jpeg", "FOTO.jpeg"],
    ["Año 2026 – ñandú.csv", "text/csv", "Año 2026 – ñandú.csv"],
    ["../../etc/passwd", "text/plain", "passwd.txt"],
    ["C:\\fotos\\gato.png", "image/png", "gato.png"],
    ["foto.exe", "image/png", "foto.exe.png"],
    ["pagina.html", "text/plain", "pagina.html.txt"],
    ["gpj\u202Egnp.exe", "image/png", "gpjgnp.exe.png"],
    ['a"b\r\nSet-Cookie: x.png', "image/png", "abSet-Cookie x.png"],
    ["", "audio/ogg", "file.ogg"],
    [".png", "image/png", "png.png"],
    ["...", "image/png", "file.png"],
    [`${"ñ".repeat(300)}.pdf`, "application/pdf", `${"ñ".repeat(90)}.pdf`],
  ];
  for (const [name, type, fit] of rows) {
    it(`${JSON.stringify(name.slice(0, 30))} is kept as ${JSON.stringify(fit.slice(0, 30))}`, () => {
      assert.equal(fitName(name, type), fit);
    });
  }
});
