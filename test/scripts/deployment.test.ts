import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inRoot } from "../../scripts/paths.ts";

const { functions, hosting, storage, firestore } = JSON.parse(
  readFileSync(inRoot("firebase.json"), "utf8"),
);

describe("what is deployed", () => {
  it("hands over everything that functions answer", () => {
    const rewrites: { source: string; function?: unknown }[] = hosting.rewrites;
    const handed = rewrites.filter((one) => one.function).map(({ source }) => source);
    assert.deepEqual(handed.sort(), ["/api/**", "/files/**", "/health", "/webhooks/**"]);
  });

  it("has rules for all that Firebase opens to browsers", () => {
    assert.deepEqual([storage.rules, firestore.rules], ["storage.rules", "firestore.rules"]);
  });

  it("takes the maps along by which traces name their sources", () => {
    assert.deepEqual(
      functions.map(({ ignore }: { ignore?: string[] }) => ignore),
      [undefined],
    );
  });

  it("was built from what is there", () => {
    for (const one of [...functions, hosting]) assert.deepEqual(one.predeploy, ["npm run build"]);
  });
});
