import assert from "node:assert/strict";
import { fill } from "../../console/src/data/endpoints.ts";
import { figuresOf } from "../../console/src/pages/dashboard/figures.ts";
import { hoursOf } from "../../console/src/pages/dashboard/hours.ts";
import { sharesOf } from "../../console/src/pages/dashboard/platforms.ts";
import { t } from "../../console/src/text/dashboard.ts";
import { language, setLanguage } from "../../console/src/text/language.ts";

describe("the dashboard's shapes", () => {
  it("show the working day, and what lies outside it", () => {
    assert.deepEqual([hoursOf({})[0]?.hour, hoursOf({}).length], [8, 12]);
    const hours = hoursOf({ "3": 2, "22": 1, "5": 0 });
    assert.deepEqual(
      [hours[0], hours.at(-1)],
      [
        { hour: 3, count: 2 },
        { hour: 22, count: 1 },
      ],
    );
  });

  it("share platforms out to a whole, the busiest first", () => {
    const shares = sharesOf({ sms: 1, whatsapp: 3, email: 0 });
    assert.deepEqual(shares, [
      { platform: "whatsapp", count: 3, share: 0.75 },
      { platform: "sms", count: 1, share: 0.25 },
    ]);
    assert.deepEqual(sharesOf({}), []);
  });
});

describe("an endpoint's path", () => {
  it("is filled with what stands in braces, made safe", () => {
    assert.equal(
      fill("/conversations/{conversationId}/messages/{messageId}", {
        conversationId: "a/b",
        messageId: "ñ",
      }),
      "/conversations/a%2Fb/messages/%C3%B1",
    );
  });
});

describe("the dashboard's figure of who waits", () => {
  const before = language();
  beforeEach(() => setLanguage("es"));
  after(() => setLanguage(before));
  const rows: readonly [
    says: string,
    unanswered: number | null,
    oldest: number | null,
    detail: string,
  ][] = [
    ["nobody, when that was counted", 0, null, "nadie espera"],
    ["nothing of how long, before the list has come", 5, null, ""],
    ["nothing before it was counted", null, null, ""],
  ];
  for (const [says, count, oldest, detail] of rows)
    it(`says ${says}`, () => {
      const known = { counts: {}, stats: null, unanswered: count, oldest, now: 0 };
      const figure = figuresOf(known).find(({ label }) => label === t.unanswered);
      assert.equal(figure?.detail, detail);
    });
});
