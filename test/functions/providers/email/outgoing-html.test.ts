import assert from "node:assert/strict";
import fc from "fast-check";
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from "parse5";
import {
  type Allowed,
  passedOn,
  safeHtml,
  wordsOnly,
  written,
} from "../../../../functions/src/platform/safe-html.ts";
import { bodyOf } from "../../../../functions/src/providers/email/body.ts";
import { outgoing, picture } from "./outgoing.ts";

// What goes out is read here by another parser than the one that cleaned it: the one that browsers agree on.

type Node = Tree.ChildNode;

/** What an attribute's value has to look like, whatever the element. */
const values: Record<string, RegExp> = {
  href: /^(https?:\/\/|mailto:|tel:)/i,
  src: /^cid:\S+$/i,
  width: /^\d{1,4}$/,
  style: /^[a-z0-9 ,.:;%#'-]+$/i,
};

/** Everything in HTML that is not allowed, one line each. */
function foundIn(html: string, allowed: Allowed): string[] {
  return parseFragment(html).childNodes.flatMap((node) => foundAt(node, allowed));
}

function foundAt(node: Node, allowed: Allowed): string[] {
  if (node.nodeName === "#comment") return ["a comment"];
  if (!("tagName" in node)) return [];
  const { tagName, namespaceURI, attrs, childNodes } = node;
  const isKnown = allowed.tags.includes(tagName) || tagName === "tbody";
  const isPlain = namespaceURI === "http://www.w3.org/1999/xhtml";
  const odd = attrs.filter(
    ({ name, value }) =>
      !allowed.attributes[tagName]?.includes(name) || values[name]?.test(value) === false,
  );
  return [
    ...(isKnown && isPlain ? [] : [tagName]),
    ...odd.map(({ name, value }) => `${tagName} ${name}=${value}`),
    ...childNodes.flatMap((child) => foundAt(child, allowed)),
  ];
}

const hostile = [
  "<script>alert(1)</script>",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  '<img src=x onerror="alert(1)">',
  '<img src="cid:f1" onload=alert(1) style="width:expression(alert(1))">',
  '<img src="data:image/svg+xml;base64,PHN2Zy8+">',
  '<p style="background:url(https://x.cl/p)">',
  "<style>@import 'https://x.cl'</style>",
  '<a href="javascript:alert(1)">',
  '<a href="jav&#x09;ascript:alert(1)">',
  '<a href=" data:text/html,x">',
  '<a href="vbscript:x">',
  '<svg><script>1</script><a xlink:href="javascript:1">x</a></svg>',
  '<svg/onload=alert(1)><foreignObject><p onclick="x">',
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;<img src=1 onerror=alert(1)>'>",
  "<form action=//x.cl><form><input name=a><button formaction=javascript:1>",
  "<!-- <b> --><!--[if mso]><v:rect><![endif]-->",
  "<![CDATA[<script>]]>",
  '<noscript><p title="</noscript><img src=x onerror=1>">',
  "<template><script>1</script></template>",
  '<iframe srcdoc="<script>1</script>"></iframe>',
  "<object data=x><embed src=x></object>",
  '<meta http-equiv=refresh content="0;url=x"><base href="//x.cl"><link rel=stylesheet href=x>',
  "<xmp><img src=x onerror=1></xmp><plaintext>",
  "<table><td><p></table></p><select><option><style></select>",
  "<p><b><i></p></b></i>",
  '<a href="https://x.cl/?a=1&b=&quot;2">ok</a>',
  "<br/><hr><h2>a</h2><ul><li>b</ul>",
  "&lt;script&gt; &amp;lt; &#60;img src=x onerror=1&#62;",
  "\u0000<\u0000script>",
  "<p\n/onclick=1\t>",
  '"><img src=x>',
  "<title></title><textarea></textarea><img src=x onerror=1>",
];

const piece = fc.oneof(
  fc.constantFrom(...hostile),
  fc.constantFrom("<", ">", '"', "'", "<!--", "-->", "</p>", "</", "<b", " on", "=", "&", "&#"),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);
const text = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(""));

describe("HTML that goes out, whatever is put into it", () => {
  const rows: [name: string, allowed: Allowed][] = [
    ["what is written", written],
    ["a signature", wordsOnly],
    ["what is passed on", passedOn],
  ];
  for (const [name, allowed] of rows) {
    for (const html of hostile)
      it(`${name}: holds nothing else for ${JSON.stringify(html).slice(0, 60)}`, async () =>
        assert.deepEqual(foundIn(await safeHtml(html, allowed), allowed), []));

    it(`${name}: holds nothing but what is allowed`, () =>
      fc.assert(
        fc.asyncProperty(text, async (html) =>
          assert.deepEqual(foundIn(await safeHtml(html, allowed), allowed), []),
        ),
      ));
  }

  it("asks for nothing from elsewhere, and runs nothing, in the whole mail", () =>
    fc.assert(
      fc.asyncProperty(text, text, text, async (html, signature, quoted) => {
        const mail = { html, signature, quoted: { text: "x", html: quoted } };
        const body = await bodyOf(outgoing(mail, { files: [picture("f1")] }));
        const [, inside = ""] =
          /<body><div style="[^"]*">(.*)<\/div><\/body>/s.exec(body.html) ?? [];
        const dressed = ["style", ...["colspan", "rowspan"]];
        const attributes = Object.fromEntries(
          passedOn.tags.map((tag) => [tag, [...(passedOn.attributes[tag] ?? []), ...dressed]]),
        );
        assert.deepEqual(foundIn(inside, { tags: passedOn.tags, attributes }), []);
      }),
    ));

  it("keeps the words of a text that is no HTML", () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (words) => {
        const { html } = await bodyOf(outgoing({}, { text: words }));
        assert.ok(!/<(script|img|a)\b/i.test(html));
      }),
    ));
});
