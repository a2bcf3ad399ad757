import assert from "node:assert/strict";
import type { configuration } from "../../bricks/src/configuration.ts";

const page = () => new Response("<!doctype html>", { headers: { "content-type": "text/html" } });
const hosted = { apiKey: "k", projectId: "acme-inbox", authDomain: "acme-inbox.firebaseapp.com" };
const local = {
  firebase: { apiKey: "demo-hilo", projectId: "demo-hilo", authDomain: "demo.test" },
  emulators: { auth: "http://127.0.0.1:9099", firestore: "127.0.0.1:8080" },
};

/** What is found where a server has these answers, and what was asked for; everything else is the console's page. */
async function foundWith(answers: Record<string, () => Response>) {
  const asked: string[] = [];
  const before = globalThis.fetch;
  globalThis.fetch = async (address) => {
    asked.push(String(address));
    return (answers[String(address)] ?? page)();
  };
  try {
    const fresh: { configuration: typeof configuration } = await import(
      `../../bricks/src/configuration.ts?${crypto.randomUUID()}`
    );
    const first = await fresh.configuration().catch((error: unknown) => error);
    const again = await fresh.configuration().catch((error: unknown) => error);
    return { first, again, asked };
  } finally {
    globalThis.fetch = before;
  }
}

const init = "/__/firebase/init.json";
const file = "/config.json";

describe("where Firebase is", () => {
  it("is told by Firebase's hosting, which needs no file", async () => {
    const { first, again, asked } = await foundWith({ [init]: () => Response.json(hosted) });
    assert.deepEqual(first, { firebase: hosted, emulators: null });
    assert.equal(again, first);
    assert.deepEqual(asked, [init]);
  });

  it("is told by the file where hosting is an emulator's", async () => {
    const demo = { ...hosted, projectId: "demo-hilo" };
    const { first, asked } = await foundWith({
      [init]: () => Response.json(demo),
      [file]: () => Response.json(local),
    });
    assert.deepEqual(first, local);
    assert.deepEqual(asked, [init, file]);
  });

  for (const [server, answer] of [
    ["answers every path with the page", page],
    ["does not know the path", () => new Response("", { status: 404 })],
  ] as const) {
    it(`is told by the file where a server ${server}`, async () => {
      const { first } = await foundWith({ [init]: answer, [file]: () => Response.json(local) });
      assert.deepEqual(first, local);
    });
  }

  it("is asked for again after it was not told", async () => {
    const { first, again, asked } = await foundWith({
      [file]: () => new Response("", { status: 503 }),
    });
    assert.match(String(first), /config\.json answered 503/);
    assert.match(String(again), /config\.json answered 503/);
    assert.deepEqual(asked, [init, file, init, file]);
  });
});
