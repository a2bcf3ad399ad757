import assert from "node:assert/strict";
import type { ListedConversation } from "@hilo/schema";
import { NewsDesk } from "../../../console/src/app/news.ts";
import { alertsFrom, usualAlerts } from "../../../console/src/data/alert-settings.ts";
import type { Listing } from "../../../console/src/data/listing.ts";
import { listed } from "../../support/listed-conversation.ts";

const self = "ana";
const openedAt = 1_000;

const mine = (...items: ListedConversation[]): Listing => ({
  items,
  loaded: items.length,
  state: "ready",
  more: false,
  loadingMore: false,
});
const told = (desk: NewsDesk, list: Listing, unseen: readonly ListedConversation[] = []) =>
  desk.take(list, unseen).map(({ kind, conversation }) => `${kind} ${conversation.id}`);

describe("what is new for a member", () => {
  const quiet = listed("a", { lastInboundAt: 900 });
  let desk: NewsDesk;
  beforeEach(() => {
    desk = new NewsDesk(self, openedAt);
  });

  it("is nothing of what was there when the page was opened", () => {
    const given = listed("b", { lastInboundAt: 950, assigned: { by: "beto", at: 2_000 } });
    const mentioned = listed("c", { mentioned: [self], mentionedAt: 2_000 });
    assert.deepEqual(told(desk, mine(quiet, given), [mentioned]), []);
    assert.deepEqual(told(desk, mine(quiet, given), [mentioned]), []);
  });

  it("is nothing that only the cache has told so far", () => {
    const partly = { ...mine(quiet), loadingMore: true };
    assert.deepEqual(told(desk, partly), []);
    assert.deepEqual(told(desk, mine(quiet, listed("b", { lastInboundAt: 5_000 }))), []);
  });

  const rows: [what: string, now: ListedConversation, expected: string[]][] = [
    ["a message in what is mine", listed("a", { lastInboundAt: 1_500 }), ["message a"]],
    [
      "what somebody else has given to me, whose message is old",
      listed("b", { lastInboundAt: 950, assigned: { by: "beto", at: 1_500 } }),
      ["assigned b"],
    ],
    [
      "nothing that I took myself",
      listed("b", { lastInboundAt: 950, assigned: { by: self, at: 1_500 } }),
      [],
    ],
    [
      "nothing that was given to me earlier and comes by page",
      listed("b", { lastInboundAt: 500, assigned: { by: "beto", at: 900 } }),
      [],
    ],
    [
      "a message in what I took before it came",
      listed("b", { lastInboundAt: 1_600, assigned: { by: self, at: 1_500 } }),
      ["message b"],
    ],
  ];
  for (const [what, now, expected] of rows) {
    it(`is ${what}`, () => {
      told(desk, mine(quiet));
      const others = now.id === "a" ? [] : [quiet];
      assert.deepEqual(told(desk, mine(...others, now)), expected);
      assert.deepEqual(told(desk, mine(...others, now)), [], "once");
    });
  }

  it("is what is given to me a second time", () => {
    const first = listed("a", { lastInboundAt: 900, assigned: { by: "beto", at: 900 } });
    told(desk, mine(first));
    assert.deepEqual(told(desk, mine()), []);
    assert.deepEqual(told(desk, mine(first)), [], "as after a state that was taken back");
    const again = { ...first, assigned: { by: "beto", at: 1_200 } };
    assert.deepEqual(told(desk, mine(again)), ["assigned a"]);
  });

  it("is a mention, once more when there is another, and after it was seen", () => {
    const mentioned = (mentionedAt: number) => listed("c", { mentioned: [self], mentionedAt });
    assert.deepEqual(told(desk, mine(), []), []);
    assert.deepEqual(told(desk, mine(), [mentioned(1_100)]), ["mention c"]);
    assert.deepEqual(told(desk, mine(), [mentioned(1_100)]), []);
    const [more] = desk.take(mine(), [mentioned(1_200)]);
    assert.equal(more?.since, 1_100, "it may have been somebody else's");
    assert.deepEqual(told(desk, mine(), []), []);
    assert.deepEqual(told(desk, mine(), [mentioned(1_300)]), ["mention c"]);
  });
});

describe("how a member is told", () => {
  it("is softly and on the page, as long as nothing else is wanted", () => {
    assert.deepEqual([usualAlerts.sound, usualAlerts.desktop], [true, false]);
    assert.deepEqual(alertsFrom(null), usualAlerts);
  });
  it("is as it was kept, where that can be read", () => {
    const kept = { sound: false, desktop: "yes", other: true };
    assert.deepEqual(alertsFrom(kept), { ...usualAlerts, sound: false });
  });
});
