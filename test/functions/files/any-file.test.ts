import assert from "node:assert/strict";
import { shownAs } from "@hilo/schema";
import fc from "fast-check";
import { headersOf } from "../../../functions/src/files/presentation.ts";
import { recognize } from "../../../functions/src/files/recognize.ts";
import { character } from "../../support/character.ts";
import { compound, samples, wide } from "./samples.ts";

const page = Buffer.from("<html><script>alert(1)</script>");
const starts = [...Object.values(samples), compound, page, wide("<script>"), Buffer.from("MZ")];
const endings = ["", ".png", ".exe", ".pdf.js", ".html", ".svg", ".docm", ".xml", ".p7m", "."];
const declared = fc.oneof(
  fc.constantFrom("", ...Object.keys(samples), "image/svg+xml", "application/force-download"),
  fc.string({ unit: character, maxLength: 40 }),
);

/** Random bytes; the beginnings of real files, whole or broken off; and both after each other. */
const bytes = fc
  .tuple(fc.constantFrom(...starts), fc.double({ min: 0, max: 1, noNaN: true }), fc.uint8Array())
  .map(([start, share, rest]) =>
    Buffer.concat([start.subarray(0, Math.ceil(start.length * share)), rest]),
  )
  .filter(({ length }) => length > 0);
const name = fc
  .tuple(fc.string({ unit: character, maxLength: 300 }), fc.constantFrom(...endings))
  .map((parts) => parts.join(""));

describe("any file at all", () => {
  it("is shown, kept to be saved, or held back: never lost, and never shown as what it is not", async () => {
    const property = fc.asyncProperty(bytes, name, declared, async (content, called, type) => {
      const found = await recognize(content, called, type);
      const about = { size: content.length, sha256: "ab", by: "ana", createdAt: new Date() };
      const headers = headersOf({ ...found, ...about }, 60);
      const inline = headers["Content-Disposition"]?.startsWith("inline;") ?? true;
      assert.equal(inline, shownAs(found.type) !== undefined && !found.held);
      assert.equal(headers["X-Content-Type-Options"], "nosniff");
      if (inline) assert.doesNotMatch(content.toString("latin1"), /^\s*<(?:html|script|svg)/i);
      assert.match(found.type, /^[\w.+-]+\/[\w.+-]+$/);
      assert.ok(found.name.length > 0 && found.name.length <= 200);
      assert.doesNotMatch(found.name, /[\p{Cc}\p{Cf}/\\]/u);
    });
    await fc.assert(property, { numRuns: 500 });
  });
});
