import assert from "node:assert/strict";
import { hrefOf, partsOf } from "../../../console/src/ui/rich-text-parts.ts";

const links: [name: string, text: string, shown: string[]][] = [
  ["a plain text has none", "Hola, ¿cómo están?", []],
  ["https", "mira https://hilo.test/plan?a=1#b", ["https://hilo.test/plan?a=1#b"]],
  [
    "the sentence's full stop stays out",
    "Está en https://hilo.test/plan.",
    ["https://hilo.test/plan"],
  ],
  ["a bracket around it stays out", "(ver https://hilo.test/a)", ["https://hilo.test/a"]],
  [
    "a bracket of its own stays in",
    "https://es.wikipedia.org/wiki/Hilo_(tela)",
    ["https://es.wikipedia.org/wiki/Hilo_(tela)"],
  ],
  ["www without a scheme", "www.hilo.test, gracias", ["www.hilo.test"]],
  ["javascript is never a link", "javascript:alert(1)", []],
  ["data is never a link", "data:text/html,<b>", []],
  ["two in one text", "http://a.test y http://b.test", ["http://a.test", "http://b.test"]],
];

describe("links in a text", () => {
  for (const [name, text, shown] of links) {
    it(name, () => {
      const parts = partsOf(text);
      assert.deepEqual(
        parts.filter((part) => part.type === "link").map((part) => part.text),
        shown,
      );
      assert.equal(parts.map((part) => part.text).join(""), text);
    });
  }

  it("follows http and https only", () => {
    assert.equal(hrefOf("www.hilo.test"), "https://www.hilo.test/");
    assert.equal(hrefOf("javascript:alert(1)"), undefined);
    assert.equal(hrefOf("http://"), undefined);
  });
});

describe("mentions in a text", () => {
  it("finds the longest name", () => {
    assert.deepEqual(partsOf("@Ana María ¿puedes?", ["Ana", "Ana María"]), [
      { type: "mention", text: "@Ana María" },
      { type: "text", text: " ¿puedes?" },
    ]);
  });

  it("finds several, between plain text", () => {
    const parts = partsOf("hola @Ana y @Luis", ["Ana", "Luis"]);
    assert.deepEqual(
      parts.map((part) => part.type),
      ["text", "mention", "text", "mention"],
    );
  });

  it("leaves unknown names plain", () => {
    assert.deepEqual(partsOf("@nadie", ["Ana"]), [{ type: "text", text: "@nadie" }]);
  });
});

describe("a long text that strangers wrote", () => {
  const names = ["Ana", "Ana María", "Luis"];
  /** Milliseconds of computing. */
  function taken(size: number, piece: string): number {
    const text = `http://x${piece.repeat(size / piece.length)}`;
    const before = process.cpuUsage().user;
    partsOf(text, names);
    return (process.cpuUsage().user - before) / 1000;
  }

  for (const piece of [
    ")",
    "(",
    ")(",
    ",",
    ".",
    "¡",
    "*",
    "@Ana ",
    "@Ana",
    "@",
    "www.a.cl ",
    "http://",
  ]) {
    it(`takes time in proportion: ${piece}`, () => {
      taken(10_000, piece);
      const [short, long] = [taken(60_000, piece), taken(600_000, piece)];
      assert.ok(long < Math.max(short, 20) * 15, `${short} ms, ten times as much ${long} ms`);
    });
  }
});
