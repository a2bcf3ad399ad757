import assert from "node:assert/strict";
import {
  arranged,
  moved,
} from "../../../../../console/src/pages/inbox/composer/writing/arranged.ts";

const files = ["a", "b", "c"].map((id) => ({ id }));
const told = (all: readonly { file: { id: string }; caption: string }[]) =>
  all.map(({ file, caption }) => `${file.id}${caption && `: ${caption}`}`);

describe("files that go along", () => {
  const rows: [what: string, wanted: [id: string, caption: string][], expected: string[]][] = [
    ["stand as they came", [], ["a", "b", "c"]],
    [
      "stand in the order that was given them",
      [
        ["c", ""],
        ["a", ""],
        ["b", ""],
      ],
      ["c", "a", "b"],
    ],
    [
      "have their captions",
      [
        ["a", "x"],
        ["b", ""],
        ["c", "z"],
      ],
      ["a: x", "b", "c: z"],
    ],
    ["that came since stand last", [["b", "y"]], ["b: y", "a", "c"]],
    [
      "of another tab are not here",
      [
        ["z", "y"],
        ["c", ""],
      ],
      ["c", "a", "b"],
    ],
  ];
  for (const [what, wanted, expected] of rows)
    it(what, () => {
      const draft = wanted.map(([id, caption]) => ({ id, caption }));
      assert.deepEqual(told(arranged(files, draft)), expected);
    });
});

describe("a file that is moved", () => {
  const rows: [id: string, to: number, expected: string[]][] = [
    ["a", 1, ["b", "a", "c"]],
    ["a", 2, ["b", "c", "a"]],
    ["c", 0, ["c", "a", "b"]],
    ["b", 1, ["a", "b", "c"]],
    ["a", -1, ["a", "b", "c"]],
    ["c", 3, ["a", "b", "c"]],
    ["z", 0, ["a", "b", "c"]],
  ];
  for (const [id, to, expected] of rows)
    it(`${id} to ${to}`, () => assert.deepEqual(told(moved(arranged(files), id, to)), expected));
});
