import assert from "node:assert/strict";
import { parseDocument } from "htmlparser2";
import { deepest, flatHtml, isTooDeep } from "../../../functions/src/platform/flat-html.ts";

type Node = { children?: Node[] };

/** How deep the elements of HTML stand in each other, as its parser has it. */
function depthOf(html: string): number {
  let depth = 0;
  let level: Node[] = parseDocument(html).children as Node[];
  while (level.length > 0) {
    level = level.flatMap(({ children = [] }) => children);
    depth += 1;
  }
  return depth;
}

describe("HTML that is nested deep", () => {
  const flat: [what: string, html: string][] = [
    ["one behind another", "<div><i>a</i></div>".repeat(500)],
    ["paragraphs without their ends", "<p>a<br>".repeat(90)],
    ["a page", "<html><head><title>a<b></title></head><body><p>a &lt; b</p></body></html>"],
    ["a tag in a script", `<script>${'"<div>"'.repeat(500)}</script>a`],
    ["a tag in what names something", `<a title="${"<b>".repeat(500)}">a</a>`],
    ["a drawing's parts that end themselves", `<svg>${"<g/>".repeat(500)}</svg>`],
    ["what does not end", "<div <div <div"],
    ["nothing", ""],
  ];
  for (const [what, html] of flat) {
    it(`is as it was where it is not: ${what}`, async () => {
      assert.equal(await flatHtml(html), html);
      assert.equal(await isTooDeep(html), false);
    });
  }

  const lists = `<ul>${"<li><p>a".repeat(500)}</ul>`;
  it("has its ends written where nobody wrote them", async () => {
    const written = await flatHtml(lists);
    assert.ok(written === `<ul>${"<li><p>a</p></li>".repeat(500)}</ul>`);
    assert.equal(await isTooDeep(lists), false);
  });

  it("has its ends in their order where they were written crosswise, and so leaves nothing open", async () => {
    const written = await flatHtml("<p><b><i>a</p>".repeat(500));
    assert.ok(written === "<p><b><i>a</i></b></p>".repeat(500));
  });

  const deep: [what: string, html: string][] = [
    ["boxes", "<div>a".repeat(500)],
    ["words", "<b>".repeat(500)],
    ["tables", "<table><tr><td>".repeat(500)],
    ["tables that end", `${"<table><tr><td>".repeat(500)}a${"</td></tr></table>".repeat(500)}`],
    ["lists", "<ul><li>".repeat(500)],
    ["behind ends in comments", "<b><!--</b>-->".repeat(500)],
    ["behind ends in what names something", '<b a="</b>">'.repeat(500)],
    ["behind ends of others", `${"<b>".repeat(500)}${"</i>".repeat(500)}`],
    ["drawings", "<svg><foreignObject><b/>".repeat(500)],
    ["quotes in lists without their ends", "<ul><li><p>a<blockquote><p>b".repeat(300)],
    ["tags in capitals", "<DIV>".repeat(500)],
    ["names of many letters", `<${"x".repeat(300)}>`.repeat(500)],
  ];
  for (const [what, html] of deep) {
    it(`is flat: ${what}`, async () => {
      assert.ok(depthOf(await flatHtml(html)) <= 2 * deepest + 2);
      assert.equal(await isTooDeep(html), true);
    });
  }

  it("keeps its words, apart where they were, and what stands behind it", async () => {
    const html = `<div>${"<div>".repeat(200)}uno<div>dos</div>t<b>r</b>es${"</div>".repeat(200)}</div><p>fin</p>`;
    const written = await flatHtml(html);
    const rest = "<wbr>".repeat(101);
    assert.ok(written.includes(`${rest}uno<br>dos</wbr>t<wbr>r</wbr>es</wbr>`), written);
    assert.ok(
      written.endsWith("</wbr></div></div><p>fin</p>") || written.endsWith("</div><p>fin</p>"),
    );
  });

  it("has its lists and quotes no deeper than is asked for", async () => {
    const quotes = `${"<blockquote>a".repeat(12)}${"</blockquote>".repeat(12)}b`;
    assert.equal(await flatHtml(quotes), quotes);
    assert.equal(
      await flatHtml(quotes, 10),
      `${"<blockquote>a".repeat(10)}${"<br>a".repeat(2)}${"</wbr>".repeat(2)}${"</blockquote>".repeat(10)}b`,
    );
    assert.equal(await isTooDeep(quotes), false);
  });
});
