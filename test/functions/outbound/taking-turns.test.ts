import { deepEqual } from "node:assert/strict";
import { takingTurns } from "../../../functions/src/outbound/due.ts";

const due = (...paths: string[]) => paths.map((path) => ({ ref: { path: `workspaces/${path}` } }));

describe("what is due in several workspaces", () => {
  it("is done by turns, each workspace's in its order", () => {
    const found = due("a/1", "a/2", "a/3", "b/4", "c/5", "b/6");
    deepEqual(takingTurns(found), due("a/1", "b/4", "c/5", "a/2", "b/6", "a/3"));
  });

  it("keeps its order where there is one workspace", () => {
    deepEqual(takingTurns(due("a/1", "a/2")), due("a/1", "a/2"));
  });
});
