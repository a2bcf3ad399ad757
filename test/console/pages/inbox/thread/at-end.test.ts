import assert from "node:assert/strict";
import {
  type Place,
  stillAtEnd,
} from "../../../../../console/src/pages/inbox/thread/messages/at-end.ts";

/** The end of 1000 px of content in 400 px. */
const end: Place = { top: 600, height: 1000, visible: 400 };

type Row = [says: string, now: Partial<Place>, wasAtEnd: boolean, is: boolean];

describe("the end of a thread", () => {
  const rows: readonly Row[] = [
    ["stays when nothing happens", {}, true, true],
    ["is left by moving up", { top: 500 }, true, false],
    ["is not left by moving up a little", { top: 570 }, true, true],
    ["stays when a message comes", { height: 1100 }, true, true],
    ["stays when a picture grows", { height: 1400 }, true, true],
    [
      "stays when the composer shrinks and a message comes",
      { top: 500, height: 1100, visible: 500 },
      true,
      true,
    ],
    ["stays when a picture is drawn again", { top: 400, height: 1050 }, true, true],
    ["stays when the keyboard opens", { visible: 200 }, true, true],
    [
      "stays when the window opens again, above the reply",
      { top: 420, height: 1060, visible: 580 },
      true,
      true,
    ],
    ["is reached by moving down", { top: 560 }, false, true],
    ["is not reached by growing", { top: 300, height: 1200 }, false, false],
    ["is not reached by moving up", { top: 200 }, false, false],
  ];
  for (const [says, now, wasAtEnd, is] of rows)
    it(says, () => assert.equal(stillAtEnd(end, { ...end, ...now }, wasAtEnd), is));
});
