import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inRoot } from "../../scripts/paths.ts";
import { house } from "../support/house.ts";

const rules = readFileSync(inRoot("storage.rules"), "utf8");

/** A project of their own, so that the rules of the database stay. */
const project = "demo-storage-rules";

// The emulator of Storage loads its rules with a program that has to be downloaded. The database's compiles the same
// language, whatever service is named, and asks them where they speak of documents.
async function compile(content: string): Promise<{ status: number; issues: unknown[] }> {
  const url = `http://${house.firestore}/emulator/v1/projects/${project}:securityRules`;
  const body = JSON.stringify({ rules: { files: [{ name: "storage.rules", content }] } });
  const answer = await fetch(url, { method: "PUT", body });
  const { issues = [] } = (await answer.json()) as { issues?: unknown[] };
  return { status: answer.status, issues };
}

describe("the rules of the bucket", () => {
  it("compile", async () => {
    assert.deepEqual(await compile(rules), { status: 200, issues: [] });
    assert.equal((await compile(rules.replace("allow", "alow"))).status, 400);
  });

  it("let nobody read or write", async () => {
    const ofDocuments = rules
      .replace("firebase.storage", "cloud.firestore")
      .replace("/b/{bucket}/o", "/databases/{database}/documents");
    assert.deepEqual(await compile(ofDocuments), { status: 200, issues: [] });
    assert.deepEqual(await asked(), { read: 403, write: 403 });
    await compile(ofDocuments.replace("if false", "if true"));
    assert.deepEqual(await asked(), { read: 404, write: 200 });
  });

  async function asked() {
    const url = `http://${house.firestore}/v1/projects/${project}/databases/(default)/documents/a/b`;
    const read = await fetch(url);
    const write = await fetch(url.replace(/b$/, "c"), { method: "PATCH", body: "{}" });
    return { read: read.status, write: write.status };
  }
});
