import assert from "node:assert/strict";
import {
  foundIn,
  messagesWith,
  stepTo,
} from "../../../../../console/src/pages/inbox/message/found-in.ts";
import { threadMessage } from "../../../thread-message.ts";

describe("words are found in a text", () => {
  const rows: [what: string, text: string, words: string, found: string[]][] = [
    ["as they are", "El pedido llegó", "pedido", ["pedido"]],
    ["accents aside", "El pedido llegó hoy", "llego", ["llegó"]],
    ["with an accent too many", "Camion", "camión", ["Camion"]],
    ["capitals aside", "HOLA hola", "Hola", ["HOLA", "hola"]],
    ["written with marks of their own", "Llego\u0301 hoy", "llegó hoy", ["Llego\u0301 hoy"]],
    ["behind an emoji", "👍🏽 Listo", "listo", ["Listo"]],
    ["across a line", "dos\nlíneas", "dos lineas", ["dos\nlíneas"]],
    ["across many spaces", "dos   palabras", "dos palabras", ["dos   palabras"]],
    ["an emoji itself", "va 📦 hoy", "📦", ["📦"]],
    ["at the end", "el año", "año", ["año"]],
    ["behind a letter that grows", "Straße İzmir", "izmir", ["İzmir"]],
    ["not at all", "Hola", "chao", []],
    ["never as nothing", "Hola", "  ", []],
  ];
  for (const [what, text, words, found] of rows)
    it(what, () => {
      const slices = foundIn(text, words).map(([from, to]) => text.slice(from, to));
      assert.deepEqual(slices, found);
    });
});

describe("messages are found", () => {
  const all = [
    threadMessage("text", { text: "Llegó el pedido" }),
    threadMessage("other", { text: "Gracias" }),
    threadMessage("reaction", { kind: "reaction", text: "pedido" }),
    threadMessage("gone", { text: "pedido", deletedAt: 1 }),
    threadMessage("mail", {
      text: "",
      mail: { subject: "Su Pedido", references: [], to: [], cc: [] },
    }),
  ];
  const rows: [words: string, found: string[]][] = [
    ["pedido", ["text", "mail"]],
    ["GRACIAS", ["other"]],
    ["", []],
    ["nada", []],
  ];
  for (const [words, found] of rows)
    it(`by ${words || "nothing"}`, () => assert.deepEqual(messagesWith(all, words), found));
});

describe("one goes from match to match", () => {
  const rows: [ids: string[], at: string, step: 1 | -1, to: string][] = [
    [["a", "b", "c"], "", -1, "c"],
    [["a", "b", "c"], "c", -1, "b"],
    [["a", "b", "c"], "a", -1, "c"],
    [["a", "b", "c"], "c", 1, "a"],
    [["a", "b", "c"], "gone", 1, "c"],
    [[], "a", 1, ""],
  ];
  for (const [ids, at, step, to] of rows)
    it(`from ${at || "none"} of ${ids.join("") || "none"} by ${step} to ${to || "none"}`, () =>
      assert.equal(stepTo(ids, at, step), to));
});
