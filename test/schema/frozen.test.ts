import { deepEqual } from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { type CollectionName, collections } from "@hilo/schema";
import { inRoot } from "../../scripts/paths.ts";

type Frozen = Partial<Record<CollectionName, object[]>>;

/**
 * Documents as the house wrote them, each file those of one month: `{$time}` stands for a Timestamp, `{$bytes}` for
 * bytes. A file is never changed afterwards; what is written since stands in the next one.
 */
const files = globSync("test/fixtures/frozen/*.json", { cwd: inRoot("") }).map(
  (path): [string, Frozen] => [path, JSON.parse(readFileSync(inRoot(path), "utf8"), thawed)],
);

function thawed(_key: string, value: unknown): unknown {
  const { $time, $bytes } = { ...(value as { $time?: number; $bytes?: string }) };
  if ($time !== undefined) return new Date($time);
  return $bytes === undefined ? value : Buffer.from($bytes, "base64");
}

describe("documents that were written before", () => {
  for (const [path, frozen] of files) {
    for (const [name, documents] of Object.entries(frozen) as [CollectionName, object[]][]) {
      it(`are read as they are now: ${name} of ${path}`, () => {
        const problems = documents.flatMap((document) => {
          const { error } = collections[name].shape.safeParse(document);
          return error ? error.issues.map(({ path, message }) => [path.join("."), message]) : [];
        });
        deepEqual(problems, []);
      });
    }
  }

  it("are kept of every collection", () => {
    const kept = new Set(files.flatMap(([, frozen]) => Object.keys(frozen)));
    deepEqual(
      Object.keys(collections).filter((name) => !kept.has(name)),
      [],
    );
  });
});
