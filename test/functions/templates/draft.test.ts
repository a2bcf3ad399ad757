import assert from "node:assert/strict";
import { type Draft, draftFaults, type TemplateForm } from "@hilo/schema";
import { capabilities as meta } from "../../../functions/src/providers/meta/capabilities.ts";
import { capabilities as twilio } from "../../../functions/src/providers/twilio/capabilities.ts";

const forms: Record<string, TemplateForm | undefined> = {
  meta: meta.whatsapp?.templates,
  page: meta.messenger?.templates,
  twilio: twilio.whatsapp?.templates,
};

const good: Draft = {
  category: "UTILITY",
  text: "Hola {{1}}, tu pedido {{2}} va en camino.",
  examples: { "1": "Ana", "2": "44" },
};
const url = (value: string) => ({ type: "url", title: "Ver", value }) as const;

const rows: [name: string, changes: Partial<Draft>, faults: string[], at?: string][] = [
  ["right", {}, []],
  ["right when it is counted over all parts", {}, [], "twilio"],
  ["begun by a variable", { text: "{{1}}, llegó {{2}} hoy" }, ["text variableAtEdge"]],
  ["ended by a variable and a point", { text: "Hola {{1}}, es {{2}}." }, ["text variableAtEdge"]],
  ["with two variables together", { text: "Hola {{1}} {{2}} ya" }, ["text variablesTogether"]],
  [
    "with a gap in its numbers",
    { text: "Hola {{1}}, {{3}} ya", examples: { "1": "a", "3": "b" } },
    ["text numbering"],
  ],
  [
    "with numbers and names",
    { text: "Hola {{1}}, {{b}} ya", examples: { "1": "a", b: "b" } },
    ["text numbering"],
  ],
  ["with names", { text: "Hola {{a}}, {{b}} ya", examples: { a: "a", b: "b" } }, []],
  [
    "with names where only numbers go",
    { text: "Hola {{a}}, ya", examples: { a: "a" } },
    ["text onlyNumbers"],
    "twilio",
  ],
  ["without an example", { examples: { "1": "Ana" } }, ["examples noExample"]],
  ["too long", { text: `Hola {{1}} ${"x".repeat(1020)} {{2}} ya` }, ["text tooLong"]],
  ["with three line breaks", { text: "Hola {{1}},\n\n\ntu {{2}} ya" }, ["text lineBreaks"]],
  ["with a variable in its footer", { footer: "De {{1}}" }, ["footer noVariable"]],
  ["with a file that was not chosen", { header: { type: "image" } }, ["header noFile"]],
  [
    "with a file that is uploaded",
    { header: { type: "document" }, examples: { ...good.examples, header: "file1" } },
    [],
  ],
  [
    "with a file of no address",
    { header: { type: "video", url: "" } },
    ["header noFile"],
    "twilio",
  ],
  [
    "with a file at an address",
    {
      header: { type: "video", url: "https://a.cl/{{3}}" },
      examples: { ...good.examples, "3": "v.mp4" },
    },
    [],
    "twilio",
  ],
  ["right on a page", {}, [], "page"],
  ["of advertising on a page", { category: "MARKETING" }, ["category category"], "page"],
  ["with a footer on a page", { footer: "Hilo" }, ["footer noFooter"], "page"],
  [
    "with a document on a page",
    { header: { type: "document" }, examples: { ...good.examples, header: "file1" } },
    ["header fileKind"],
    "page",
  ],
  [
    "with four buttons on a page",
    { buttons: [1, 2, 3, 4].map((n) => ({ type: "reply", title: `${n}` })) },
    ["buttons buttonCount"],
    "page",
  ],
  [
    "with a long button on a page",
    { buttons: [{ type: "reply", title: "Quiero hablar con alguien" }] },
    ["buttons buttonTitle"],
    "page",
  ],
  ["with a page", { buttons: [url("https://a.cl/x")] }, []],
  [
    "with a page's variable at its end",
    { buttons: [url("https://a.cl/{{button0}}")], examples: { ...good.examples, button0: "x" } },
    [],
  ],
  [
    "with a page's variable in the middle",
    { buttons: [url("https://a.cl/{{1}}/x")] },
    ["buttons buttonAddress"],
  ],
  ["with no page", { buttons: [url("a.cl")] }, ["buttons buttonAddress"]],
  [
    "with a wrong phone",
    { buttons: [{ type: "phone", title: "Llamar", value: "22 123" }] },
    ["buttons buttonPhone"],
  ],
  [
    "with equal buttons",
    {
      buttons: [
        { type: "reply", title: "Sí" },
        { type: "reply", title: "sí " },
      ],
    },
    ["buttons buttonTwice"],
  ],
  [
    "with answers apart",
    {
      buttons: [
        { type: "reply", title: "Sí" },
        url("https://a.cl"),
        { type: "reply", title: "No" },
      ],
    },
    ["buttons buttonOrder"],
  ],
  [
    "with three pages",
    { buttons: [1, 2, 3].map((n) => ({ ...url("https://a.cl"), title: `${n}` })) },
    ["buttons buttonCount"],
  ],
];

describe("a draft of a template", () => {
  for (const [name, changes, faults, at = "meta"] of rows)
    it(`${name}: ${faults.join(", ") || "nothing wrong"}`, () => {
      const form = forms[at];
      assert.ok(form);
      const found = draftFaults({ ...good, ...changes }, form);
      assert.deepEqual(
        found.map((one) => `${one.path} ${one.fault}`),
        faults,
      );
    });
});
