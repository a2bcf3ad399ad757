import fc from "fast-check";
import { type Letter, people } from "./people.ts";

/** Something that happens to a delivery. */
export type Step =
  | { type: "deliver"; event: number }
  | { type: "crash"; event: number; fault: "beforeCommit" | "afterCommit" }
  | { type: "parallel"; events: number[] }
  | { type: "newInstance" };

export type Status = { sid: string; messageId: string; status: string };
export type Happening = ({ type: "letter" } & Letter) | ({ type: "status" } & Status);
export type History = { happenings: Happening[]; steps: Step[] };

const letter = (index: number) =>
  fc.record({
    type: fc.constant("letter" as const),
    person: fc.nat(people.length - 1),
    way: fc.nat(1),
    sid: fc.constant(`SM${String(index).padStart(32, "0")}`),
    text: fc.constantFrom("hola", "¿precio?", "STOP", "gracias", "¿siguen ahí?"),
  });

const status = () =>
  fc.record({
    type: fc.constant("status" as const),
    sid: fc.constant("SM99999999999999999999999999999999"),
    messageId: fc.constantFrom("out-1", "out-2"),
    status: fc.constantFrom("queued", "sending", "sent", "delivered", "read", "undelivered"),
  });

/** Up to 26 happenings in up to 80 deliveries: repeated, reordered, at once, cut off, on other instances. */
export const histories = fc
  .integer({ min: 1, max: 26 })
  .chain((size) =>
    fc.tuple(
      ...Array.from({ length: size }, (_, i) =>
        fc.oneof({ weight: 3, arbitrary: letter(i) }, { weight: 1, arbitrary: status() }),
      ),
    ),
  )
  .chain((happenings) => {
    const event = fc.nat(happenings.length - 1);
    const step: fc.Arbitrary<Step> = fc.oneof(
      { weight: 4, arbitrary: fc.record({ type: fc.constant("deliver" as const), event }) },
      {
        weight: 2,
        arbitrary: fc.record({
          type: fc.constant("crash" as const),
          event,
          fault: fc.constantFrom("beforeCommit" as const, "afterCommit" as const),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          type: fc.constant("parallel" as const),
          events: fc.array(event, { minLength: 2, maxLength: 6 }),
        }),
      },
      { weight: 1, arbitrary: fc.record({ type: fc.constant("newInstance" as const) }) },
    );
    const steps = fc.array(step, { maxLength: 54 });
    return fc.record({ happenings: fc.constant(happenings as Happening[]), steps });
  });
