import type { Router } from "express";
import type { About, Delivery } from "../phones/about.ts";
import type { Inbound } from "../phones/inbound.ts";
import type { Platform } from "../phones/platform.ts";
import type { Thread } from "../phones/thread.ts";
import type { World } from "../phones/world.ts";

/** A failure the provider can report, for the page's picker. */
export type FailureCode = {
  code: number | string;
  at: ("call" | "callback")[];
  /** Where it can happen, when not on every platform of the provider. */
  platforms?: Platform[];
  /** In the provider's own words, where the page has none of its own. */
  message?: string;
};

/** What every imitated provider is. */
export type SimulatedProvider = {
  /** Its API, mounted at the simulator's root. */
  routes(world: World): Router;
  /** Tells the house that a customer wrote, or did something to a message. */
  deliver(world: World, about: About, message: Inbound): Promise<Delivery>;
  /** The customer has one of the provider's threads before their eyes. */
  seen(world: World, thread: Thread): void;
  failures: FailureCode[];
};
