import assert from "node:assert/strict";
import { type KeyPress, withKey } from "../../console/src/ui/kept-keys.ts";

const plain = {
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  altGraph: false,
  isComposing: false,
  repeat: false,
};

describe("keys pressed while a place to write is on its way", () => {
  const rows: [what: string, press: Partial<KeyPress>, kept: string[] | undefined][] = [
    ["a letter", { key: "a" }, ["x", "a"]],
    ["one with an accent", { key: "ñ" }, ["x", "ñ"]],
    ["one of two units", { key: "😀" }, ["x", "😀"]],
    ["a space", { key: " " }, ["x", " "]],
    [
      "a sign by AltGr, which is Ctrl and Alt",
      { key: "@", ctrlKey: true, altKey: true, altGraph: true },
      ["x", "@"],
    ],
    ["a letter held down", { key: "a", repeat: true }, ["x", "a"]],
    ["Enter", { key: "Enter" }, ["x", "Enter"]],
    ["Enter held down since before", { key: "Enter", repeat: true }, ["x"]],
    ["an arrow", { key: "ArrowDown" }, ["x", "ArrowDown"]],
    ["Backspace, which takes the last letter", { key: "Backspace" }, []],
    ["a command of the browser", { key: "v", ctrlKey: true }, undefined],
    ["a command of a Mac", { key: "v", metaKey: true }, undefined],
    ["Alt with a letter", { key: "d", altKey: true }, undefined],
    ["a letter being composed", { key: "に", isComposing: true }, undefined],
    ["a dead key", { key: "Dead" }, undefined],
    ["Tab", { key: "Tab" }, undefined],
    ["a key of the media", { key: "F5" }, undefined],
  ];
  for (const [what, press, kept] of rows) {
    it(`${kept ? "keeps" : "leaves to the browser"} ${what}`, () =>
      assert.deepEqual(withKey(["x"], { ...plain, key: "", ...press }), kept));
  }

  it("takes nothing back that is no letter", () => {
    const back = { ...plain, key: "Backspace" };
    assert.deepEqual(withKey([], back), []);
    assert.deepEqual(withKey(["a", "Enter"], back), ["a", "Enter"]);
  });
});
