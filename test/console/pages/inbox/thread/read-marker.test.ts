import assert from "node:assert/strict";
import { mock } from "node:test";
import { ReadMarker } from "../../../../../console/src/pages/inbox/thread/reading/read-marker.ts";

/** A page that is looked at, or not. */
const page = { visibilityState: "visible", focused: true };
const events = new EventTarget();

/** A thread that shows all there is, unless told otherwise. */
function threadOf(send: (seen: number) => Promise<unknown>) {
  const host = {
    conversationId: "c",
    unread: 0,
    inboundCount: 4,
    hidden: 0,
    seenUnread: () => Math.max(0, host.unread - host.hidden),
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  const marker = new ReadMarker(host, (_, seen) => send(seen));
  const arrive = (count = 1) => {
    host.unread += count;
    host.inboundCount += count;
    marker.hostUpdated();
  };
  return { host, marker, arrive };
}

async function pass(ms: number): Promise<void> {
  mock.timers.tick(ms);
  for (let i = 0; i < 5; i += 1) await Promise.resolve();
}

describe("what is seen in an open thread", () => {
  const kept = new Map<string, PropertyDescriptor | undefined>();
  const globals = {
    window: events,
    document: Object.assign(events, { hasFocus: () => page.focused }),
  };
  let told: number[];
  let answers: (() => Promise<unknown>)[];
  let thread: ReturnType<typeof threadOf>;

  before(() => {
    Object.defineProperty(events, "visibilityState", { get: () => page.visibilityState });
    for (const [name, value] of Object.entries(globals)) {
      kept.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    }
  });
  after(() => {
    for (const [name, own] of kept) {
      if (own) Object.defineProperty(globalThis, name, own);
      else Reflect.deleteProperty(globalThis, name);
    }
  });
  beforeEach(() => {
    mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_800_000_000_000 });
    Object.assign(page, { visibilityState: "visible", focused: true });
    [told, answers] = [[], []];
    thread = threadOf((seen) => {
      told.push(seen);
      return (answers.shift() ?? (() => Promise.resolve()))();
    });
    thread.marker.hostConnected();
  });
  afterEach(() => {
    thread.marker.hostDisconnected();
    mock.timers.reset();
  });

  it("is read after a moment", async () => {
    thread.arrive();
    await pass(399);
    assert.deepEqual(told, []);
    await pass(1);
    assert.deepEqual(told, [5]);
  });

  it("is read although more goes on arriving, faster than that moment", async () => {
    for (let i = 0; i < 4; i += 1) {
      thread.arrive();
      await pass(150);
    }
    assert.deepEqual(told, [7]);
  });

  it("is read up to what is on the screen", async () => {
    thread.host.hidden = 2;
    thread.arrive(3);
    await pass(400);
    assert.deepEqual(told, [5]);
  });

  for (const [what, change] of [
    ["the tab is hidden", { visibilityState: "hidden" }],
    ["the window has no focus", { focused: false }],
  ] as const) {
    it(`is not read while ${what}, but when it is back`, async () => {
      Object.assign(page, change);
      thread.arrive();
      await pass(5_000);
      assert.deepEqual(told, []);
      Object.assign(page, { visibilityState: "visible", focused: true });
      events.dispatchEvent(new Event("focus"));
      await pass(400);
      assert.deepEqual(told, [5]);
    });
  }

  it("is not read when the tab is left within that moment", async () => {
    thread.arrive();
    await pass(200);
    page.visibilityState = "hidden";
    await pass(400);
    assert.deepEqual(told, []);
  });

  it("is told again after a while when that failed, though nothing else happens", async () => {
    answers.push(() => Promise.reject(new Error("No network")));
    thread.arrive();
    await pass(400);
    assert.deepEqual(told, [5]);
    await pass(9_999);
    assert.deepEqual(told, [5]);
    await pass(1);
    assert.deepEqual(told, [5, 5]);
  });

  it("is told with what arrived while it was being told", async () => {
    let answer: () => void = () => undefined;
    answers.push(() => new Promise<void>((resolve) => (answer = resolve)));
    thread.arrive();
    await pass(400);
    thread.arrive();
    await pass(400);
    answer();
    await pass(0);
    await pass(2_000);
    assert.deepEqual(told, [5, 6]);
  });

  it("is left unread where it was marked so, here or by somebody else, until it is opened anew", async () => {
    const { host, marker } = thread;
    host.unread = 0;
    marker.hostUpdated();
    host.unread = 1;
    marker.hostUpdated();
    await pass(10_000);
    thread.arrive();
    await pass(10_000);
    events.dispatchEvent(new Event("focus"));
    await pass(10_000);
    assert.deepEqual(told, []);
  });

  it("is marked as unread only after what is being told has arrived", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    answers.push(() => promise);
    thread.arrive();
    await pass(1_000);
    let isKept = false;
    const keeping = thread.marker.keepUnread().then(() => {
      isKept = true;
    });
    await pass(0);
    assert.deepEqual([told.length, isKept], [1, false]);
    resolve();
    await keeping;
    await pass(60_000);
    assert.equal(told.length, 1);
  });

  it("is not told at all when it is marked as unread before it counted as seen", async () => {
    thread.arrive();
    await thread.marker.keepUnread();
    await pass(60_000);
    assert.deepEqual(told, []);
  });
});
