import { equal } from "node:assert/strict";
import { speaker } from "../../scripts/floor.ts";

describe("what several programs say at once", () => {
  it("is heard one after the other, the first as it speaks", () => {
    let heard = "";
    const out = (text: string) => {
      heard += text;
    };
    const [a, b, c] = [speaker(out), speaker(out), speaker(out)];
    a.say("a1 ");
    c.say("c1 ");
    b.say("b1 ");
    a.say("a2 ");
    equal(heard, "a1 a2 ");
    c.end();
    a.end();
    equal(heard, "a1 a2 b1 ");
    b.say("b2 ");
    b.end();
    equal(heard, "a1 a2 b1 b2 c1 ");
    const d = speaker(out);
    d.say("d1");
    d.end();
    equal(heard, "a1 a2 b1 b2 c1 d1");
  });
});
