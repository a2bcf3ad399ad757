import type { PublicChannel } from "@hilo/schema";
import type { Person } from "../../../data/people.ts";
import { addressedBy } from "../../../data/starting.ts";

/** One way to reach a person: an address on a channel. */
export type Reach = { channel: PublicChannel; address: string };

/** Where a person can be written to first: each address on each channel that takes its kind. */
export function addressesOf(
  { phones, emails }: Pick<Person, "phones" | "emails">,
  channels: readonly PublicChannel[],
): Reach[] {
  return channels.flatMap((channel) => {
    const addresses = addressedBy(channel) === "mail" ? emails : phones;
    return [...new Set(addresses)].map((address) => ({ channel, address }));
  });
}
