import type { Router } from "express";
import type { DemoChannel } from "./demo.ts";
import type { Inbound } from "./inbound.ts";
import type { Person } from "./person.ts";
import type { Entry, Thread } from "./thread.ts";
import type { Answer } from "./webhook.ts";
import type { World } from "./world.ts";

/** A customer's message and what the house answered to each delivery of it. */
export type Delivery = { entry: Entry; answers: Answer[] };

/** A failure the provider can report, for the page's picker. */
export type FailureCode = { code: number; at: ("call" | "callback")[] };

/** What every imitated provider is. */
export type SimulatedProvider = {
  /** Its API, mounted at the simulator's root. */
  routes(world: World): Router;
  /** Tells the house that a customer wrote. */
  deliver(
    world: World,
    about: { channel: DemoChannel; person: Person; thread: Thread },
    message: Inbound,
  ): Promise<Delivery>;
  /** The customer has the thread before their eyes. */
  seen(world: World, thread: Thread): void;
  failures: FailureCode[];
};
