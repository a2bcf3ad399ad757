import assert from "node:assert/strict";
import { headersOf } from "../../../functions/src/files/presentation.ts";
import { rangeOf } from "../../../functions/src/files/range.ts";

describe("a Range header", () => {
  const rows: [header: string | undefined, is: ReturnType<typeof rangeOf>][] = [
    [undefined, null],
    ["bytes=0-0", { start: 0, end: 0 }],
    ["bytes=0-99", { start: 0, end: 99 }],
    ["bytes=0-1000", { start: 0, end: 99 }],
    ["bytes=50-", { start: 50, end: 99 }],
    ["bytes=-10", { start: 90, end: 99 }],
    ["bytes=-1000", { start: 0, end: 99 }],
    ["bytes=100-", "unsatisfiable"],
    ["bytes=200-300", "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=9-3", null],
    ["bytes=0-1,5-6", null],
    ["bytes=-", null],
    ["bytes=a-b", null],
    ["lines=0-1", null],
    ["bytes=0-99999999999999999999", null],
  ];
  for (const [header, range] of rows) {
    it(`${header} of 100 bytes is ${JSON.stringify(range)}`, () => {
      assert.deepEqual(rangeOf(header, 100), range);
    });
  }
});

describe("a file's headers", () => {
  const about = { size: 1, sha256: "ab", by: "ana", createdAt: new Date() };
  const of = (type: string, name: string) => headersOf({ type, name, ...about }, 60);

  const rows: [type: string, kind: "inline" | "attachment"][] = [
    ["image/png", "inline"],
    ["image/webp", "inline"],
    ["audio/ogg", "inline"],
    ["video/mp4", "inline"],
    ["image/avif", "inline"],
    ["image/heic", "attachment"],
    ["image/tiff", "attachment"],
    ["text/xml", "attachment"],
    ["application/octet-stream", "attachment"],
    ["application/pdf", "attachment"],
    ["text/plain", "attachment"],
    ["text/csv", "attachment"],
    ["application/zip", "attachment"],
    ["image/svg+xml", "attachment"],
    ["text/html", "attachment"],
  ];
  for (const [type, kind] of rows) {
    it(`make ${type} ${kind}, and let nothing run`, () => {
      const headers = of(type, "a");
      assert.ok(headers["Content-Disposition"]?.startsWith(`${kind};`));
      assert.equal(headers["X-Content-Type-Options"], "nosniff");
      assert.equal(headers["Content-Security-Policy"], "sandbox; default-src 'none'");
    });
  }

  for (const type of ["image/svg+xml", "text/html", "text/xml"]) {
    it(`call ${type}, which can act in a page, nothing but bytes`, () => {
      assert.equal(of(type, "a")["Content-Type"], "application/octet-stream");
    });
  }

  it("call what is held back nothing but bytes, to be saved, whatever it is", () => {
    const headers = headersOf({ type: "image/png", name: "a.png", held: "page", ...about }, 60);
    assert.equal(headers["Content-Type"], "application/octet-stream");
    assert.match(headers["Content-Disposition"] ?? "", /^attachment;/);
  });

  it("tell the name in ASCII and in full, without a way out of its quotes", () => {
    assert.equal(
      of("text/plain", `Año "2026" (ñ)'.txt`)["Content-Disposition"],
      `attachment; filename="Ano _2026_ (n)'.txt"; filename*=UTF-8''A%C3%B1o%20%222026%22%20%28%C3%B1%29%27.txt`,
    );
  });
});
