import assert from "node:assert/strict";
import { mock } from "node:test";
import type { ListedConversation } from "@hilo/schema";
import { MentionMarker } from "../../../../../console/src/pages/inbox/thread/reading/mention-marker.ts";
import { listed } from "../../../../support/listed-conversation.ts";
import { host, page, standInForPage } from "../../../page-stand-in.ts";

async function pass(ms: number): Promise<void> {
  mock.timers.tick(ms);
  for (let i = 0; i < 5; i += 1) await Promise.resolve();
}

describe("a mention in the open conversation", () => {
  let takeAway: () => void;
  let open: ListedConversation | undefined;
  let told: (number | undefined)[];
  let answer: () => Promise<unknown>;
  let marker: MentionMarker;

  before(() => {
    takeAway = standInForPage();
  });
  after(() => takeAway());
  beforeEach(() => {
    mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_800_000_000_000 });
    Object.assign(page, { visibilityState: "visible", focused: true });
    open = listed("c", { mentionedAt: 5 });
    told = [];
    answer = () => Promise.resolve();
    marker = new MentionMarker(
      host,
      () => open,
      (one) => {
        told.push(one.mentionedAt);
        return answer();
      },
    );
    marker.hostConnected();
  });
  afterEach(() => {
    marker.hostDisconnected();
    mock.timers.reset();
  });

  it("is seen after a moment, once while the answer is on its way to the screen", async () => {
    marker.hostUpdated();
    await pass(399);
    assert.deepEqual(told, []);
    await pass(1);
    assert.deepEqual(told, [5]);
    marker.hostUpdated();
    await pass(1_500);
    assert.deepEqual(told, [5]);
    open = undefined;
    marker.hostUpdated();
    await pass(60_000);
    assert.deepEqual(told, [5]);
  });

  it("is told again when it is still there after a while, and one that came since at once", async () => {
    marker.hostUpdated();
    await pass(400);
    await pass(2_000);
    assert.deepEqual(told, [5, 5]);
    open = listed("c", { mentionedAt: 6 });
    marker.hostUpdated();
    await pass(2_000);
    assert.deepEqual(told, [5, 5, 6]);
  });

  it("waits longer when it could not be told", async () => {
    answer = () => Promise.reject(new Error("offline"));
    marker.hostUpdated();
    await pass(400);
    await pass(9_000);
    assert.deepEqual(told, [5]);
    await pass(1_000);
    assert.deepEqual(told, [5, 5]);
  });

  it("is not seen where nobody looks, and is when they come back", async () => {
    page.focused = false;
    marker.hostUpdated();
    await pass(60_000);
    assert.deepEqual(told, []);
    page.focused = true;
    page.dispatchEvent(new Event("focus"));
    await pass(400);
    assert.deepEqual(told, [5]);
  });
});
