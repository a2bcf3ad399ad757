import assert from "node:assert/strict";
import { mock } from "node:test";
import {
  canUndo,
  forgetDeeds,
  undoable,
  undoableMs,
  undoLast,
} from "../../../console/src/ui/undo.ts";

describe("what was done last", () => {
  let undone: string[];
  const deed = (name: string) => undoable(() => undone.push(name));

  beforeEach(() => {
    mock.timers.enable({ apis: ["Date"], now: 1_000 });
    undone = [];
    forgetDeeds();
  });
  afterEach(() => mock.timers.reset());

  it("is taken back first, then what was done before, then nothing", () => {
    deed("one");
    deed("two");
    undoLast();
    undoLast();
    undoLast();
    assert.deepEqual(undone, ["two", "one"]);
    assert.equal(canUndo(), false);
  });

  it("is taken back once, by its own button or by the keyboard", () => {
    const back = deed("one");
    back();
    back();
    undoLast();
    assert.deepEqual(undone, ["one"]);
  });

  it("is the one before, when the last was taken back from its button", () => {
    deed("one");
    deed("two")();
    undoLast();
    assert.deepEqual(undone, ["two", "one"]);
  });

  it("can be taken back for a while only", () => {
    deed("one");
    mock.timers.tick(undoableMs - 1);
    assert.equal(canUndo(), true);
    mock.timers.tick(1);
    assert.equal(canUndo(), false);
    undoLast();
    assert.deepEqual(undone, []);
  });

  it("is not taken back by whoever signs in next", () => {
    const back = deed("one");
    forgetDeeds();
    undoLast();
    back();
    assert.deepEqual(undone, []);
  });
});
