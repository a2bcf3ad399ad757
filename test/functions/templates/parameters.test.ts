import assert from "node:assert/strict";
import { type Fillable, faultsOf, filledIn, parametersOf, variablesIn } from "@hilo/schema";

const plain: Fillable = { text: "Hola {{1}}, tu pedido {{2}} llega el {{1}}." };
const whole: Fillable = {
  text: "Hola {{nombre}}, mira {{ detalle }}.",
  header: { type: "text", text: "Caso {{header}}" },
  buttons: [
    { type: "url", title: "Ver", value: "https://a.cl/{{button0}}" },
    { type: "reply", title: "No" },
  ],
};
const file: Fillable = { text: "Tu boleta", header: { type: "document" } };
const counted: Fillable = {
  text: "Hola {{1}}",
  header: { type: "image", url: "https://a.cl/{{2}}.png" },
};

describe("parameters of a template", () => {
  const asked: [name: string, template: Fillable, wanted: string[]][] = [
    ["each once, in the order they are read", plain, ["1 text", "2 text"]],
    ["of all parts", whole, ["header text", "nombre text", "detalle text", "button0 address"]],
    ["a file above the text", file, ["header document"]],
    ["a part of the address of a file that the provider has", counted, ["2 address", "1 text"]],
    [
      "none where the file is the provider's",
      { text: "a", header: { type: "video", url: "https://a.cl/v.mp4" } },
      [],
    ],
  ];
  for (const [name, template, wanted] of asked)
    it(`are ${name}`, () => {
      const found = parametersOf(template).map((one) => `${one.name} ${one.kind}`);
      assert.deepEqual(found, wanted);
    });

  const values: [
    name: string,
    template: Fillable,
    given: Record<string, string>,
    faults: string[],
  ][] = [
    ["all there", plain, { "1": "Ana", "2": "44" }, []],
    ["one missing", plain, { "1": "Ana" }, ["2 missing"]],
    ["only spaces", plain, { "1": "Ana", "2": "  " }, ["2 missing"]],
    ["a line break", plain, { "1": "A\nB", "2": "4" }, ["1 lineBreak"]],
    ["a carriage return", plain, { "1": "A\rB", "2": "4" }, ["1 lineBreak"]],
    ["a tab", plain, { "1": "A\tB", "2": "4" }, ["1 lineBreak"]],
    ["three spaces", plain, { "1": "A   B", "2": "4" }, []],
    ["four spaces", plain, { "1": "A    B", "2": "4" }, ["1 spaces"]],
    ["a text that gets too long", plain, { "1": "A".repeat(600), "2": "4" }, [" tooLong"]],
    [
      "a long header",
      whole,
      { header: "x".repeat(56), nombre: "A", detalle: "b", button0: "c" },
      ["header tooLong"],
    ],
    [
      "an address with a space",
      whole,
      { header: "1", nombre: "A", detalle: "b", button0: "c d" },
      ["button0 address"],
    ],
    ["an address", whole, { header: "1", nombre: "A", detalle: "b", button0: "c?d=e&f=ñ" }, []],
    ["an uploaded file", file, { header: "0f8fad5b-d9cb-469f-a165-70867728950e" }, []],
    ["a link", file, { header: "https://cdn.example.com/a/b.pdf?x=1" }, []],
    ["a link that is not safe", file, { header: "http://cdn.example.com/b.pdf" }, ["header file"]],
    ["a script", file, { header: "javascript:alert(1)" }, ["header file"]],
  ];
  for (const [name, template, given, faults] of values)
    it(`with ${name}: ${faults.join(", ") || "right"}`, () => {
      const found = faultsOf(template, given).map((one) => `${one.name} ${one.fault}`);
      assert.deepEqual(found, faults);
    });

  it("are found and filled in with or without spaces; what has no value stays", () => {
    assert.deepEqual(variablesIn("{{a}} {{ b.c }} {{a}} {{}} {x} {{ñ}}"), ["a", "b.c"]);
    assert.equal(filledIn("{{a}}-{{ b }}-{{c}}", { a: "$&", b: "2" }), "$&-2-{{c}}");
  });
});
