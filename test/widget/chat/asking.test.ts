import assert from "node:assert/strict";
import { askAt, masked } from "../../../widget/src/chat/asking.ts";
import type { Shown } from "../../../widget/src/chat/live.ts";
import type { State } from "../../../widget/src/chat/state.ts";

const said = (direction: "inbound" | "outbound", providerAt: number) =>
  ({ direction, providerAt }) as Shown;
const settings = (open: boolean) => ({ open }) as State["settings"];

describe("a visitor who waits for an answer", () => {
  const open = { asks: true, settings: settings(true) };
  const rows: [what: string, state: Parameters<typeof askAt>[0], at: number | undefined][] = [
    ["after a minute", { ...open, messages: [said("inbound", 1000)] }, 61_000],
    [
      "at once when nobody is there",
      { asks: true, settings: settings(false), messages: [said("inbound", 1000)] },
      1000,
    ],
    [
      "not when they were answered",
      { ...open, messages: [said("inbound", 1), said("outbound", 2)] },
      undefined,
    ],
    [
      "again when they wait again",
      { ...open, messages: [said("outbound", 2), said("inbound", 5)] },
      60_005,
    ],
    ["not before they wrote", { ...open, messages: [] }, undefined],
    [
      "not when it is known, or not wanted",
      { ...open, asks: false, messages: [said("inbound", 1)] },
      undefined,
    ],
  ];
  for (const [what, state, at] of rows)
    it(`is asked for an address ${what}`, () => assert.equal(askAt(state), at));

  it("sees an address without most of its name", () => {
    assert.equal(masked("ana.rojas@example.org"), "a…@example.org");
  });
});
