import assert from "node:assert/strict";
import { recognize } from "../../../functions/src/files/recognize.ts";
import { compound, compoundWith, officeZip, wide, zip } from "./samples.ts";

const text = (value: string) => Buffer.from(value, "utf8");
const binary = Buffer.from([1, 2, 3, 4, 5, 0, 0x80, 0xff]);

describe("what is dangerous to open", () => {
  const program = Buffer.concat([text("MZ"), Buffer.alloc(128)]);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  const macros = officeZip("wordprocessingml.document", { "word/vbaProject.bin": "x" });
  const rows: [row: string, bytes: Buffer, name: string, declared: string, held: string][] = [
    ["a program", program, "a.exe", "", "program"],
    ["a program called a picture", program, "a.jpg", "image/jpeg", "program"],
    ["a program behind two endings", program, "factura.pdf.exe", "application/pdf", "program"],
    [
      "a program for Linux",
      Buffer.concat([text("\x7fELF"), Buffer.alloc(128)]),
      "a",
      "",
      "program",
    ],
    ["an installer", compound, "a.msi", "", "program"],
    ["an archive that runs", zip({ "META-INF/MANIFEST.MF": "" }), "a.jar", "", "program"],
    ["text that is called a program", text("hola"), "a.scr", "text/plain", "program"],
    ["unknown bytes called a program", binary, "a.CPL", "", "program"],
    ["an ending hidden by a dot and a space", text("dir"), "a.bat. ", "", "script"],
    ["an ending turned around", text("dir"), "a\u202Etxt.bat", "", "script"],
    ["an ending behind a nought", text("dir"), "a.txt\0.cmd", "", "script"],
    ["a script", text("alert(1)"), "a.js", "text/javascript", "script"],
    ["a script of PowerShell", text("ls"), "a.ps1", "text/plain", "script"],
    ["a script without an ending", text("#!/bin/sh\nls"), "install", "", "script"],
    ["a script in UTF-16", wide("ls | iex"), "a.ps1", "", "script"],
    ["a shortcut", text("[InternetShortcut]\nURL=x"), "a.url", "", "shortcut"],
    ["a disk", binary, "a.iso", "", "disk"],
    ["a document with macros", macros, "carta.docm", "", "macros"],
    ["a document with macros, called another", macros, "carta.docx", "", "macros"],
    [
      "an old workbook with macros",
      compoundWith("Workbook", "_VBA_PROJECT"),
      "a.xls",
      "",
      "macros",
    ],
    ["a page that acts", text("<!doctype html><script>1</script>"), "a.html", "text/html", "page"],
    [
      "a page that acts, called text",
      text("<html><script>1</script>"),
      "a.txt",
      "text/plain",
      "page",
    ],
    ["a page that begins with words", text("Hola <script>1</script>"), "a.htm", "", "page"],
    ["a page called a picture", text("<html><p>Hola</p></html>"), "a.png", "image/png", "page"],
    ["a page that is said to be a picture", text("<p>Hola</p>"), "a", "image/png", "page"],
    ["a page in UTF-16", wide("<html><script>1</script>"), "a.html", "", "page"],
    ["a page after spaces and a mark", text("\uFEFF\n <SCRIPT>1</SCRIPT>"), "a", "", "page"],
    ["a page after a remark", text("<!-- --><script>1</script>"), "a.html", "", "page"],
    ["a page that asks for a password", text("<html><form action=x>"), "a.html", "", "page"],
    ["a page that leads away", text('<html><meta http-equiv="refresh">'), "a.html", "", "page"],
    ["a drawing that acts", text(svg), "a.svg", "image/svg+xml", "page"],
    [
      "a drawing that acts, with a header",
      text(`<?xml version="1.0"?>${svg}`),
      "a.xml",
      "",
      "page",
    ],
    ["XML with a script", text('<?xml version="1.0"?><a><x:script/></a>'), "a.xml", "", "page"],
    [
      "XML with a script, undeclared",
      text('<a><x:script xmlns:x="http://www.w3.org/1999/xhtml"/></a>'),
      "a.xml",
      "",
      "page",
    ],
    [
      "XML with a part of a page",
      text('<?xml version="1.0"?><a><img xmlns="http://www.w3.org/1999/xhtml" onerror="x"/></a>'),
      "a.xml",
      "",
      "page",
    ],
    [
      "a style sheet of XML with a script",
      text("<xsl:stylesheet><script>1</script>"),
      "a.xsl",
      "",
      "page",
    ],
    ["a page with its pictures", text("MIME-Version: 1.0\r\n\r\n"), "a.mht", "", "page"],
  ];
  for (const [row, bytes, name, declared, held] of rows) {
    it(`is held back: ${row}`, async () => {
      const found = await recognize(bytes, name, declared);
      assert.equal(found.held, held);
    });
  }

  it("keeps its name, plain, and gets no ending that would open it", async () => {
    const named = async (bytes: Buffer, name: string) => (await recognize(bytes, name)).name;
    assert.equal(await named(program, "foto.jpg"), "foto.jpg");
    assert.equal(await named(program, "../factura.pdf.EXE"), "factura.pdf.exe");
    assert.equal(await named(program, ""), "file");
  });
});
