import { deepEqual, equal, ok } from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { type CollectionName, collections, documentsVersion } from "@hilo/schema";
import { changedBy } from "../../../functions/src/migrations/changed-by.ts";
import { isChanging, isSettling } from "../../../functions/src/migrations/migration.ts";
import { migrations } from "../../../functions/src/operation-kinds.ts";
import type { Fields } from "../../../functions/src/operations/kind.ts";
import { inRoot } from "../../../scripts/paths.ts";

type Document = Record<string, unknown>;

/** Documents of every month, as they were written. */
const frozen = globSync("test/fixtures/frozen/*.json", { cwd: inRoot("") }).map(
  (path): Partial<Record<CollectionName, Document[]>> =>
    JSON.parse(readFileSync(inRoot(path), "utf8"), thawed),
);

function thawed(_key: string, value: unknown): unknown {
  const time = Object(value).$time;
  return typeof time === "number" ? new Date(time) : value;
}

/** A document as it is found in the database. */
function foundIn(collection: CollectionName, data: Document) {
  const path = `workspaces/demo/${collection.replace(/\{\w+\}/g, "x")}/x1`;
  return { id: "x1", ref: { path }, data: () => data } as unknown as Parameters<
    typeof changedBy
  >[1];
}

function changed(data: Document, fields: Fields = {}): Document {
  return { ...data, ...fields };
}

describe("migrations, of documents as they were written", () => {
  it("have names of their own, and the newest is what this version reads", () => {
    const names = migrations.map(({ name }) => name);
    equal(new Set(names).size, names.length);
    equal(Math.max(...migrations.map(({ version }) => version)), documentsVersion);
  });

  for (const migration of migrations.filter(isChanging))
    it(`${migration.name} changes some, leaves the others, and is done once`, () => {
      const { collection } = migration;
      const all = frozen.flatMap((month) => month[collection] ?? []);
      const once = all.map((data) => changedBy([migration], foundIn(collection, data)));
      ok(once.some(Boolean), "no frozen document has the shape of before");
      for (const [index, data] of all.entries()) {
        const now = changed(data, once[index]);
        equal(changedBy([migration], foundIn(collection, now)), undefined);
        deepEqual(collections[collection].shape.safeParse(now).error, undefined);
      }
    });

  for (const { name, collection, isOutdated } of migrations.filter(isSettling))
    if (isOutdated)
      it(`${name} settles some, and leaves the others`, () => {
        const seem = frozen.flatMap((month) => (month[collection] ?? []).map(isOutdated));
        deepEqual(new Set(seem), new Set([true, false]));
      });

  it("of conversations make the team of none 'none', and keep a team", () => {
    const teamNone = migrations.filter(isChanging).filter(({ name }) => name === "teamNone");
    const change = (data: Document) => changedBy(teamNone, foundIn("conversations", data));
    deepEqual([{ teamId: null }, {}].map(change), [{ teamId: "none" }, { teamId: "none" }]);
    deepEqual([{ teamId: "none" }, { teamId: "t2" }].map(change), [undefined, undefined]);
  });
});
