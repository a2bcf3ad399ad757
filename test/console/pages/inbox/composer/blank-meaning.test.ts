import assert from "node:assert/strict";
import { valuesOf } from "../../../../../console/src/pages/inbox/composer/quick-replies/slash-values.ts";
import {
  filledValues,
  labelOf,
} from "../../../../../console/src/pages/inbox/composer/template-picker/template-values.ts";
import { language, setLanguage } from "../../../../../console/src/text/language.ts";

const known = valuesOf({
  name: "Rocío Núñez",
  address: "+56981000101",
  agent: "Camila",
  company: "Andes",
  date: "",
});

type Row = [text: string, labels: string[], values: string[]];

describe("the blanks of a template", () => {
  const before = language();
  beforeEach(() => setLanguage("es"));
  after(() => setLanguage(before));

  const rows: readonly Row[] = [
    ["Hola {{1}}, tu pedido llegó.", ["nombre"], ["Rocío"]],
    [
      "¡Hola, {{1}}! Tu pedido N° {{2}} llega el {{3}}.",
      ["nombre", "pedido", "llega"],
      ["Rocío", "", ""],
    ],
    ["Estimado/a {{1}}: tu cita es el día {{2}}.", ["nombre", "fecha"], ["Rocío", ""]],
    [
      "*Hola* {{1}}, soy {{2}} de {{3}}.",
      ["nombre", "quien responde", "empresa"],
      ["Rocío", "Camila", "Andes"],
    ],
    [
      "Hi {{1}}, this is {{2}} from {{3}}.",
      ["nombre", "quien responde", "empresa"],
      ["Rocío", "Camila", "Andes"],
    ],
    ["Olá {{1}}, o seu boleto de {{2}} venceu.", ["nombre", "boleto"], ["Rocío", ""]],
    [
      "Llámanos al teléfono {{1}} o al correo {{2}}",
      ["teléfono", "correo"],
      ["+56 9 8100 0101", ""],
    ],
    ["{{1}}, te esperamos.", ["dato 1"], [""]],
    ["Gracias, {{1}}. El equipo de {{2}}", ["nombre", "empresa"], ["Rocío", "Andes"]],
    ["Hola {{nombre}}, vence el {{dia}}", ["nombre", "dia"], ["Rocío Núñez", ""]],
    ["Hola {{ 1 }} y {{2}}", ["nombre", "dato 2"], ["Rocío", ""]],
  ];
  for (const [text, labels, values] of rows)
    it(`of “${text}” have names, and the values that are known`, () => {
      const names = [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = ""]) => name);
      const wanted = names.map((name) => ({ name, part: "text", kind: "text" }) as const);
      assert.deepEqual(
        wanted.map((one) => labelOf(one, text)),
        labels,
      );
      assert.deepEqual(Object.values(filledValues(wanted, text, known)), values);
    });
});
