import assert from "node:assert/strict";
import { steadyRows } from "../../../../../console/src/pages/inbox/list/steady-rows.ts";
import { listed } from "../../../../support/listed-conversation.ts";

const list = (ids: string) => [...ids].map((id) => listed(id));

describe("a list that is being read", () => {
  const cases: [name: string, before: string, now: string, shown: string, news: number][] = [
    ["stays when nothing changes", "abc", "abc", "abc", 0],
    ["counts who comes on top", "abc", "xabc", "abc", 1],
    ["keeps the place of who rises", "abc", "cab", "abc", 1],
    ["lets go of who no longer belongs", "abc", "ac", "ac", 0],
    ["adds older ones below", "abc", "abcde", "abcde", 0],
    ["does all of it at once", "abcd", "xbade", "abde", 2],
    ["shows everything when it was empty", "", "ab", "ab", 0],
  ];
  for (const [name, before, now, shown, news] of cases) {
    it(name, () => {
      const result = steadyRows([...before], list(now));
      assert.equal(result.items.map(({ id }) => id).join(""), shown);
      assert.equal(result.news, news);
    });
  }

  it("shows each row as it is now", () => {
    const [row] = steadyRows(["a"], [listed("a", { unread: 4 })]).items;
    assert.equal(row?.unread, 4);
  });
});
