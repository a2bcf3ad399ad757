import assert from "node:assert/strict";
import { presentOf } from "../../console/src/data/present.ts";

const now = 1_800_000_000_000;
const live = (id: string, state: "viewing" | "typing", ago: number) => ({
  id,
  name: id,
  state,
  at: new Date(now - ago),
});

describe("colleagues in a conversation", () => {
  it("leaves oneself out", () => {
    assert.deepEqual(presentOf([live("ana", "viewing", 0)], "ana", now), []);
  });

  it("counts a lease of five minutes", () => {
    const all = [live("luis", "viewing", 299_999), live("eva", "viewing", 300_000)];
    assert.deepEqual(
      presentOf(all, "ana", now).map(({ id }) => id),
      ["luis"],
    );
  });

  it("no longer believes an old writing", () => {
    const all = [live("luis", "typing", 29_999), live("eva", "typing", 30_000)];
    assert.deepEqual(
      presentOf(all, "ana", now).map(({ state }) => state),
      ["typing", "viewing"],
    );
  });
});
