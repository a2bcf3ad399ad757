import assert from "node:assert/strict";
import type { StoredFile } from "@hilo/schema";
import { deadLettersOf } from "../../functions/src/dead-letters/store.ts";
import { bytesOf, fileOf } from "../../functions/src/files/files.ts";
import { removeForgotten } from "../../functions/src/files/removal.ts";
import { newId, setClock } from "../../functions/src/platform/clock.ts";
import { during } from "../support/during.ts";
import { startWebhooks } from "./server.ts";
import { Browser, chatWorkspace, startApi } from "./visitors.ts";

const text = (size = 10) => Buffer.alloc(size, "a");
const dayMs = 24 * 60 * 60 * 1000;

describe("what an anonymous visitor can fill", () => {
  const api = during(startApi);
  during(startWebhooks);
  let workspaceId: string;
  let ana: Browser;
  beforeEach(async () => {
    workspaceId = await chatWorkspace();
    ana = new Browser(api, workspaceId);
    await ana.begin();
  });
  afterEach(() => setClock());

  const letters = async () => (await deadLettersOf(workspaceId).get()).size;
  const upload = async (bytes = text()) => ana.upload(bytes, "nota.txt", "text/plain");
  const known = (id: string): Promise<StoredFile | undefined> => fileOf(workspaceId, id);

  it("is no dead letter, whatever is posted", async () => {
    assert.equal(await ana.post({ type: "nonsense" } as never), 200);
    assert.equal(await ana.post({ type: "message", id: newId(), text: " ", files: [] }), 200);
    assert.equal(await ana.post({ type: "read", messageIds: [newId(), newId()] }), 200);
    assert.equal(await letters(), 0);
  });

  it("is no body above 64 KB", async () => {
    const text = "a".repeat(70_000);
    assert.equal(await ana.post({ type: "message", id: newId(), text, files: [] }), 413);
  });

  it("is 20 files in 10 minutes", async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 21; i += 1) statuses.push((await upload()).status);
    assert.deepEqual(statuses, [...Array(20).fill(201), 429]);
    setClock(() => Date.now() + 10 * 60_000 + 1000);
    assert.equal((await upload()).status, 201);
  });

  it("is 100 MB a day", async () => {
    const large = text(24_000_000);
    for (let i = 0; i < 4; i += 1) assert.equal((await upload(large)).status, 201);
    assert.equal((await upload(large)).status, 429);
    assert.equal((await upload()).status, 201);
  });

  it("is no file that no message took within a day", async () => {
    const [taken, forgotten] = [String((await upload()).json.id), String((await upload()).json.id)];
    const files = [{ id: taken, type: "text/plain" }];
    assert.equal(await ana.post({ type: "message", id: newId(), text: "", files }), 200);
    await removeForgotten();
    assert.ok(await known(forgotten));
    setClock(() => Date.now() + dayMs + 1000);
    assert.ok((await removeForgotten()) >= 1);
    assert.equal(await known(forgotten), undefined);
    await assert.rejects(bytesOf(workspaceId, forgotten), { code: "notFound" });
    assert.equal((await known(taken))?.pendingSince, undefined);
    assert.equal((await bytesOf(workspaceId, taken)).length, 10);
  });
});
