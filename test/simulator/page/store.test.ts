import assert from "node:assert/strict";
import { store } from "../../../simulator/src/page/data/store.ts";
import { usual } from "../../../simulator/src/wire/usual.ts";

describe("the simulator's page", () => {
  const { fetch: real } = globalThis;
  afterEach(() => {
    globalThis.fetch = real;
    Reflect.deleteProperty(globalThis, "window");
    Reflect.deleteProperty(globalThis, "EventSource");
  });

  it("keeps what is told while a snapshot is on its way", async () => {
    const source = new EventTarget();
    const asked = Promise.withResolvers<Response>();
    Object.assign(globalThis, {
      window: new EventTarget(),
      EventSource: class {
        addEventListener = source.addEventListener.bind(source);
      },
      fetch: () => asked.promise,
    });
    store.start();
    source.dispatchEvent(new Event("open"));
    const person = { id: "ana", name: "Ana" };
    const data = JSON.stringify({ type: "person", person });
    source.dispatchEvent(new MessageEvent("message", { data }));
    const behaviour = { everybody: usual, changed: false, people: {}, next: [] };
    const lists = { people: [], threads: [], exchanges: [], failures: [] };
    asked.resolve(Response.json({ target: "", behaviour, ...lists }));
    while (!store.ready) await new Promise((done) => setImmediate(done));
    assert.deepEqual(
      store.state.people.map(({ id }) => id),
      ["ana"],
    );
  });
});
