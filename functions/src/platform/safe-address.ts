import { type LookupAddress, type LookupAllOptions, lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** A name that leads, wholly or in part, to an address that is not on the public Internet. */
export class UnsafeAddress extends Error {
  constructor() {
    super("The name leads to an address that is not public.");
    this.name = "UnsafeAddress";
  }
}

/** IPv6 that is routed on the Internet at all (https://www.iana.org/assignments/ipv6-address-space). */
const globalIpv6 = ipaddr.parseCIDR("2000::/3");

/** Whether an address is a public one: not private, loopback, link-local, metadata, multicast or a tunnel to such. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast") return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalIpv6);
}

type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** A DNS lookup that gives public addresses only, and nothing when one of them is not: see `isPublicAddress`. */
export function publicLookup(resolve: Resolve = lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const addresses = found ?? [];
      const safe = addresses.length > 0 && addresses.every((one) => isPublicAddress(one.address));
      if (error) callback(error, "");
      else if (!safe) callback(new UnsafeAddress(), "");
      else if (options.all) callback(null, addresses);
      else callback(null, addresses[0]?.address ?? "", addresses[0]?.family);
    });
  };
}
