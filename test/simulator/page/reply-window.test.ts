import assert from "node:assert/strict";
import { windowOf } from "../../../simulator/src/page/data/reply-window.ts";
import { en } from "../../../simulator/src/page/text/en.ts";
import { es } from "../../../simulator/src/page/text/es.ts";
import type { Platform } from "../../../simulator/src/phones/platform.ts";

const hour = 3_600_000;

describe("what the simulator's page says of the reply window", () => {
  const rows: [
    platform: Platform,
    hoursAgo: number | null,
    enforced: boolean,
    says: ReturnType<typeof windowOf>,
  ][] = [
    ["whatsapp", 1, false, "open"],
    ["whatsapp", 1, true, "open"],
    ["whatsapp", 25, false, "unheeded"],
    ["whatsapp", 25, true, "held"],
    ["whatsapp", null, false, "open"],
    ["whatsapp", null, true, "held"],
    ["messenger", null, false, "open"],
    ["instagram", 25, true, "held"],
    ["telegram", null, true, "open"],
    ["sms", 200, true, "open"],
  ];
  for (const [platform, hoursAgo, enforced, says] of rows) {
    const when = hoursAgo === null ? "who has not written here" : `who wrote ${hoursAgo} h ago`;
    it(`of somebody on ${platform} ${when}, ${enforced ? "" : "not "}enforced: ${says}`, () => {
      const lastInboundAt = hoursAgo === null ? null : Date.now() - hoursAgo * hour;
      assert.equal(windowOf({ platform, lastInboundAt }, enforced), says);
    });
  }

  it("and of somebody's messages only what it knows: that none are here", () => {
    assert.doesNotMatch(es.noPreview, /no ha escrito/);
    assert.doesNotMatch(en.noPreview, /not written/);
  });
});
