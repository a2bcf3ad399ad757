import type { World } from "../../phones/world.ts";
import { BoundedMap } from "../../wire/bounded-map.ts";

/** A mail of the business, as it lies in a customer's mailbox. */
export type Arrived = {
  /** Its Message-ID, without brackets. */
  id: string;
  subject: string;
  text: string;
  html: string;
  replyTo: string;
  references: string[];
  /** In whose mailbox it lies. */
  to: string;
  /** Who else got it, as its head says. */
  others: string[];
  at: number;
};

const kept = new WeakMap<World, BoundedMap<string, Arrived>>();

/** The mails that arrived, by Message-ID. */
export function arrivedOf(world: World): BoundedMap<string, Arrived> {
  const known = kept.get(world);
  if (known) return known;
  const mails = new BoundedMap<string, Arrived>(5000);
  kept.set(world, mails);
  world.onReset.push(() => mails.clear());
  return mails;
}
