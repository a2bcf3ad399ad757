import { equal } from "node:assert/strict";
import { unfoldedFrom } from "../../../functions/src/stats/now.ts";

describe("the minute from which figures are looked at again", () => {
  const rows: readonly [what: string, folded: string | undefined, at: string, from: string][] = [
    ["that of the last look", "12:00:45", "12:01:45", "12:00:00"],
    [
      "the one before, which a commit of the same moment may name",
      "12:00:29",
      "12:01:29",
      "11:59:00",
    ],
    ["whole, as shards name it", "12:00:30", "12:01:30", "12:00:00"],
    ["ten minutes ago, where nothing is known of a look", undefined, "12:00:45", "11:50:00"],
  ];
  for (const [what, folded, at, from] of rows)
    it(what, () =>
      equal(
        unfoldedFrom(folded === undefined ? folded : time(folded), time(at)).getTime(),
        time(from),
      ),
    );
});

function time(clock: string): number {
  return Date.parse(`2026-11-30T${clock}Z`);
}
