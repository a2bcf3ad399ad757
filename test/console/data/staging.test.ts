import assert from "node:assert/strict";
import { type Staged, Staging } from "../../../console/src/data/staging.ts";

function uploaded(id: string): Staged {
  const file = { id, name: `${id}.png`, type: "image/png", size: 3 };
  return { ...file, bytes: new Blob(["abc"]), progress: 1, file, problem: undefined };
}

describe("files of an answer that was taken back", () => {
  const rows: [what: string, sent: string[], meanwhile: string[], after: string[]][] = [
    ["are staged again", ["a", "b"], [], ["a", "b"]],
    ["stand before those added meanwhile", ["a"], ["b"], ["a", "b"]],
    ["stand there once", ["a"], ["a"], ["a"]],
    ["may be none", [], ["b"], ["b"]],
  ];
  for (const [what, sent, meanwhile, after] of rows)
    it(what, () => {
      const staging = new Staging("c:reply");
      staging.files.set(sent.map(uploaded));
      const staged = staging.files.value;
      const taken = staging.take();
      assert.deepEqual(staging.files.value, []);
      staging.files.set(meanwhile.map(uploaded));
      staging.putBack(staged, taken);
      assert.deepEqual(
        staging.files.value.map(({ id }) => id),
        after,
      );
    });
});
