import { deepEqual, equal, rejects } from "node:assert/strict";
import { ApiProblem } from "../../../console/src/data/api.ts";
import { changeSeen, seenFor } from "../../../console/src/data/seen.ts";
import type { Whose } from "../../../console/src/ui/whose.ts";

const stored = { name: "Ventas", settings: { url: "a", key: "k" } };
const wanted = { name: "Soporte", settings: { url: "b" } };
const changed = [
  { field: "settings.url", value: "c", by: { id: "bea", name: "Bea" }, at: 1000 },
] as const;

/** Sends changes of which somebody has changed the address meanwhile; gives what was sent. */
async function sent(whose: Whose): Promise<unknown[]> {
  const calls: unknown[] = [];
  const send = async (body: unknown) => {
    calls.push(body);
    if (calls.length === 1) throw new ApiProblem("changed", 409, "", { changed: [...changed] });
  };
  await changeSeen(wanted, seenFor(wanted, stored), send, async () => whose);
  return calls;
}

describe("a change of what was seen", () => {
  const first = { ...wanted, seen: { name: "Ventas", settings: { url: "a" } } };

  it("says what was seen of what it changes, and nothing else", () => {
    deepEqual(seenFor(wanted, stored), first.seen);
    deepEqual(seenFor({ settings: { more: "x" }, text: "y" }, stored), {
      settings: { more: null },
      text: null,
    });
  });

  it("goes again over what others changed, where one's own is to stay", async () => {
    const again = { ...wanted, seen: { name: "Ventas", settings: { url: "c" } } };
    deepEqual(await sent("mine"), [first, again]);
  });

  it("goes again without what others changed, where theirs is to stay", async () => {
    deepEqual(await sent("theirs"), [first, { name: "Soporte", seen: { name: "Ventas" } }]);
  });

  it("is over where nothing is left of it", async () => {
    const send = async () => {
      throw new ApiProblem("changed", 409, "", { changed: [...changed] });
    };
    const only = { settings: { url: "b" } };
    equal(await changeSeen(only, seenFor(only, stored), send, async () => "theirs"), undefined);
  });

  it("fails where nobody decides, and at every other trouble", async () => {
    await rejects(sent(null), { code: "changed" });
    const offline = async () => {
      throw new ApiProblem("offline", 0, "");
    };
    await rejects(
      changeSeen(wanted, {}, offline, async () => "mine"),
      { code: "offline" },
    );
  });
});
