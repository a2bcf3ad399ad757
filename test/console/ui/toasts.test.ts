import assert from "node:assert/strict";
import { type Toast, withToast } from "../../../console/src/ui/toast.ts";

const undo = () => undefined;

/** A toast by its text; "!" before it is bad news, "~" behind it can be undone. */
function toasts(...texts: string[]): Toast[] {
  return texts.map((text, id) => ({
    id,
    text: text.replaceAll(/[!~]/g, ""),
    tone: text.startsWith("!") ? "bad" : "neutral",
    ...(text.endsWith("~") ? { undo } : {}),
  }));
}

describe("toasts", () => {
  const rows: readonly [says: string, before: string[], added: string, after: string[]][] = [
    ["stand below each other", ["a"], "b", ["a", "b"]],
    ["say the same once", ["!sin conexión"], "!sin conexión", ["sin conexión"]],
    ["say the same once, last", ["a", "b"], "a", ["b", "a"]],
    ["keep both that can be undone", ["hecho~"], "hecho~", ["hecho", "hecho"]],
    ["keep good and bad apart", ["a"], "!a", ["a", "a"]],
    ["keep one with a way back beside one without", ["a~"], "a", ["a", "a"]],
    ["are three at most", ["a", "b", "c"], "d", ["b", "c", "d"]],
  ];
  for (const [says, before, added, after] of rows)
    it(says, () => {
      const [one] = toasts(added);
      assert.ok(one);
      const shown = withToast(toasts(...before), { ...one, id: 9 });
      assert.deepEqual(
        shown.map(({ text }) => text),
        after,
      );
      assert.equal(shown.at(-1)?.id, 9);
    });
});
