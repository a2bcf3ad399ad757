import assert from "node:assert/strict";
import { fitName } from "../../../functions/src/files/file-name.ts";

describe("a file's name", () => {
  const rows: [name: string, type: string, is: string][] = [
    ["factura.pdf", "application/pdf", "factura.pdf"],
    ["FOTO.JPEG", "image/jpeg", "FOTO.jpeg"],
    ["Año 2026 – ñandú.csv", "text/csv", "Año 2026 – ñandú.csv"],
    ["../../etc/passwd", "text/plain", "passwd.txt"],
    ["C:\\fotos\\gato.png", "image/png", "gato.png"],
    ["foto.exe", "image/png", "foto.exe.png"],
    ["www.banco.com", "application/pdf", "www.banco.com.pdf"],
    ["pagina.html", "text/plain", "pagina.html.txt"],
    ["gpj\u202Egnp.exe", "image/png", "gpjgnp.exe.png"],
    ["a\u2066b\u200Fc\uFEFF.png", "image/png", "abc.png"],
    ["CON.txt", "text/plain", "_CON.txt"],
    ["nul", "application/pdf", "_nul.pdf"],
    ['a"b\r\nSet-Cookie: x.png', "image/png", "abSet-Cookie x.png"],
    ["a\ud800.png", "image/png", "a.png"],
    ["", "audio/ogg", "file.ogg"],
    [".png", "image/png", "png.png"],
    ["...", "image/png", "file.png"],
    ["datos.json", "text/plain", "datos.json"],
    ["plano.dwg", "application/octet-stream", "plano.dwg"],
    ["sin ending", "application/octet-stream", "sin ending"],
    ["factura.pdf            .png", "image/png", "factura.pdf .png"],
    [`${"ñ".repeat(300)}.pdf`, "application/pdf", `${"ñ".repeat(90)}.pdf`],
    [`uno${"a".repeat(300)}.x.pdf`, "application/pdf", `uno${"a".repeat(87)}.pdf`],
    [`${"/a".repeat(300)}/uno.pdf`, "application/pdf", "uno.pdf"],
    [`${"😀".repeat(300)}.pdf`, "application/pdf", `${"😀".repeat(90)}.pdf`],
  ];
  for (const [name, type, fit] of rows) {
    it(`${JSON.stringify(name.slice(0, 30))} is kept as ${JSON.stringify(fit.slice(0, 30))}`, () => {
      assert.equal(fitName(name, type), fit);
    });
  }
});
