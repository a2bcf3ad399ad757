import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { redact } from "../../../functions/src/platform/redact.ts";

const program = new URL("../../support/log-canaries.ts", import.meta.url).pathname;

type Line = Record<string, unknown> & { message: string };

function linesOf(text: string): Line[] {
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

describe("the log", () => {
  let folder: string;
  let stdout: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "hilo-log-"));
    const env = {
      ...process.env,
      LOG_LEVEL: "debug",
      LOG_FOLDER: folder,
      FUNCTIONS_EMULATOR: "true",
    };
    ({ stdout } = await promisify(execFile)(process.execPath, [program], { env }));
  });
  after(() => rm(folder, { recursive: true }));

  it("is one line of JSON for each event, as Cloud Logging reads it", () => {
    const lines = linesOf(stdout).slice(0, 3);
    const [debug, info, warn] = lines;
    assert.deepEqual(
      lines.map((line) => [line.severity, line.message]),
      [
        ["DEBUG", "plain.debug"],
        ["INFO", "plain.info"],
        ["WARNING", "plain.warn"],
      ],
    );
    assert.equal(debug?.messageId, "m1");
    assert.deepEqual([info?.count, info?.context], [3, "inbox"]);
    assert.deepEqual(warn?.ids, ["a", "b"]);
    assert.ok(info && !("missing" in info));
  });

  it("never shows a canary, whatever way it came", () => {
    // Ids and times that are made up anew each run may hold the digits by chance.
    const kept = stdout.replaceAll(
      /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z/g,
      "",
    );
    for (const canary of ["canary", "1111", "eyJ", "rocio"]) {
      const told = kept.split("\n").filter((line) => line.includes(canary));
      assert.deepEqual(told, []);
    }
  });

  it("tells of an error where it happened and what kind it was", () => {
    const lines = linesOf(stdout);
    const error = lines.find((line) => line.message === "private.error");
    assert.equal(error?.severity, "ERROR");
    assert.equal(error?.errorCode, 14);
    assert.match(String(error?.error), /^Error: cannot send/);
    assert.match(String(error?.cause), /^Error: no row for/);
    assert.match(String(error?.stack), /log-canaries\.ts:\d+/);
    const bug = lines.find((line) => line.message === "http.failed");
    assert.match(String(bug?.requestId), /^[0-9a-f-]{36}$/);
    assert.match(String(bug?.stack), /log-canaries\.ts:\d+/);
  });

  it("is kept in a file of the day too, in an emulator", async () => {
    const [name = ""] = (await readdir(folder)).filter((file) => file.endsWith(".log"));
    assert.match(name, /^functions-\d{4}-\d\d-\d\d\.log$/);
    assert.equal(await readFile(join(folder, name), "utf8"), stdout);
  });

  it("keeps the names that only look like private ones", () => {
    const fields = { context: "a", nameless: 1, tokenizer: "b", status: 200, conversationId: "c" };
    assert.deepEqual(redact(fields), fields);
  });
});
