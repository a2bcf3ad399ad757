import { deepEqual, equal } from "node:assert/strict";
import { everyMinute, nightly } from "../../functions/src/schedules.ts";
import { foldNow } from "../../functions/src/stats/now.ts";

describe("what is done at a time", () => {
  it("each minute: what is due goes out, who left has left, figures and health are shown, what takes long goes on", () => {
    const names = ["sweep", "endAttendances", "foldNow", "showHealth", "wakeOperations"];
    deepEqual(Object.keys(everyMinute), names);
    equal(everyMinute.foldNow, foldNow);
  });
  it("each night: what is made up for comes before the figures, which count it, and claims are compared", () => {
    deepEqual(Object.keys(nightly), [
      "mendSince",
      "foldDays",
      "compareClaims",
      "sweepTray",
      "followGone",
    ]);
  });
});
