import { deepEqual, equal } from "node:assert/strict";
import { countLoads, loads } from "../../../console/src/data/loads.ts";

const members = Array.from({ length: 80 }, (_, i) => `m${i}`);

describe("how much each member has", () => {
  it("is counted of the first fifty alone: each costs a read", async () => {
    const asked: string[] = [];
    await countLoads(members, async (id) => asked.push(id));
    deepEqual(asked, members.slice(0, 50));
    deepEqual([...loads.value.keys()], members.slice(0, 50));
  });

  it("stays as it was while it cannot be counted, and is not said of whom it never was", async () => {
    await countLoads(["a"], async () => 7);
    await countLoads(["a", "b"], () => Promise.reject(new Error("offline")));
    deepEqual([...loads.value], [["a", 7]]);
    equal(loads.value.has("b"), false);
  });
});
