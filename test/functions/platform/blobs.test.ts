import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import type { Blobs } from "../../../functions/src/platform/blobs/blob.ts";
import { cloudStorageBlobs } from "../../../functions/src/platform/blobs/cloud-storage.ts";
import { folderBlobs } from "../../../functions/src/platform/blobs/folder.ts";
import { startCloudStorage } from "../../support/cloud-storage.ts";

type Store = { blobs: Blobs; close(): Promise<void> };

const bytes = Buffer.from([0, 13, 10, 255, ...Buffer.from("hola, ¿qué tal?\r\n--")]);

async function folder(): Promise<Store> {
  const place = await mkdtemp(join(tmpdir(), "hilo-blobs-"));
  return { blobs: folderBlobs(place), close: () => rm(place, { recursive: true }) };
}

async function cloudStorage(): Promise<Store> {
  const server = await startCloudStorage("files");
  process.env.STORAGE_EMULATOR_HOST = server.url;
  const close = async () => {
    delete process.env.STORAGE_EMULATOR_HOST;
    await server.close();
  };
  return { blobs: cloudStorageBlobs("files"), close };
}

for (const [name, start] of [
  ["a folder", folder],
  ["Cloud Storage", cloudStorage],
] as const) {
  describe(`blobs in ${name}`, () => {
    let store: Store;
    before(async () => {
      store = await start();
    });
    after(() => store.close());

    it("gives back the very bytes that were put", async () => {
      await store.blobs.put("demo/one", bytes, "text/plain");
      assert.deepEqual(await buffer(await store.blobs.read("demo/one")), bytes);
    });

    const ranges = [
      { start: 0, end: 0 },
      { start: 4, end: 7 },
      { start: bytes.length - 1, end: bytes.length - 1 },
      { start: 0, end: bytes.length - 1 },
    ];
    for (const range of ranges) {
      it(`reads bytes ${range.start} to ${range.end}`, async () => {
        await store.blobs.put("demo/part", bytes, "text/plain");
        const part = await buffer(await store.blobs.read("demo/part", range));
        assert.deepEqual(part, bytes.subarray(range.start, range.end + 1));
      });
    }

    it("puts the later bytes in place of the earlier", async () => {
      await store.blobs.put("demo/twice", Buffer.from("first and longer"), "text/plain");
      await store.blobs.put("demo/twice", Buffer.from("second"), "text/plain");
      assert.equal((await buffer(await store.blobs.read("demo/twice"))).toString(), "second");
    });

    it("keeps a megabyte whole, written by several at once", async () => {
      const large = Buffer.alloc(1_000_000, "0123456789");
      await Promise.all([1, 2, 3].map(() => store.blobs.put("demo/large", large, "text/plain")));
      assert.ok(large.equals(await buffer(await store.blobs.read("demo/large"))));
    });

    it("says that a blob is not there before the first byte", async () => {
      await assert.rejects(store.blobs.read("demo/nothing"), { code: "notFound" });
    });

    it("removes a blob, and one that is not there", async () => {
      await store.blobs.put("demo/gone", bytes, "text/plain");
      await store.blobs.remove("demo/gone");
      await store.blobs.remove("demo/gone");
      await assert.rejects(store.blobs.read("demo/gone"), { code: "notFound" });
    });

    for (const path of ["../out", "demo/../../out", "/etc/passwd", "demo//x", "", "a\\b", ".x"]) {
      it(`cannot be led out by ${JSON.stringify(path)}`, async () => {
        await assert.rejects(async () => store.blobs.put(path, bytes, "text/plain"), /blob's path/);
        await assert.rejects(async () => store.blobs.read(path), /blob's path/);
        await assert.rejects(async () => store.blobs.remove(path), /blob's path/);
      });
    }
  });
}

describe("blobs in a folder", () => {
  it("leave no half-written file behind", async () => {
    const place = await mkdtemp(join(tmpdir(), "hilo-blobs-"));
    await folderBlobs(place).put("demo/one", bytes, "text/plain");
    assert.deepEqual(await readdir(join(place, "demo")), ["one"]);
    await rm(place, { recursive: true });
  });
});
