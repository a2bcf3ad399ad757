import { deepEqual, equal } from "node:assert/strict";
import { bucketOf, foldStats, percentile, responseBuckets, Stats } from "@hilo/schema";
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
        const whole = foldStats("20261130", shards);
        deepEqual(foldStats("20261130", shards.toReversed()), whole);
        const parts = [shards.slice(0, cut), shards.slice(cut)];
        deepEqual(
          foldStats(
            "20261130",
            parts.map((part) => foldStats("20261130", part)),
          ),
          whole,
        );
      }),
    );
  });

  it("that counted no response tell no shortest and no longest", () => {
    const { responseMin, responseMax } = foldStats("20261130", [Stats.parse({ day: "20261130" })]);
    deepEqual([responseMin, responseMax], [undefined, undefined]);
  });
});
