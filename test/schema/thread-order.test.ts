import { deepEqual } from "node:assert/strict";
import { threadOrder } from "@hilo/schema";
import fc from "fast-check";

const placed = fc
  .record({
    providerAt: fc.constantFrom(1000, 2000),
    order: fc.option(fc.nat(3), { nil: undefined }),
    createdAt: fc.constantFrom(1001, 1002, 2001).map((at) => new Date(at)),
    id: fc.string({ minLength: 1, maxLength: 2 }),
  })
  .map(({ order, ...rest }) => ({ ...rest, ...(order === undefined ? {} : { order }) }));

describe("the order of a thread", () => {
  it("is the same in whatever order its messages came", () => {
    const thread = fc.uniqueArray(placed, { selector: ({ id }) => id, maxLength: 12 });
    const shuffled = thread.chain((all) =>
      fc.shuffledSubarray(all, { minLength: all.length }).map((other) => [all, other] as const),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) =>
        deepEqual(other.toSorted(threadOrder), all.toSorted(threadOrder)),
      ),
    );
  });

  const at = (second: number) => new Date(second * 1000);
  const threads: [what: string, order: string[]][] = [
    ["the provider's time", ["a", "b"]],
    ["the provider's own count within a second", ["c", "d"]],
    ["arrival where there is no count", ["e", "f"]],
  ];
  const known: Record<string, Parameters<typeof threadOrder>[0]> = {
    a: { id: "a", providerAt: 1000, createdAt: at(9) },
    b: { id: "b", providerAt: 2000, createdAt: at(3) },
    c: { id: "c", providerAt: 1000, order: 7, createdAt: at(9) },
    d: { id: "d", providerAt: 1000, order: 8, createdAt: at(3) },
    e: { id: "e", providerAt: 1000, createdAt: at(3) },
    f: { id: "f", providerAt: 1000, createdAt: at(9) },
  };
  for (const [what, order] of threads) {
    it(`is by ${what}`, () => {
      const messages = order.flatMap((id) => known[id] ?? []);
      deepEqual(
        messages
          .toReversed()
          .sort(threadOrder)
          .map(({ id }) => id),
        order,
      );
    });
  }
});
