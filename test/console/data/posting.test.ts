import assert from "node:assert/strict";
import { ProblemCode } from "@hilo/schema";
import { ApiProblem } from "../../../console/src/data/api.ts";
import { takesAlong } from "../../../console/src/data/keeps.ts";
import type { PostOutcome } from "../../../console/src/data/letter.ts";
import { outcomeOf } from "../../../console/src/data/posting.ts";
import { isSendable, type Staged } from "../../../console/src/data/staging.ts";
import { alone } from "../../../console/src/data/tab.ts";

/** What waits for better times; all else is the writer's to decide. */
const others: Partial<Record<ApiProblem["code"], PostOutcome["type"]>> = {
  offline: "unreachable",
  unavailable: "unreachable",
  tooMany: "unreachable",
  notSignedIn: "unreachable",
  sessionEnded: "unreachable",
  conflict: "busy",
};

describe("an attempt to send", () => {
  for (const code of [...ProblemCode.options, "offline" as const]) {
    const type = others[code] ?? "refused";
    it(`that ends with "${code}" is ${type}`, () => {
      assert.equal(outcomeOf(new ApiProblem(code, 0, "Why.")).type, type);
    });
  }

  it("that ends with what nobody foresaw is refused, so that it can be seen", () => {
    const outcome = outcomeOf(new RangeError("Oh"));
    assert.deepEqual(outcome, { type: "refused", code: "internal", detail: "RangeError: Oh" });
  });
});

describe("a file beside an answer", () => {
  const staged = {
    id: "f",
    name: "f.jpg",
    type: "image/jpeg",
    size: 9,
    bytes: new Blob(),
    progress: 0,
  };
  const file = { id: "u", name: "f.jpg", type: "image/jpeg", size: 9 };
  const rows: [what: string, state: Pick<Staged, "file" | "problem">, sendable: boolean][] = [
    ["that is uploaded", { file, problem: undefined }, true],
    ["on its way up", { file: undefined, problem: undefined }, true],
    ["without network", { file: undefined, problem: "offline" }, true],
    ["while the service does not answer", { file: undefined, problem: "unavailable" }, true],
    ["of a wrong type", { file: undefined, problem: "wrongType" }, false],
    ["that is too large", { file: undefined, problem: "tooLarge" }, false],
    ["that failed for a reason of ours", { file: undefined, problem: "internal" }, false],
  ];
  for (const [what, state, sendable] of rows) {
    it(`${what} ${sendable ? "goes along when it can" : "has to be taken out first"}`, () => {
      assert.equal(isSendable({ ...staged, ...state }), sendable);
    });
  }
});

describe("who takes along what was not sent", () => {
  const rows: [why: Parameters<typeof takesAlong>[0], along: boolean][] = [
    ["left", true],
    ["disabled", true],
    ["noWorkspace", true],
    ["ended", false],
    ["notYet", false],
  ];
  for (const [why, along] of rows) {
    it(`${along ? "is" : "is not"} a member gone by "${why}"`, () => {
      assert.equal(takesAlong(why), along);
    });
  }
});

describe("what one tab does alone", () => {
  it("is done one after the other under one name, and at once under others", async () => {
    const done: string[] = [];
    let free: () => void = () => undefined;
    const first = alone("a", () => {
      done.push("first");
      return new Promise<void>((resolve) => {
        free = resolve;
      });
    });
    const second = alone("a", async () => void done.push("second"));
    await alone("b", async () => void done.push("other"));
    assert.deepEqual(done, ["first", "other"]);
    free();
    await Promise.all([first, second]);
    assert.deepEqual(done, ["first", "other", "second"]);
  });

  const refusals: [what: string, locks: unknown][] = [
    ["has no locks", undefined],
    ["refuses them", { request: () => Promise.reject(new DOMException("", "SecurityError")) }],
  ];
  for (const [what, locks] of refusals) {
    it(`is done all the same, once, where the browser ${what}`, async () => {
      const before = Object.getOwnPropertyDescriptor(globalThis, "navigator");
      Object.defineProperty(globalThis, "navigator", { value: { locks }, configurable: true });
      const done: string[] = [];
      try {
        await alone("a", async () => void done.push("it"));
      } finally {
        if (before) Object.defineProperty(globalThis, "navigator", before);
      }
      assert.deepEqual(done, ["it"]);
    });
  }

  it("fails as its work does, without doing it again", async () => {
    let times = 0;
    const work = () => {
      times += 1;
      return Promise.reject(new Error("Its own"));
    };
    await assert.rejects(alone("a", work), /Its own/);
    assert.equal(times, 1);
  });
});
