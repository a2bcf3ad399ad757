import assert from "node:assert/strict";
import {
  leadOf,
  treatmentOf,
  whoseIs,
} from "../../../../../console/src/pages/inbox/kinds/mail-attributes.ts";

describe("what an element of a mail says of itself", () => {
  const leading: [element: string, names: string[]][] = [
    ["a", ["target", "rel", "ping", "download", "xlink:href", "type", "name", "id", "hreflang"]],
    ["area", ["target", "ping", "download", "onclick", "nohref"]],
    ["form", ["action", "target", "method"]],
    ["button", ["formaction", "formtarget", "popovertarget", "commandfor", "name"]],
    ["input", ["formaction", "src", "autofocus", "list"]],
    ["base", ["href", "target"]],
    ["link", ["href", "rel"]],
    ["meta", ["http-equiv", "content"]],
    ["iframe", ["src", "srcdoc", "allow"]],
    ["object", ["data", "codebase", "classid"]],
    ["embed", ["src"]],
    ["image", ["href", "xlink:href"]],
    ["math", ["href", "xlink:href", "actiontype"]],
    [
      "img",
      ["srcset", "ismap", "longdesc", "lowsrc", "dynsrc", "onerror", "onload", "crossorigin"],
    ],
    ["video", ["src", "poster", "autoplay"]],
    ["details", ["ontoggle", "open"]],
    [
      "p",
      [
        "style",
        "class",
        "accesskey",
        "tabindex",
        "contenteditable",
        "popover",
        "is",
        "slot",
        "cite",
      ],
    ],
    ["body", ["onload", "link", "vlink", "text"]],
  ];
  const harmless = new Set(["type", "name"]);
  for (const [element, names] of leading)
    for (const name of names.filter((one) => !harmless.has(one)))
      it(`is left out where it could do anything: ${name} of ${element}`, () =>
        assert.equal(treatmentOf(element, name), "drop"));

  it("is kept where it is how it looks, and what it is to those who cannot see it", () => {
    for (const name of [
      "width",
      "align",
      "bgcolor",
      "alt",
      "colspan",
      "role",
      "dir",
      "usemap",
      "coords",
      "data-style",
    ])
      assert.equal(treatmentOf("td", name), "keep");
  });

  it("is looked at where it leads or shows", () => {
    assert.equal(treatmentOf("a", "href"), "lead");
    assert.equal(treatmentOf("area", "href"), "lead");
    assert.equal(treatmentOf("img", "src"), "show");
    assert.equal(treatmentOf("td", "background"), "show");
  });
});

describe("a link in a mail", () => {
  const rows: [written: string, leads: string][] = [
    ["https://x.cl/a?b=1#c", "https://x.cl/a?b=1#c"],
    [" HTTP://X.cl ", "http://x.cl/"],
    ["mailto:ana@x.cl?subject=a", "mailto:ana@x.cl?subject=a"],
    ["tel:+56912345678", "tel:+56912345678"],
    ["https://banco.cl@malo.test/", "https://banco.cl@malo.test/"],
    ["https://pаypal.test/", "https://xn--pypal-4ve.test/"],
    ["", ""],
    ["#x", ""],
    ["/inbox", ""],
    ["//x.cl", ""],
    ["inbox", ""],
    ["?a", ""],
    ["javascript:alert(1)", ""],
    ["java\nscript:alert(1)", ""],
    ["\u0001javascript:alert(1)", ""],
    ["data:text/html,a", ""],
    ["blob:https://x.cl/1", ""],
    ["about:blank", ""],
    ["file:///etc", ""],
    ["ftp://x.cl", ""],
    ["filesystem:https://x.cl/a", ""],
    ["view-source:https://x.cl", ""],
    ["intent://x#Intent;end", ""],
    ["https://", ""],
  ];
  for (const [written, leads] of rows)
    it(`${leads === "" ? "leads nowhere" : "leads outside"}: ${JSON.stringify(written)}`, () =>
      assert.equal(leadOf(written), leads));

  it("says whose it is", () => {
    assert.equal(whoseIs("https://banco.cl@malo.test/entrar"), "malo.test");
    assert.equal(whoseIs("mailto:ana%2Bx@x.cl?subject=a"), "ana+x@x.cl");
    assert.equal(whoseIs("tel:+56912345678"), "+56912345678");
  });
});
