import { deepEqual } from "node:assert/strict";
import { eventTypes } from "@hilo/schema";
import { rowsOf, toldTypes } from "../../support/agreements.ts";
import { sources } from "../../support/sources.ts";

describe("types of events", () => {
  it("are told where their row says so, and no other is told", () => {
    deepEqual(toldTypes(sources("functions/src/**/*.ts")), rowsOf(eventTypes));
  });
});
