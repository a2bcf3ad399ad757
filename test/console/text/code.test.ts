import assert from "node:assert/strict";
import { oneLine } from "../../../console/src/pages/inbox/message/one-line.ts";
import { previewOf } from "../../../console/src/pages/inbox/message/preview.ts";
import { choiceWords, isCode } from "../../../console/src/text/code.ts";
import { fileName } from "../../../console/src/text/file-name.ts";
import { language, setLanguage } from "../../../console/src/text/language.ts";
import { threadMessage } from "../thread-message.ts";

describe("what programs say to each other", () => {
  const before = language();
  beforeEach(() => setLanguage("es"));
  after(() => setLanguage(before));

  const texts: [text: string, code: boolean][] = [
    ["confirm:1", true],
    ["confirm:42", true],
    ["menu|2|back", true],
    ["size=L", true],
    ["CONFIRM_ORDER", true],
    ["order_42", true],
    ["confirmOrder", true],
    ['{"a":1}', true],
    ["b1946ac92492d2347c6235b4", true],
    ["1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed", true],
    ["Sí", false],
    ["Confirmar", false],
    ["10:30", false],
    ["Lunes 10:30", false],
    ["24/7", false],
    ["12345678", false],
    ["iPhone", false],
    ["iPhone 15", false],
    ["Talla: L", false],
    ["", false],
  ];
  for (const [text, code] of texts) {
    it(`${code ? "is" : "is not"} “${text}”`, () => assert.equal(isCode(text), code));
  }

  const choices: [id: string, title: string, shown: string][] = [
    ["confirm:1", "Confirmar", "Confirmar"],
    ["confirm:1", "confirm:1", "Pulsó un botón"],
    ["Sí", "Sí", "Sí"],
    ["10:30", "10:30", "10:30"],
    ["x", "", "Pulsó un botón"],
  ];
  for (const [id, title, shown] of choices) {
    it(`tells the choice ${id} “${title}” as ${shown}`, () => {
      assert.equal(choiceWords({ id, title }), shown);
      const message = threadMessage("m", { kind: "buttons", text: title, choice: { id, title } });
      assert.equal(oneLine(message), shown);
      const preview = { text: title, kind: "buttons", direction: "inbound" } as const;
      assert.equal(previewOf(preview).text, shown);
    });
  }

  const files: [name: string, type: string, es: string, en: string][] = [
    ["Cotización.pdf", "application/pdf", "Cotización.pdf", "Cotización.pdf"],
    ["image.jpg", "image/jpeg", "Foto.jpg", "Photo.jpg"],
    ["audio.ogg", "audio/ogg", "Nota de voz.ogg", "Voice note.ogg"],
    ["application.vnd.ms-excel", "application/vnd.ms-excel", "Documento", "Document"],
    ["recording.mp3", "audio/mpeg", "Nota de voz.mp3", "Voice note.mp3"],
    ["message.txt", "text/plain", "Mensaje.txt", "Message.txt"],
    ["file.bin", "application/octet-stream", "Archivo.bin", "File.bin"],
    ["document", "application/pdf", "Documento", "Document"],
    ["", "image/png", "Foto", "Photo"],
    ["", "", "Archivo", "File"],
    ["imagen.jpg", "image/jpeg", "imagen.jpg", "imagen.jpg"],
    ["document final.docx", "", "document final.docx", "document final.docx"],
  ];
  for (const [name, type, es, en] of files) {
    it(`names the file ${name || "without a name"} ${es}`, () => {
      assert.equal(fileName(name, type), es);
      setLanguage("en");
      assert.equal(fileName(name, type), en);
    });
  }
});
