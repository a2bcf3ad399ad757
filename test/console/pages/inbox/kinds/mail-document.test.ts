import assert from "node:assert/strict";
import {
  showsRemote,
  withoutStyleSheets,
} from "../../../../../console/src/pages/inbox/kinds/mail-document.ts";

/** Milliseconds of computing. */
function taken(work: () => void): number {
  const before = process.cpuUsage().user;
  work();
  return (process.cpuUsage().user - before) / 1000;
}

describe("an e-mail's HTML before it is shown", () => {
  const rows: [string, string, string][] = [
    ["a style sheet", "<p>a<style>p { }</style >b</p>", "<p>ab</p>"],
    ["two style sheets", "a<style>x</style>b<STYLE type='t'>y</STYLE>c", "abc"],
    ["a style sheet in another", "a<style>x<style>y</style>b", "ab"],
    ["a linked style sheet", 'a<link rel="stylesheet" href="x">b', "ab"],
    ["a base", 'a<base href="https://x.cl/" target=_top>b', "ab"],
    ["what is said to a browser", '<meta http-equiv="refresh" content="0;url=/">a', "a"],
    ["a style", '<p class="a" style="color: red">', '<p class="a" data-style="color: red">'],
    ["a style over lines", "<p\nSTYLE = 'x'>", "<p\ndata-style = 'x'>"],
    ["words about style", "<p>my style = yours</p>", "<p>my style = yours</p>"],
    ["a tag that never ends", "<p>a</p><a style=", "<p>a</p><a style="],
    ["a sheet that never ends", "<p>a</p><style>b", "<p>a</p><style>b"],
  ];
  for (const [name, source, wanted] of rows) {
    it(`is rid of what the page refuses: ${name}`, () =>
      assert.equal(withoutStyleSheets(source), wanted));
  }

  const remotes: [string, boolean][] = [
    ['<img alt="a" src="https://x.cl/a.png">', true],
    ["<IMG\nsrc = ' //x.cl/a.png'>", true],
    ['<td background="http://x.cl/a.png">', true],
    ['<p style="background: url( https://x.cl/a.png)">', true],
    ['<img src="cid:a"><a href="https://x.cl">', false],
    ["<p>img src=https://x.cl</p>", false],
  ];
  for (const [source, wanted] of remotes) {
    it(`${wanted ? "fetches" : "does not fetch"} with ${JSON.stringify(source)}`, () =>
      assert.equal(showsRemote(source), wanted));
  }

  const size = 300_000;
  const hostile = [
    "<a ",
    "<style",
    "<link",
    "<img",
    "<img src=",
    "</style ",
    " style",
    "url( ",
    "<",
  ];
  for (const piece of hostile) {
    it(`is searched without delay where it is ${JSON.stringify(piece)} over and over`, () => {
      const body = piece.repeat(size / piece.length);
      for (const source of [body, `${body}>`, `<img src=${" ".repeat(size)}x>${body}`])
        assert.ok(
          taken(() => {
            withoutStyleSheets(source);
            showsRemote(source);
          }) < 2000,
        );
    });
  }
});
