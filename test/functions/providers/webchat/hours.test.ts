import assert from "node:assert/strict";
import {
  hoursFrom,
  isOpen,
  opensAt,
  weekFrom,
} from "../../../../functions/src/providers/webchat/hours.ts";

const santiago = "America/Santiago"; // UTC-3 in November 2026; clocks change on 5 April and 6 September.
const week = "lun-vie 09:00-18:30; sáb 10:00-14:00";
const at = (text: string) => Date.parse(text);

describe("opening hours", () => {
  const rows: [when: string, open: boolean][] = [
    ["2026-11-20T11:59:59Z", false], // Friday 08:59:59
    ["2026-11-20T12:00:00Z", true],
    ["2026-11-20T21:29:59Z", true],
    ["2026-11-20T21:30:00Z", false],
    ["2026-11-21T12:30:00Z", false], // Saturday 09:30
    ["2026-11-21T13:00:00Z", true],
    ["2026-11-22T15:00:00Z", false], // Sunday
  ];
  for (const [when, open] of rows) {
    it(`are ${open ? "on" : "over"} at ${when}`, () => {
      assert.equal(isOpen(hoursFrom(week), at(when), santiago), open);
    });
  }

  const next: [when: string, opens: string][] = [
    ["2026-11-20T11:58:30Z", "2026-11-20T12:00:00Z"],
    ["2026-11-20T22:00:00Z", "2026-11-21T13:00:00Z"],
    ["2026-11-21T20:00:00Z", "2026-11-23T12:00:00Z"],
    // The clocks go back an hour on Saturday night: Monday 09:00 is 13:00 UTC then.
    ["2026-04-04T20:00:00Z", "2026-04-06T13:00:00Z"],
    ["2026-09-05T21:00:00Z", "2026-09-07T12:00:00Z"],
  ];
  for (const [when, opens] of next) {
    it(`begin again at ${opens} after ${when}`, () => {
      const found = opensAt(hoursFrom(week), at(when), santiago);
      assert.equal(new Date(found ?? 0).toISOString(), new Date(opens).toISOString());
    });
  }

  it("of a week begin on the day of the moment, and follow the clocks", () => {
    const told = weekFrom(
      hoursFrom("sat-sun 10:00-14:00; fri 20:00-24:00"),
      at("2026-04-03T15:00:00Z"),
      santiago,
    );
    const shown = told.map((range) =>
      [range.from, range.to].map((ms) => new Date(ms).toISOString()),
    );
    assert.deepEqual(shown, [
      ["2026-04-03T23:00:00.000Z", "2026-04-04T03:00:00.000Z"],
      ["2026-04-04T13:00:00.000Z", "2026-04-04T17:00:00.000Z"],
      ["2026-04-05T14:00:00.000Z", "2026-04-05T18:00:00.000Z"],
    ]);
    assert.deepEqual(weekFrom(undefined, 0, santiago), []);
  });

  it("need not be set", () => {
    assert.equal(isOpen(hoursFrom(" "), 0, santiago), true);
    assert.equal(opensAt(undefined, 0, santiago), null);
  });

  it("may run over the end of the week, and to midnight", () => {
    const hours = hoursFrom("sat-mon 20:00-24:00");
    assert.equal(hours?.length, 3);
    assert.equal(isOpen(hours, at("2026-11-23T23:30:00Z"), santiago), true); // Monday 20:30
  });

  for (const wrong of [
    "9-18",
    "mon 18:00-09:00",
    "xyz 09:00-10:00",
    "mon 09:00-25:00",
    "mon 9:60-10:00",
  ]) {
    it(`are refused when they are ${wrong}`, () =>
      assert.throws(() => hoursFrom(wrong), RangeError));
  }
});
