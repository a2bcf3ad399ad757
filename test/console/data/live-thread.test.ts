import assert from "node:assert/strict";
import { LiveThread } from "../../../console/src/data/messages.ts";
import type { ThreadMessage } from "../../../console/src/data/thread-merge.ts";
import { lookAtPage } from "../../support/list-reader.ts";
import { RowsServer } from "../../support/rows-server.ts";
import { threadMessage } from "../thread-message.ts";

const page = 50;

describe("a thread", () => {
  let server: RowsServer<ThreadMessage>;
  let live: LiveThread<ThreadMessage>;
  let leave: () => void;
  let lookAway: () => void;

  before(() => {
    lookAway = lookAtPage();
  });

  after(() => lookAway());

  beforeEach(() => {
    server = new RowsServer({ holds: () => true, at: (one) => one.providerAt, way: "down" });
    live = new LiveThread("c", server.follow);
    leave = live.thread.subscribe(() => undefined);
  });

  afterEach(() => {
    leave();
    assert.equal(server.listeners, 0, "somebody still listens");
  });

  const state = () => [live.thread.value.state, live.thread.value.older];

  function toTheBeginning(meanwhile: () => void = () => undefined): void {
    server.speak();
    for (let pages = 0; live.thread.value.older !== "none"; pages += 1) {
      assert.ok(pages < 20, "the thread never begins");
      live.loadOlder();
      meanwhile();
      server.speak();
    }
    const expected = server
      .whole()
      .map(({ id }) => id)
      .reverse();
    assert.deepEqual(
      live.thread.value.messages.map(({ id }) => id),
      expected,
    );
  }

  for (const length of [0, 1, page - 1, page, page + 1, 230]) {
    it(`goes back to its beginning when it is ${length} long`, () => {
      server.put(...said(length));
      toTheBeginning();
    });
  }

  it("does not take what the cache remembers for its beginning", () => {
    server.put(...said(120));
    server.remembered = ["m119", "m118", "m040"];
    server.remember();
    assert.deepEqual(state(), ["ready", "loading"]);
    server.speak();
    assert.deepEqual(state(), ["ready", "some"]);
    toTheBeginning(() => server.remember());
  });

  it("has not begun while the older ones cannot be reached", () => {
    server.put(...said(120));
    server.speak();
    live.loadOlder();
    server.remember();
    assert.deepEqual(state(), ["ready", "loading"]);
    server.speak();
    assert.equal(live.thread.value.messages.length, 2 * page);
  });

  it("can be asked again for older ones that were refused", () => {
    server.put(...said(120));
    server.speak();
    live.loadOlder();
    server.refuse();
    assert.deepEqual(state(), ["ready", "some"]);
    toTheBeginning();
  });

  it("misses nothing that is said while older ones are read", () => {
    server.put(...said(230));
    let more = 230;
    toTheBeginning(() => {
      server.put(...said(3, more));
      more += 3;
    });
  });

  it("shows in their place those that come late among older ones, and what becomes of older ones", () => {
    server.put(...said(120));
    toTheBeginning();
    server.put(threadMessage("late", { providerAt: 30_500 }));
    server.change("m010", { deletedAt: 5 });
    server.speak();
    const { messages } = live.thread.value;
    assert.deepEqual(
      messages.slice(30, 33).map(({ id }) => id),
      ["m030", "late", "m031"],
    );
    assert.equal(messages.find(({ id }) => id === "m010")?.deletedAt, 5);
  });

  it("has no hole when much was said while nobody looked", () => {
    server.put(...said(120));
    server.speak();
    live.loadOlder();
    server.speak();
    leave();
    server.put(...said(90, 120));
    leave = live.thread.subscribe(() => undefined);
    assert.equal(live.thread.value.messages.length, 2 * page, "what was held is shown at once");
    toTheBeginning();
  });
});

/** Messages m000, m001 …, one each second. */
function said(length: number, from = 0): ThreadMessage[] {
  return Array.from({ length }, (_, i) => {
    const order = from + i;
    const id = `m${String(order).padStart(3, "0")}`;
    return threadMessage(id, { providerAt: order * 1000 });
  });
}
