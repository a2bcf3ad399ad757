import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownNode } from "../../scripts/own-node.mjs";

const brings = `
  const { mkdirSync, writeFileSync } = require("node:fs");
  mkdirSync("bin", { recursive: true });
  writeFileSync("bin/node", "#!/bin/sh\\necho brought", { mode: 0o755 });
`;

describe("the project's own Node", () => {
  let packages: string;
  beforeEach(() => {
    packages = mkdtempSync(join(tmpdir(), "hilo-node-"));
  });
  afterEach(() => rmSync(packages, { recursive: true }));

  function installed(script: string): void {
    mkdirSync(join(packages, "node"));
    writeFileSync(join(packages, "node", "installArchSpecificPackage.js"), script);
  }

  it("is brought and linked where npm ran no scripts, once", () => {
    installed(brings);
    const found = ownNode(packages);
    assert.equal(found, join(packages, ".bin", "node"));
    assert.equal(execFileSync(found, { encoding: "utf8" }), "brought\n");
    writeFileSync(join(packages, "node", "installArchSpecificPackage.js"), "process.exit(1)");
    assert.equal(ownNode(packages), found);
  });

  it("is missing where it cannot be brought", () => {
    assert.equal(ownNode(packages), undefined);
    installed("process.exit(1)");
    assert.equal(ownNode(packages), undefined);
  });
});
