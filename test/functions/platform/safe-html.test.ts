import assert from "node:assert/strict";
import {
  passedOn,
  picturesIn,
  safeHtml,
  wordsOnly,
  written,
} from "../../../functions/src/platform/safe-html.ts";

describe("HTML of which nothing is left but what is allowed", () => {
  const rows: [what: string, html: string, left: string][] = [
    ["text as it is", "a &amp; b &lt; c", "a &amp; b &lt; c"],
    [
      "what an editor writes",
      "<h2>Hola</h2><p><b>dos</b> <em>cajas</em><br>y <u>una</u></p><ul><li>a</li></ul>",
      "<h2>Hola</h2><p><b>dos</b> <em>cajas</em><br />y <u>una</u></p><ul><li>a</li></ul>",
    ],
    ["lines of a browser's editor", "<div>a</div><div>b</div>", "<p>a</p><p>b</p>"],
    [
      "links to the web, a mailbox and a telephone",
      '<a href=" https://x.cl/?a=1&b=2">x</a><a href="mailto:a@x.cl">y</a><a href="tel:+56">z</a>',
      '<a href="https://x.cl/?a=1&amp;b=2">x</a><a href="mailto:a@x.cl">y</a><a href="tel:+56">z</a>',
    ],
    ["no link to a script", '<a href="java&#10;script:alert(1)">x</a>', "<a>x</a>"],
    ["no link to anything else", '<a href="/x">x</a><a href="//x.cl">y</a>', "<a>x</a><a>y</a>"],
    [
      "pictures of the mail",
      '<img src="cid:f1" alt="a" width="40" height="9" onload="x">',
      '<img alt="a" src="cid:f1" width="40" />',
    ],
    ["no picture from elsewhere", '<img src="https://x.cl/p"><img src="data:image/png;x">', ""],
    ["no odd width", '<img src="cid:f1" width="100%">', '<img src="cid:f1" />'],
    ["no looks", '<p style="background:url(x)" class="a" id="b">x</p>', "<p>x</p>"],
    ["no handlers", "<p onclick=a onmouseover='b'>x</p>", "<p>x</p>"],
    ["no scripts", "<script>a</script><style>b</style><p>x</p>", "<p>x</p>"],
    ["no drawings", "<svg onload=a><a>x</a></svg><math><mi>y</mi></math>", ""],
    ["no forms", "<form><form><input><button>x</button></form></form>", "x"],
    ["no comments", "a<!-- b --><!--[if mso]>c<![endif]-->d", "ad"],
  ];
  for (const [what, html, left] of rows)
    it(`keeps ${what}`, async () => assert.equal(await safeHtml(html, written), left));

  it("keeps no pictures in a signature", async () => {
    assert.equal(await safeHtml('<p>Ana</p><img src="cid:f1">', wordsOnly), "<p>Ana</p>");
  });

  it("keeps the tables of what is passed on", async () => {
    const table = '<table><tr><td colspan="2">a</td></tr></table>';
    assert.equal(await safeHtml(table, passedOn), table);
    assert.equal(await safeHtml(table, written), "a");
  });

  it("gives each element what it is to have, and takes out a picture without a source", async () => {
    const html = '<p>a</p><img src="cid:f1" /><img src="cid:f2" />';
    const changed = await safeHtml(html, written, (tag, attributes) =>
      tag === "p" ? { style: "margin:0" } : attributes.src === "cid:f2" ? {} : { ...attributes },
    );
    assert.equal(changed, '<p style="margin:0">a</p><img src="cid:f1" />');
  });

  it("knows the pictures that are shown", () => {
    const html = '<img alt="" src="cid:f1" /><img src="cid:f2" width="9" /><img src="cid:f1" />';
    assert.deepEqual(picturesIn(html), ["f1", "f2"]);
  });
});
