import assert from "node:assert/strict";
import type { Mail, Message } from "@hilo/schema";
import { previewFrom } from "../../../functions/src/conversations/arrival.ts";

describe("the list's preview of a message", () => {
  const mail = (subject: string): Mail => ({ subject, references: [], to: [], cc: [] });
  const rows: [of: string, message: Partial<Message>, shown: string][] = [
    ["a text", { text: "  Hola,\n¿sigue? " }, "Hola, ¿sigue?"],
    ["a mail", { text: "Hola", mail: mail("Consulta") }, "Consulta — Hola"],
    ["a mail with a file alone", { text: "", mail: mail("Consulta") }, "Consulta"],
    ["a mail of blank lines", { text: " \n ", mail: mail("Consulta") }, "Consulta"],
    ["a mail without a subject", { text: "Hola", mail: mail("") }, "Hola"],
    ["a mail without either", { text: "", mail: mail(" ") }, ""],
    ["what was deleted", { text: "Hola", mail: mail("Consulta"), deletedAt: 1 }, ""],
  ];
  for (const [of, message, shown] of rows)
    it(`of ${of}`, () => {
      const { text = "", mail, deletedAt } = message;
      const preview = previewFrom({ text, kind: "text", direction: "inbound", mail, deletedAt });
      assert.equal(preview.text, shown);
    });
});
