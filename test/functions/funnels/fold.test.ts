import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import {
  classify,
  emptyState,
  type FoldState,
  type Heard,
  refolded,
  step,
} from "../../../functions/src/funnels/classify.ts";
import { labelledIn } from "../../../scripts/classifier/examples.ts";
import { thread } from "./thread.ts";

const texts = labelledIn("classification.json").flatMap(({ messages }) => messages);
const message = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...texts) },
  {
    weight: 1,
    arbitrary: fc.record({
      from: fc.constantFrom("customer" as const, "business" as const),
      text: fc.string({ unit: "grapheme", maxLength: 300 }),
    }),
  },
);
const conversation = fc.array(message, { maxLength: 40 });

describe("classification is a fold", () => {
  it("that comes to the same in one go, step by step, and from any point on", () => {
    fc.assert(
      fc.property(conversation, fc.nat(40), (messages, cut) => {
        const whole = classify(messages);
        const before = classify(messages.slice(0, cut));
        const after = messages.slice(cut).reduce(stepped, before);
        deepEqual(after, whole);
      }),
    );
  });

  it("whose state goes through JSON unharmed and stays within 1 KB, however long it is", () => {
    fc.assert(
      fc.property(conversation, (messages) => {
        let state = emptyState();
        for (const one of messages) {
          state = step(state, one).state;
          const stored = JSON.stringify(state);
          ok(Buffer.byteLength(stored) <= 1024, `${Buffer.byteLength(stored)} bytes`);
          deepEqual(JSON.parse(stored) as FoldState, state);
        }
      }),
    );
  });

  it("whose state stays within 1 KB when every message says everything", () => {
    const all = texts.map(({ text }) => text).join(" \n");
    const loud: Heard[] = Array.from({ length: 500 }, (_, at) => ({
      from: at % 3 === 0 ? "business" : "customer",
      text: all.slice((at * 997) % all.length).slice(0, 4000),
    }));
    const { state } = classify(loud);
    ok(Buffer.byteLength(JSON.stringify(state)) <= 1024);
  });

  it("that begins anew where the state is of another version", () => {
    const [first, second] = thread(["no tengo internet", "hola"]) as [Heard, Heard];
    const { state } = step(emptyState(), first);
    equal(step({ ...state, version: 0 }, second).funnel, "none");
  });

  it("in which an older message that comes late takes its place by folding the last ones again", () => {
    const talk = thread([
      "cuánto cuesta?",
      "B: $20.000 al mes. ¿Te inscribo?",
      "sí",
      "me llegó el link",
    ]);
    const [late] = talk.splice(1, 1);
    const wrong = classify([...talk, late as Heard]);
    const right = classify([...talk.slice(0, 1), late as Heard, ...talk.slice(1)].slice(-refolded));
    equal(right.state.last, "customer");
    equal(wrong.state.last, "business");
    deepEqual(
      right,
      classify(
        thread(["cuánto cuesta?", "B: $20.000 al mes. ¿Te inscribo?", "sí", "me llegó el link"]),
      ),
    );
  });
});

function stepped({ state }: { state: FoldState }, one: Heard) {
  return step(state, one);
}
