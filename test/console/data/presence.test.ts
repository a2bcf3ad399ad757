import assert from "node:assert/strict";
import { presentIn } from "../../../console/src/data/present.ts";

const now = 1_800_000_000_000;
const nameOf = (id: string) => (id === "ana" ? undefined : id);
const at = (conversationId: string, id: string, state: "viewing" | "typing", ago: number) => ({
  id,
  conversationId,
  state,
  at: new Date(now - ago),
});
const in1 = (...all: ReturnType<typeof at>[]) => presentIn(all, nameOf, now).get("c1") ?? [];

describe("colleagues in conversations", () => {
  it("leaves out who has no name, as oneself", () => {
    assert.deepEqual(in1(at("c1", "ana", "viewing", 0)), []);
  });

  it("counts a lease of five minutes", () => {
    const all = in1(at("c1", "luis", "viewing", 299_999), at("c1", "eva", "viewing", 300_000));
    assert.deepEqual(
      all.map(({ id }) => id),
      ["luis"],
    );
  });

  it("no longer believes an old writing", () => {
    const all = in1(at("c1", "eva", "typing", 29_999), at("c1", "luis", "typing", 30_000));
    assert.deepEqual(
      all.map(({ state }) => state),
      ["typing", "viewing"],
    );
  });

  it("puts everybody where they are, by name", () => {
    const found = presentIn(
      [
        at("c1", "luis", "viewing", 0),
        at("c2", "pia", "typing", 0),
        at("c1", "eva", "viewing", 5_000),
      ],
      nameOf,
      now,
    );
    assert.deepEqual(
      [...found].map(([id, some]) => [id, some.map(({ name }) => name)]),
      [
        ["c1", ["eva", "luis"]],
        ["c2", ["pia"]],
      ],
    );
  });
});
