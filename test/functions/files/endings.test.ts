import assert from "node:assert/strict";
import { recognize } from "../../../functions/src/files/recognize.ts";
import { compoundWith, samples } from "./samples.ts";

const text = (value: string) => Buffer.from(value, "utf8");
const sample = (type: string) => samples[type] ?? Buffer.alloc(0);

/** What programs write under an ending that is usually another type's, and what they leave without one. */
describe("a file's ending", () => {
  const rows: [row: string, bytes: Buffer, name: string, declared: string, is: [string, string]][] =
    [
      [
        "a table of HTML called Excel",
        text("<table><tr><td>1</table>"),
        "cartola.xls",
        "application/vnd.ms-excel",
        ["text/plain", "cartola.xls"],
      ],
      [
        "a table of XML called Excel",
        text('<?xml version="1.0"?><Workbook/>'),
        "cartola.xls",
        "",
        ["text/xml", "cartola.xls"],
      ],
      [
        "a table of text called Excel",
        text("a\tb\n1\t2"),
        "cartola.xls",
        "application/vnd.ms-excel",
        ["text/plain", "cartola.xls"],
      ],
      ["a letter of text called Word", text("Hola"), "a.doc", "", ["text/plain", "a.doc"]],
      ["text called data", text("a;b"), "datos.dat", "", ["text/plain", "datos.dat"]],
      [
        "a drawing of Illustrator",
        sample("application/pdf"),
        "logo.ai",
        "application/postscript",
        ["application/pdf", "logo.ai"],
      ],
      [
        "a PDF whose name has a point",
        sample("application/pdf"),
        "Contrato v1.2",
        "",
        ["application/pdf", "Contrato v1.2.pdf"],
      ],
      [
        "a voice note of a browser",
        sample("video/webm"),
        "nota",
        "audio/webm",
        ["audio/webm", "nota.weba"],
      ],
      [
        "a signed file in Base64",
        text("MIIF1QYJKoZIhvcNAQcC"),
        "factura.p7m",
        "",
        ["text/plain", "factura.p7m"],
      ],
      [
        "a template of old",
        compoundWith("Workbook"),
        "base.xlt",
        "",
        ["application/vnd.ms-excel", "base.xlt"],
      ],
      [
        "a map in XML",
        text('<?xml version="1.0"?><kml/>'),
        "ruta.kml",
        "",
        ["text/xml", "ruta.kml"],
      ],
    ];
  for (const [row, bytes, name, declared, [type, fit]] of rows) {
    it(`is right: ${row}`, async () =>
      assert.deepEqual(await recognize(bytes, name, declared), { type, name: fit }));
  }
});
