import assert from "node:assert/strict";
import { mostGuests } from "@hilo/schema";
import { guestsOfBoth, mentionedIn } from "../../../functions/src/conversations/guests.ts";

const by = "ana";
const many = Array.from({ length: mostGuests }, (_, i) => `g${i}`);

describe("who takes part by being mentioned", () => {
  const before = { guests: ["beto", "eva"], mentioned: ["eva"], mentionedAt: 1 };
  const rows: [what: string, before: object, mentions: string[], after: object | undefined][] = [
    ["nobody, where nobody is", {}, [], undefined],
    ["nobody, who mentions themselves", {}, [by], undefined],
    ["the first", {}, ["beto"], { guests: ["beto"], mentioned: ["beto"], mentionedAt: 5 }],
    [
      "once more, and as the last, who has seen it before",
      before,
      ["beto", by],
      { guests: ["eva", "beto"], mentioned: ["eva", "beto"], mentionedAt: 5 },
    ],
    [
      "once, who has not seen it before",
      before,
      ["eva"],
      { guests: ["beto", "eva"], mentioned: ["eva"], mentionedAt: 5 },
    ],
    [
      "the last instead of the first when there are too many",
      { guests: many, mentioned: ["g0", "g1"] },
      ["beto"],
      { guests: [...many.slice(1), "beto"], mentioned: ["g1", "beto"], mentionedAt: 5 },
    ],
  ];
  for (const [what, conversation, mentions, after] of rows)
    it(what, () => assert.deepEqual(mentionedIn(conversation, mentions, { by, at: 5 }), after));

  it("is nobody in two conversations without guests that become one", () =>
    assert.deepEqual(guestsOfBoth({}, {}), {}));

  it("is everybody of two conversations that become one", () => {
    const other = { guests: ["gil", "beto"], mentioned: ["beto"], mentionedAt: 3 };
    const both = {
      guests: ["eva", "gil", "beto"],
      mentioned: ["eva", "beto"],
      mentionedAt: 3,
    };
    assert.deepEqual(guestsOfBoth(before, other), both);
    assert.deepEqual(guestsOfBoth(other, before), both);
    assert.deepEqual(guestsOfBoth({}, other), other);
  });
});
