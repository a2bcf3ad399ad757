import assert from "node:assert/strict";
import {
  bytes,
  dayName,
  daysBetween,
  duration,
  exactTime,
  flag,
  money,
  percent,
  preciseDuration,
  relativeTime,
  upcoming,
} from "../../../console/src/text/formats.ts";
import { type Language, language, setLanguage } from "../../../console/src/text/language.ts";

const now = new Date(2026, 10, 20, 15, 0, 0).getTime();
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe("formats", () => {
  const before = language();
  after(() => setLanguage(before));

  it("tells a moment whole, by 24 hours", () => {
    setLanguage("es");
    assert.match(exactTime(now + 3 * hour), /^viernes,? 20 de noviembre de 2026, 18:00$/);
    setLanguage("en");
    assert.match(exactTime(now + 3 * hour), /^Friday,? 20 November 2026, 18:00$/);
  });

  const relative: [ms: number, es: string, en: string][] = [
    [now - 20_000, "ahora", "now"],
    [now - 4 * minute, "4 min", "4 min"],
    [now - 59 * minute, "59 min", "59 min"],
    [now - 2 * hour, "2 h", "2 h"],
    [now - 14 * hour, "14 h", "14 h"],
    [now - day, "ayer", "yesterday"],
    [now - 3 * day, "mar", "Tue"],
    [now - 30 * day, "21 oct", "21 Oct"],
    [new Date(2025, 8, 3).getTime(), "3 sept 2025", "3 Sept 2025"],
    [now + 5000, "ahora", "now"],
  ];
  for (const [at, es, en] of relative) {
    it(`tells ${es} and ${en}`, () => {
      setLanguage("es");
      assert.equal(relativeTime(at, now), es);
      setLanguage("en");
      assert.equal(relativeTime(at, now), en);
    });
  }

  const named: [Language, number, string][] = [
    ["es", now, "hoy"],
    ["es", now - day, "ayer"],
    ["en", now - 2 * day, "Wednesday"],
    ["es", now - 40 * day, "domingo, 11 de octubre"],
    ["es", new Date(2025, 9, 11, 9).getTime(), "sábado, 11 de octubre de 2025"],
    ["en", new Date(2024, 0, 1, 9).getTime(), "Monday, 1 January 2024"],
  ];
  for (const [spoken, at, expected] of named) {
    it(`names the day ${expected}`, () => {
      setLanguage(spoken);
      assert.equal(dayName(at, now), expected);
    });
  }

  const moments: [at: Date, es: string, en: string][] = [
    [new Date(2026, 10, 20, 18), "hoy 18:00", "today 18:00"],
    [new Date(2026, 10, 21, 9, 5), "mañana 09:05", "tomorrow 09:05"],
    [new Date(2026, 10, 23, 10), "lun 10:00", "Mon 10:00"],
    [new Date(2026, 11, 24, 10), "24 dic 10:00", "24 Dec 10:00"],
    [new Date(2027, 0, 4, 10), "4 ene 2027 10:00", "4 Jan 2027 10:00"],
    [new Date(2026, 10, 19, 10), "ayer 10:00", "yesterday 10:00"],
    [new Date(2026, 10, 16, 10), "16 nov 10:00", "16 Nov 10:00"],
    [new Date(2026, 2, 2, 10), "2 mar 10:00", "2 Mar 10:00"],
    [new Date(2025, 8, 3, 10), "3 sept 2025 10:00", "3 Sept 2025 10:00"],
  ];
  for (const [at, es, en] of moments) {
    it(`tells a moment that is to come, or was, as ${es}`, () => {
      setLanguage("es");
      assert.equal(upcoming(at.getTime(), now), es);
      setLanguage("en");
      assert.equal(upcoming(at.getTime(), now), en);
    });
  }

  const lengths: [ms: number, short: string, precise: string][] = [
    [0, "0 s", "0 s"],
    [45_000, "45 s", "45 s"],
    [192_000, "3 min", "3 min 12 s"],
    [5 * minute, "5 min", "5 min"],
    [66 * minute, "1 h", "1 h 06 min"],
    [2 * day + 3 * hour, "2 d", "2 d 3 h"],
  ];
  for (const [ms, short, precise] of lengths) {
    it(`tells ${ms} ms as ${precise}`, () => {
      assert.equal(duration(ms), short);
      assert.equal(preciseDuration(ms), precise);
    });
  }

  const sizes: [number, string][] = [
    [999, "999 B"],
    [214_300, "214 kB"],
    [999_700, "1 MB"],
    [3_240_000, "3,2 MB"],
  ];
  for (const [size, expected] of sizes) {
    it(`tells ${size} bytes as ${expected}`, () => {
      setLanguage("es");
      assert.equal(bytes(size), expected);
    });
  }

  it("sets money, shares and flags as people write them", () => {
    setLanguage("es");
    assert.equal(money(299_700, "CLP"), "$299.700");
    assert.equal(percent(0.46).replace(/\s/u, " "), "46 %");
    assert.equal(flag("cl"), "🇨🇱");
  });

  it("counts days by the calendar, not by hours", () => {
    const late = new Date(2026, 10, 20, 23, 50).getTime();
    assert.equal(daysBetween(late, late + 20 * minute), 1);
    assert.equal(daysBetween(late - 20 * hour, late), 0);
  });
});
