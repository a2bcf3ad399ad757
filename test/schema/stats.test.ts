import { deepEqual, equal } from "node:assert/strict";
import {
  bucketOf,
  type Counter,
  countedRows,
  counters,
  foldCounts,
  percentile,
  responseBuckets,
  Settings,
  Stats,
  StatsMonth,
  StatsNow,
} from "@hilo/schema";
import fc from "fast-check";

describe("response times", () => {
  const buckets: [ms: number, bucket: number][] = [
    [0, 0],
    [15_000, 0],
    [15_001, 1],
    [86_400_000, responseBuckets.length - 1],
    [86_400_001, responseBuckets.length],
  ];
  for (const [ms, bucket] of buckets) {
    it(`of ${ms} ms are in bucket ${bucket}`, () => equal(bucketOf(ms), bucket));
  }

  const histograms: [histogram: Record<string, number>, share: number, is: number | null][] = [
    [{}, 0.5, null],
    [{ "0": 1 }, 0.5, 15_000],
    [{ "0": 5, "3": 5 }, 0.5, 15_000],
    [{ "0": 5, "3": 6 }, 0.5, 120_000],
    [{ "0": 99, "13": 1 }, 0.99, 15_000],
    [{ "0": 98, "13": 2 }, 0.99, 86_400_000],
    // The last bucket is open: its lower bound is all that is known.
    [{ "14": 3 }, 0.9, 86_400_000],
  ];
  for (const [histogram, share, is] of histograms) {
    it(`have ${is} as the ${share * 100}th percentile of ${JSON.stringify(histogram)}`, () =>
      equal(percentile(histogram, share), is));
  }
});

describe("shards of a day", () => {
  const amount = fc.nat(1000);
  const counts = fc.dictionary(fc.constantFrom("0", "9", "23"), amount);
  const shard = fc
    .record(
      {
        received: amount,
        sent: amount,
        leads: amount,
        responses: amount,
        responseMs: amount,
        responseMin: amount,
        responseMax: amount,
        receivedByHour: counts,
        responseHistogram: counts,
      },
      { requiredKeys: [] },
    )
    .map((counted) => Stats.parse({ day: "20261130", ...counted }));

  it("come to the same sums in any order and any grouping", () => {
    fc.assert(
      fc.property(fc.array(shard, { maxLength: 8 }), fc.nat(8), (shards, cut) => {
        const whole = foldCounts(shards);
        deepEqual(foldCounts(shards.toReversed()), whole);
        const parts = [shards.slice(0, cut), shards.slice(cut)];
        deepEqual(foldCounts(parts.map((part) => foldCounts(part))), whole);
      }),
    );
  });

  const numbers: [number: number | undefined, shards: number | "refused"][] = [
    [undefined, 8],
    [1, 1],
    [512, 512],
    [0, "refused"],
    [513, "refused"],
    [1.5, "refused"],
  ];
  for (const [number, shards] of numbers)
    it(`are ${shards} where the settings say ${number}`, () => {
      const { statsShards } = Settings.shape;
      equal(statsShards.safeParse(number).data ?? "refused", shards);
    });

  it("that counted no response tell no shortest and no longest", () => {
    const { responseMin, responseMax } = foldCounts([Stats.parse({ day: "20261130" })]);
    deepEqual([responseMin, responseMax], [undefined, undefined]);
  });
});

type IsCounter<T> = T extends Counter ? true : false;

describe("the table of counters", () => {
  const entries = Object.entries<Counter>(counters);
  for (const [name, { kind, rows, recount }] of entries)
    it(`says of ${name} which rows it counts, and how they are counted again`, () => {
      equal(typeof countedRows[rows]?.of, "string");
      equal(typeof countedRows[rows]?.at, "string");
      equal(recount === "count" ? kind : typeof recount, recount === "count" ? "sum" : "function");
    });

  it("takes no counter without its rows, nor one that cannot be counted again", () => {
    // Types alone tell: these are no counters, or this file does not compile.
    const rowless: IsCounter<{ kind: "sum"; recount: "count" }> = false;
    const once: IsCounter<{ kind: "sum"; rows: "received" }> = false;
    const whole: IsCounter<{ kind: "sum"; rows: "received"; recount: "count" }> = true;
    deepEqual([rowless, once, whole], [false, false, true]);
  });

  it("is what the documents hold", () => {
    const names = Object.keys(counters).sort();
    const own = ["day", "changedAt", "foldedAt"];
    deepEqual(
      Object.keys(Stats.shape)
        .filter((field) => !own.includes(field))
        .sort(),
      names,
    );
    deepEqual(Object.keys(StatsNow.shape).sort(), [...names, "today"].sort());
    const empty = foldCounts([]);
    deepEqual(StatsMonth.parse({ month: "202611", days: { "30": empty } }).days["30"], empty);
    equal("day" in StatsNow.shape, false);
  });

  it("has no key for what was taken back to nothing", () => {
    const [more, less] = [{ receivedByHour: { "9": 1 } }, { receivedByHour: { "9": -1 } }];
    deepEqual(foldCounts([more, less]), foldCounts([]));
  });
});
