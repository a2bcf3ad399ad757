import assert from "node:assert/strict";
import { withRefused } from "../../../console/src/data/refused.ts";
import type { Local } from "../../../console/src/data/thread-merge.ts";
import { listed } from "../../support/listed-conversation.ts";
import { noon, threadMessage } from "../thread-message.ts";

const refused: Local = { state: "refused", code: "windowClosed", detail: "Closed." };

describe("a row's failure", () => {
  const rows: readonly [
    says: string,
    states: Local[],
    told: number | null,
    shown: number | null,
  ][] = [
    ["none, while nothing is on its way", [], null, null],
    [
      "none, while messages are sent and wait",
      [{ state: "sending" }, { state: "waiting" }],
      null,
      null,
    ],
    ["what this console's API refused", [refused], null, noon],
    ["what was refused before others that wait", [refused, { state: "waiting" }], null, noon],
    ["what the provider refused", [], 5, 5],
    ["the newer of both", [refused], 5, noon],
    ["the newer of both, the other way round", [refused], noon + 5, noon + 5],
  ];
  for (const [says, states, failedAt, shown] of rows)
    it(`is ${says}`, () => {
      const pending = states.map((local, i) => threadMessage(`m${i}`, { local }));
      assert.equal(withRefused(listed("c", { failedAt }), pending).failedAt, shown);
    });
});
