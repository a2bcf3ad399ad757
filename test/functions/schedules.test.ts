import { deepEqual, equal } from "node:assert/strict";
import { everyMinute, nightly } from "../../functions/src/schedules.ts";
import { foldNow } from "../../functions/src/stats/now.ts";

describe("what is done at a time", () => {
  it("each minute: what is due goes out, who left has left, figures and health are shown", () => {
    deepEqual(Object.keys(everyMinute), ["sweep", "endAttendances", "foldNow", "showHealth"]);
    equal(everyMinute.foldNow, foldNow);
  });
  it("each night: what is made up for comes before the figures, which count it", () => {
    deepEqual(Object.keys(nightly), ["mendSince", "foldDays"]);
  });
});
