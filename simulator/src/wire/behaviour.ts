import * as z from "zod";

/** How the provider behaves; what is left out is taken from the wider scope: next message, person, everybody. */
export const Behaviour = z.strictObject({
  /** What the API call meets: an answer, none at all, a broken connection, or a fault of the provider (500). */
  call: z.enum(["answer", "hang", "reset", "error"]).exactOptional(),
  /** Whether the message is taken although the call was not answered. */
  accepted: z.boolean().exactOptional(),
  /** A failure by the provider's code, such as 30003 or "10/2018278": refused at the call, or reported afterwards. */
  failure: z
    .strictObject({
      code: z.union([z.string().regex(/^[\w./-]{1,60}$/), z.number().int().nonnegative()]),
      at: z.enum(["call", "callback"]),
      /** Seconds, as the header Retry-After of a refused call. */
      retryAfter: z.number().int().positive().exactOptional(),
    })
    .nullable()
    .exactOptional(),
  /** Milliseconds before the first report. */
  late: z.number().int().min(0).max(600_000).exactOptional(),
  /** Milliseconds between reports. */
  pace: z.number().int().min(0).max(60_000).exactOptional(),
  /** The first report overtakes the call's own answer. */
  early: z.boolean().exactOptional(),
  doubled: z.boolean().exactOptional(),
  disordered: z.boolean().exactOptional(),
  dropped: z.boolean().exactOptional(),
  /** When the customer reads: on the page, by itself after `readAfter` milliseconds, or never. */
  read: z.enum(["seen", "automatic", "never"]).exactOptional(),
  readAfter: z.number().int().min(0).max(600_000).exactOptional(),
  /** Whether a closed 24-hour window is held against the business. */
  window: z.enum(["enforced", "open"]).exactOptional(),
  /** Whether a visitor of the web chat has a network. */
  network: z.enum(["up", "down"]).exactOptional(),
});
export type Behaviour = z.infer<typeof Behaviour>;
export type FullBehaviour = { [K in keyof Behaviour]-?: Exclude<Behaviour[K], undefined> };

/** A change of behaviour: for everybody, for one person, or for the next messages only. */
export const BehaviourChange = z.discriminatedUnion("scope", [
  z.strictObject({ scope: z.literal("everybody"), behaviour: Behaviour }),
  z.strictObject({ scope: z.literal("person"), personId: z.string(), behaviour: Behaviour }),
  z.strictObject({
    scope: z.literal("next"),
    personId: z.string().exactOptional(),
    times: z.number().int().min(1).max(1000).default(1),
    behaviour: Behaviour,
  }),
]);
export type BehaviourChange = z.input<typeof BehaviourChange>;

type Next = { personId: string | undefined; left: number; behaviour: Behaviour };

export type BehaviourState = {
  everybody: FullBehaviour;
  /** Whether anything was set for everybody. */
  changed: boolean;
  people: Record<string, Behaviour>;
  next: Next[];
};
